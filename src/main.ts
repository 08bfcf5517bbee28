import cluster from 'node:cluster';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImpactReport, Replay } from './audit/index.ts';
import { LukouError, systemClock } from './base/index.ts';
import { type Actions, buildProgram, createProgress } from './cli/index.ts';
import { type Config, readConfig } from './config.ts';
import { SAMPLE_CALLERS, type SampleCallerName } from './identity/index.ts';
import { type Adapter, ingestFile, type IngestProgress, ingestRelease, readAdapter } from './ingest/index.ts';
import { createIngestStore, loadSecret, openDatabase } from './storage/index.ts';
import {
  createIngestLog,
  joinDevelopmentIssuer,
  openAgreementDesk,
  openAuditDesk,
  openWitnessDesk,
  explainFile,
  judgeDraft,
  replayDisclosure,
  openComposeDesk,
  openDocumentDesk,
  openOperatorLog,
  openIncidentDesk,
  openNotifier,
  openRetentionDesk,
  openReviewDesk,
  runDrill,
  operatorPlaceOf,
  rotateLogKey,
  readSigners,
  startGateway,
  startWorkers,
  runWorker,
  terminalOfWorker,
  type RunningGateway,
  SUBGRAPHS,
  type SubgraphName,
  joinGatewayKey,
  startSubgraph,
} from './wiring/index.ts';

const ROOT = join(import.meta.dirname, '..');

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

const terminal = {
  print: (text: string): void => void process.stdout.write(text),
  tell,
  progress: createProgress(),
};

const start: Actions['start'] = async ({ supergraphPath, workers }) => {
  const isProduction = process.env['NODE_ENV'] === 'production';
  const named = supergraphPath === undefined ? {} : { LUKOU_SUPERGRAPH: supergraphPath };
  const config = readConfig({ ...process.env, ...named });
  if (workers === undefined) stopOnSignal(await startGateway(config, isProduction, terminal));
  else if (cluster.isPrimary) stopOnSignal(await startWorkers(workers, config, isProduction, terminal));
  else {
    const own = terminalOfWorker(terminal, config);
    stopOnSignal(await runWorker(workers, config, isProduction, own), own.tell);
  }
};

async function serveSubgraph(name: string): Promise<void> {
  stopOnSignal(await startSubgraph(name as SubgraphName, readConfig(process.env), terminal));
}

function stopOnSignal(running: RunningGateway, say = tell): void {
  let stopping: Promise<void> | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    // npm passes on a signal that the terminal has already sent to everyone: the second one must not cut the first short.
    if (stopping !== undefined) return;
    say(`${signal}: finishing what is under way`);
    stopping = running.stop();
    stopping.then(() => say('stopped'), fail);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
}

async function showGatewayKey(): Promise<string> {
  return JSON.stringify((await joinGatewayKey(readConfig(process.env))).publicJwk);
}

async function makeToken(caller: string): Promise<string> {
  const issuer = await joinDevelopmentIssuer(readConfig(process.env));
  return issuer.tokenFor(caller as SampleCallerName);
}

const ingest: Actions['ingest'] = async ({ adapter: adapterName, path, release }, onProgress) => {
  const config = readConfig(process.env);
  const adapter = await findAdapter(adapterName);
  const signers =
    release === null ? null : await readSigners(release.signersPath ?? config.LUKOU_RELEASE_SIGNERS);
  await using database = await joinDatabase(config);
  const place = { database, clock: systemClock, onMessage: tell };
  const ports = {
    store: createIngestStore(database.ingest),
    log: createIngestLog(openOperatorLog(operatorPlaceOf(config, place))),
    incidents: openIncidentDesk({
      database,
      secret: loadSecret(config.LUKOU_DATA, config.LUKOU_SECRET),
      notify: openNotifier(config.LUKOU_INCIDENT_WEBHOOK, tell).notify,
    }),
    clock: systemClock,
  };
  const order = {
    adapter,
    path,
    onProgress: ({ rowsRead, bytesRead, bytesTotal }: IngestProgress) =>
      onProgress(`${basename(path)}: ${rowsRead} rows`, bytesRead, bytesTotal ?? bytesRead),
  };
  return signers === null
    ? await ingestFile(order, ports)
    : await ingestRelease({ ...order, signers }, ports);
};

const explain: Actions['explain'] = (path, asked) =>
  explainFile(path, asked, readConfig(process.env).LUKOU_AGREEMENTS, systemClock);

async function judgeImpactOf(draft: string, since: Date): Promise<ImpactReport> {
  const config = readConfig(process.env);
  await using database = await joinDatabase(config);
  return await judgeDraft(database, draft, config.LUKOU_AGREEMENTS, since);
}

async function replay(index: number, log: string | undefined): Promise<Replay> {
  const config = readConfig(process.env);
  await using database = await joinDatabase(config);
  return await replayDisclosure(database, log ?? config.LUKOU_LOG ?? 'gateway', index);
}

async function joinDatabase(config: Config) {
  const database = await openDatabase({
    dataFolder: config.LUKOU_DATA,
    databaseUrl: config.DATABASE_URL,
    databaseAppUrl: config.DATABASE_APP_URL,
    secret: config.LUKOU_SECRET,
    mode: 'join',
    onMessage: tell,
  });
  return { ...database, [Symbol.asyncDispose]: () => database.close() };
}

/** A shipped adapter by its name, or an adapter file by its path. */
async function findAdapter(name: string): Promise<Adapter> {
  const shipped = /^[a-z0-9-]+$/.test(name);
  const path = shipped ? join(ROOT, 'adapters', `${name}.yaml`) : name;
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const advice = shipped ? 'docs/ingest.md lists the shipped ones.' : 'Give the path of an adapter file.';
    throw new LukouError('ADAPTER_INVALID', `There is no adapter ${name}. ${advice}`, { cause });
  });
  return readAdapter(text, basename(path));
}

function fail(error: unknown): void {
  const words = error instanceof LukouError ? `${error.code}: ${error.message}` : String(error);
  tell(`lukou: ${words}`);
  process.exitCode = 1;
}

async function readVersion(): Promise<string> {
  const text = await readFile(join(ROOT, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

const callers = Object.keys(SAMPLE_CALLERS);
const agreement = openAgreementDesk(
  () => readConfig(process.env).LUKOU_AGREEMENTS ?? join(ROOT, 'agreements'),
  systemClock,
  judgeImpactOf,
  terminal.progress,
);
const version = await readVersion();
const desk = {
  readConfig: () => readConfig(process.env),
  production: process.env['NODE_ENV'] === 'production',
  joinDatabase,
  onMessage: tell,
};
const audit = { ...openAuditDesk({ ...desk, productVersion: version }), retention: openRetentionDesk(desk) };
const witness = openWitnessDesk({ readConfig: () => readConfig(process.env), joinDatabase, onMessage: tell });
const compose = openComposeDesk(() => readConfig(process.env).LUKOU_SUPERGRAPH);
const documents = openDocumentDesk({ readConfig: () => readConfig(process.env), joinDatabase });
const { review, judgeIncident, hold } = openReviewDesk(desk);
const subgraph = { names: SUBGRAPHS, start: serveSubgraph, gatewayKey: showGatewayKey };
const program = buildProgram(
  {
    agreement,
    audit,
    witness,
    rotateLogKey: () => rotateLogKey(readConfig(process.env)),
    compose,
    documents,
    subgraph,
    callers,
    start,
    makeToken,
    ingest,
    explain,
    replay,
    review,
    hold,
    guard: { judgeIncident, drill: runDrill },
  },
  version,
);
// A reader that has seen enough (`| head`) closes the pipe: nothing is wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
await program.parseAsync().catch(fail);
