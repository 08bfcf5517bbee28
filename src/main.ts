import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type ImpactReport, type Replay, openAuditLog } from './audit/index.ts';
import { LukouError, systemClock } from './base/index.ts';
import { type Actions, buildProgram, createProgress } from './cli/index.ts';
import { type Config, readConfig } from './config.ts';
import { SAMPLE_CALLERS, type SampleCallerName } from './identity/index.ts';
import { type Adapter, type IngestReceipt, ingestFile, readAdapter } from './ingest/index.ts';
import { createDisclosureLogStore, createIngestStore, openDatabase } from './storage/index.ts';
import {
  createIngestLog,
  joinDevelopmentIssuer,
  openAgreementDesk,
  explainFile,
  judgeDraft,
  replayDisclosure,
  openComposeDesk,
  openDocumentDesk,
  startGateway,
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

async function start(supergraphPath: string | undefined): Promise<void> {
  const isProduction = process.env['NODE_ENV'] === 'production';
  const named = supergraphPath === undefined ? {} : { LUKOU_SUPERGRAPH: supergraphPath };
  const environment = { ...process.env, ...named };
  stopOnSignal(await startGateway(readConfig(environment), isProduction, terminal));
}

async function serveSubgraph(name: string): Promise<void> {
  stopOnSignal(await startSubgraph(name as SubgraphName, readConfig(process.env), terminal));
}

function stopOnSignal(running: RunningGateway): void {
  let stopping: Promise<void> | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    // npm passes on a signal that the terminal has already sent to everyone: the second one must not cut the first short.
    if (stopping !== undefined) return;
    tell(`${signal}: finishing what is under way`);
    stopping = running.stop();
    stopping.then(() => tell('stopped'), fail);
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

async function ingest(
  adapterName: string,
  path: string,
  onProgress: (label: string, done: number, total: number) => void,
): Promise<IngestReceipt> {
  const config = readConfig(process.env);
  const adapter = await findAdapter(adapterName);
  await using database = await joinDatabase(config);
  const audit = openAuditLog(createDisclosureLogStore(database.log), systemClock);
  const ports = {
    store: createIngestStore(database.ingest),
    log: createIngestLog(audit),
    clock: systemClock,
  };
  const receipt = await ingestFile(
    {
      adapter,
      path,
      onProgress: ({ rowsRead, bytesRead, bytesTotal }) =>
        onProgress(`${basename(path)}: ${rowsRead} rows`, bytesRead, bytesTotal ?? bytesRead),
    },
    ports,
  );
  await audit.close();
  return receipt;
}

const explain: Actions['explain'] = (path, asked) =>
  explainFile(path, asked, readConfig(process.env).LUKOU_AGREEMENTS, systemClock);

async function judgeImpactOf(draft: string, since: Date): Promise<ImpactReport> {
  const config = readConfig(process.env);
  await using database = await joinDatabase(config);
  return await judgeDraft(database, draft, config.LUKOU_AGREEMENTS, since);
}

async function replay(index: number): Promise<Replay> {
  await using database = await joinDatabase(readConfig(process.env));
  return await replayDisclosure(database, index);
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
);
const compose = openComposeDesk(() => readConfig(process.env).LUKOU_SUPERGRAPH);
const documents = openDocumentDesk({ readConfig: () => readConfig(process.env), joinDatabase });
const subgraph = { names: SUBGRAPHS, start: serveSubgraph, gatewayKey: showGatewayKey };
const program = buildProgram(
  { agreement, compose, documents, subgraph, callers, start, makeToken, ingest, explain, replay },
  await readVersion(),
);
// A reader that has seen enough (`| head`) closes the pipe: nothing is wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
await program.parseAsync().catch(fail);
