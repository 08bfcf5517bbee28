import cluster from 'node:cluster';
import { LukouError } from '../../base/index.ts';
import type { Config } from '../../config.ts';
import { openDatabase } from '../../storage/index.ts';
import { databasePlaceOf } from '../database-place.ts';
import { openListeningGateway, type RunningGateway, type StartTerminal } from '../start.ts';
import type { FleetNews, FleetState, WorkerReady } from './fleet.ts';

// Together the workers keep to what one PostgreSQL has for them.
const CONNECTIONS_OF_ALL = 40;
const MOST_CONNECTIONS = 10;
const LOOK_EVERY_MS = 1_000;

/**
 * Runs one of `count` workers: a gateway on the database of the process that started it. Where its log cannot go on, it
 * ends, and the one that takes over says why the log is not taken up again.
 */
export async function runWorker(
  count: number,
  config: Config,
  production: boolean,
  terminal: StartTerminal,
): Promise<RunningGateway> {
  const { tell } = terminal;
  let fleet: FleetState = { serving: 1, of: count };
  process.on('message', (message: Partial<FleetNews> | null) => {
    fleet = message?.lukouFleet ?? fleet;
  });
  await using started = new AsyncDisposableStack();
  started.defer(leave);
  const database = await openDatabase({
    ...databasePlaceOf(config),
    statementTimeoutMs: config.LUKOU_STATEMENT_TIMEOUT_MS,
    appConnections: Math.min(MOST_CONNECTIONS, Math.floor(CONNECTIONS_OF_ALL / count)),
    mode: 'join',
    onMessage: tell,
  });
  started.defer(() => database.close());
  const { gateway, url } = await openListeningGateway(
    { config, production, terminal, database, readFleet: () => fleet },
    started,
  );
  const running = started.move();
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= running.disposeAsync());
  const looking = setInterval(() => {
    const { fatal } = gateway.audit;
    if (fatal?.kind !== 'fatal') return;
    clearInterval(looking);
    tell(`${fatal.code}: ${fatal.message}`);
    process.exitCode = 1;
    stop().catch((error: unknown) => tell(String(error)));
  }, LOOK_EVERY_MS);
  looking.unref();
  process.send?.({ lukouReady: url } satisfies WorkerReady);
  // Who started it says that all are ready.
  return { url, ready: '', stop };
}

/** The channel to the process that started this one would keep it alive. */
function leave(): void {
  if (cluster.worker?.isConnected() === true) cluster.worker.disconnect();
}

/** What a worker says, with the name of its log before each line. */
export function terminalOfWorker(terminal: StartTerminal, { LUKOU_LOG }: Config): StartTerminal {
  if (LUKOU_LOG === undefined) throw new LukouError('INTERNAL', 'A worker was started without a log.');
  return {
    tell: (text) => terminal.tell(`${LUKOU_LOG}: ${text}`),
    progress: terminal.progress,
  };
}
