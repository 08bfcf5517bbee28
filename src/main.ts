import cluster from 'node:cluster';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImpactReport, Replay } from './audit/index.ts';
import { LukouError, systemClock } from './base/index.ts';
import { type Actions, buildProgram, createProgress } from './cli/index.ts';
import { readConfig } from './config.ts';
import {
  SAMPLE_CALLERS,
  SAMPLE_FEEDERS,
  type SampleCallerName,
  type SampleFeederName,
} from './identity/index.ts';
import {
  joinDatabase,
  joinDevelopmentIssuer,
  openAgreementDesk,
  openAuditDesk,
  recordReading,
  openWitnessDesk,
  explainFile,
  judgeDraft,
  replayDisclosure,
  openComposeDesk,
  openDocumentDesk,
  openIngestDesk,
  openRaiseDesk,
  openRetentionDesk,
  openReviewDesk,
  openSubjectKeyDesk,
  openDrillDesk,
  rotateLogKey,
  startGateway,
  startWorkers,
  runWorker,
  terminalOfWorker,
  type DeskParts,
  type RunningGateway,
  SUBGRAPHS,
  type SubgraphName,
  joinGatewayKey,
  startSubgraph,
} from './wiring/index.ts';

const ROOT = join(import.meta.dirname, '..');

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

const desk: DeskParts = {
  readConfig: () => readConfig(process.env),
  production: process.env['NODE_ENV'] === 'production',
  joinDatabase: (config) => joinDatabase(config, tell),
  onMessage: tell,
};

const terminal = {
  print: (text: string): void => void process.stdout.write(text),
  tell,
  progress: createProgress(),
};

const start: Actions['start'] = async ({ supergraphPath, workers }) => {
  const named = supergraphPath === undefined ? {} : { LUKOU_SUPERGRAPH: supergraphPath };
  const config = readConfig({ ...process.env, ...named });
  if (workers === undefined) stopOnSignal(await startGateway(config, desk.production, terminal));
  else if (cluster.isPrimary) stopOnSignal(await startWorkers(workers, config, desk.production, terminal));
  else {
    const own = terminalOfWorker(terminal, config);
    stopOnSignal(await runWorker(workers, config, desk.production, own), own.tell);
  }
};

async function serveSubgraph(name: string): Promise<void> {
  stopOnSignal(await startSubgraph(name as SubgraphName, desk.readConfig(), terminal));
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
  return JSON.stringify((await joinGatewayKey(desk.readConfig())).publicJwk);
}

async function makeToken(caller: string): Promise<string> {
  const issuer = await joinDevelopmentIssuer(desk.readConfig());
  return issuer.tokenFor(caller as SampleCallerName | SampleFeederName);
}

const explain: Actions['explain'] = (path, asked) =>
  explainFile(path, asked, desk.readConfig().LUKOU_AGREEMENTS, systemClock);

async function judgeImpactOf(draft: string, since: Date): Promise<ImpactReport> {
  const config = desk.readConfig();
  await using database = await desk.joinDatabase(config);
  const report = await judgeDraft(database, draft, config.LUKOU_AGREEMENTS, since);
  await recordReading('read disclosure log for a draft', config, { database, onMessage: tell });
  return report;
}

async function replay(index: number, log: string | undefined): Promise<Replay> {
  const config = desk.readConfig();
  await using database = await desk.joinDatabase(config);
  const name = log ?? config.LUKOU_LOG ?? 'gateway';
  const replayed = await replayDisclosure(database, name, index);
  await recordReading(`replay record ${index} of ${name}`, config, { database, onMessage: tell });
  return replayed;
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
  () => desk.readConfig().LUKOU_AGREEMENTS ?? join(ROOT, 'agreements'),
  systemClock,
  judgeImpactOf,
  terminal.progress,
);
const version = await readVersion();
const audit = { ...openAuditDesk({ ...desk, productVersion: version }), retention: openRetentionDesk(desk) };
const witness = openWitnessDesk(desk);
const compose = openComposeDesk(() => desk.readConfig().LUKOU_SUPERGRAPH);
const documents = openDocumentDesk(desk);
const { review, judgeIncident, hold } = openReviewDesk(desk);
const subgraph = { names: SUBGRAPHS, start: serveSubgraph, gatewayKey: showGatewayKey };
const program = buildProgram(
  {
    agreement,
    audit,
    witness,
    rotateLogKey: (log) => rotateLogKey(desk.readConfig(), log),
    subjectKeys: openSubjectKeyDesk(desk),
    compose,
    documents,
    subgraph,
    callers,
    feeders: Object.keys(SAMPLE_FEEDERS),
    start,
    makeToken,
    ingest: openIngestDesk(desk),
    raise: openRaiseDesk(desk),
    explain,
    replay,
    review,
    hold,
    guard: { judgeIncident, drill: openDrillDesk(desk) },
  },
  version,
);
// A reader that has seen enough (`| head`) closes the pipe: nothing is wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
await program.parseAsync().catch(fail);
