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
import { openAuditDesk } from './wiring/audit/audit-desk.ts';
import { recordReading } from './wiring/audit/record-reading.ts';
import type { DeskParts } from './wiring/desk-parts.ts';
import { joinGatewayKey } from './wiring/gateway-key.ts';
import { joinDevelopmentIssuer } from './wiring/identify.ts';
import { openIngestDesk } from './wiring/ingest-desk.ts';
import { joinDatabase } from './wiring/join-database.ts';
import { rotateLogKey } from './wiring/open-log.ts';
import { openRaiseDesk } from './wiring/raise-desk.ts';
import { replayDisclosure } from './wiring/replay-desk.ts';
import { openRetentionDesk } from './wiring/retention/retention-desk.ts';
import { openSubjectKeyDesk } from './wiring/retention/subject-key-desk.ts';
import { openReviewDesk } from './wiring/review-desk.ts';
import type { RunningGateway } from './wiring/start.ts';
import { SUBGRAPHS, type SubgraphName } from './wiring/subgraph-names.ts';

const ROOT = join(import.meta.dirname, '..');

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

const desk: DeskParts = {
  readConfig: () => readConfig(process.env),
  production: process.env['NODE_ENV'] === 'production',
  joinDatabase: (config) => joinDatabase(config, tell),
  onMessage: tell,
};

const terminal = {
  tell,
  progress: createProgress(),
};

/** A desk that is loaded with the first of its commands: most commands need neither GraphQL's planner nor a server. */
function whenUsed<Desk extends { readonly [Name in keyof Desk]: (...asked: never[]) => Promise<unknown> }>(
  open: () => Promise<Desk>,
): Desk {
  return new Proxy({} as Desk, {
    get:
      (_empty, name) =>
      async (...asked: never[]) =>
        (await open())[name as keyof Desk](...asked),
  });
}

const start: Actions['start'] = async ({ supergraphPath, workers }) => {
  const named = supergraphPath === undefined ? {} : { LUKOU_SUPERGRAPH: supergraphPath };
  const config = readConfig({ ...process.env, ...named });
  if (workers === undefined) {
    const { startGateway } = await import('./wiring/start.ts');
    runUntilStopped(await startGateway(config, desk.production, terminal));
  } else if (cluster.isPrimary) {
    const { startWorkers } = await import('./wiring/workers/start-workers.ts');
    runUntilStopped(await startWorkers(workers, config, desk.production, terminal));
  } else {
    const { runWorker, terminalOfWorker } = await import('./wiring/workers/run-worker.ts');
    const own = terminalOfWorker(terminal, config);
    runUntilStopped(await runWorker(workers, config, desk.production, own), own.tell);
  }
};

async function serveSubgraph(name: string): Promise<void> {
  const { startSubgraph } = await import('./wiring/start-subgraph.ts');
  runUntilStopped(await startSubgraph(name as SubgraphName, desk.readConfig(), terminal));
}

function runUntilStopped(running: RunningGateway, say = tell): void {
  let stopping: Promise<void> | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    // npm passes on a signal that the terminal has already sent to everyone: the second one must not cut the first short.
    if (stopping !== undefined) return;
    say(`${signal}: finishing what is under way`);
    stopping = running.stop();
    stopping.then(() => say('stopped'), fail);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  process.stdout.write(running.ready);
}

async function showGatewayKey(): Promise<string> {
  return JSON.stringify((await joinGatewayKey(desk.readConfig())).publicJwk);
}

async function makeToken(caller: string): Promise<string> {
  const issuer = await joinDevelopmentIssuer(desk.readConfig());
  return issuer.tokenFor(caller as SampleCallerName | SampleFeederName);
}

const explain: Actions['explain'] = async (path, asked) => {
  const { explainFile } = await import('./wiring/explain-desk.ts');
  return explainFile(path, asked, desk.readConfig().LUKOU_AGREEMENTS, systemClock);
};

async function judgeImpactOf(draft: string, since: Date): Promise<ImpactReport> {
  const config = desk.readConfig();
  const { judgeDraft } = await import('./wiring/impact-desk.ts');
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
const agreement = whenUsed(async () => {
  const { openAgreementDesk } = await import('./wiring/agreement-desk.ts');
  const findOwnFolder = (): string => desk.readConfig().LUKOU_AGREEMENTS ?? join(ROOT, 'agreements');
  return openAgreementDesk(findOwnFolder, systemClock, judgeImpactOf, terminal.progress);
});
const version = await readVersion();
const audit = { ...openAuditDesk({ ...desk, productVersion: version }), retention: openRetentionDesk(desk) };
const witness = whenUsed(async () =>
  (await import('./wiring/witness/witness-desk.ts')).openWitnessDesk(desk),
);
const compose = whenUsed(async () => {
  const { openComposeDesk } = await import('./wiring/compose-desk.ts');
  return openComposeDesk(() => desk.readConfig().LUKOU_SUPERGRAPH);
});
const documents = whenUsed(async () => (await import('./wiring/document-desk.ts')).openDocumentDesk(desk));
const stream: Actions['stream'] = async (...asked) =>
  (await import('./wiring/stream-desk.ts')).openStreamDesk(desk)(...asked);
const drill: Actions['guard']['drill'] = async (...asked) =>
  (await import('./wiring/drill/drill-desk.ts')).openDrillDesk(desk)(...asked);
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
    stream,
    raise: openRaiseDesk(desk),
    explain,
    replay,
    review,
    hold,
    guard: { judgeIncident, drill },
  },
  version,
);
// A reader that has seen enough (`| head`) closes the pipe: nothing is wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
await program.parseAsync().catch(fail);
