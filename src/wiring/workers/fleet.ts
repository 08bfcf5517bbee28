import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { LukouError } from '../../base/index.ts';

/** How many workers there should be, and how many answer now. */
export interface FleetState {
  readonly serving: number;
  readonly of: number;
}

/** What a worker tells the process that started it, once it listens. */
export interface WorkerReady {
  readonly lukouReady: string;
}

/** What each worker is told, whenever it has changed. */
export interface FleetNews {
  readonly lukouFleet: FleetState;
}

/** Workers that answer, each with a log of its own. One that dies is replaced, and goes on with the same log. */
export interface Fleet {
  /** Where all of them listen. */
  readonly url: string;
  /** Has every worker finish what is under way, and resolves when all are gone. */
  stop(): Promise<void>;
}

interface Member {
  readonly log: string;
  worker: Worker | null;
  url: string | null;
  pauseMs: number;
  timer: NodeJS.Timeout | null;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Starts a worker for each log, as this process was started itself, and resolves when all of them listen. The first one
 * starts alone: what it finds wrong need be said once, and what it keeps for later starts serves the others.
 *
 * @throws LukouError INTERNAL where one ends before it listens; it has said why.
 */
export async function startFleet(
  logs: readonly string[],
  onMessage: (message: string) => void,
): Promise<Fleet> {
  const members = logs.map((log): Member => ({
    log,
    worker: null,
    url: null,
    pauseMs: FIRST_PAUSE_MS,
    timer: null,
  }));
  let phase: 'starting' | 'running' | 'stopping' = 'starting';

  function launch(member: Member): Promise<string> {
    const worker = cluster.fork({ LUKOU_LOG: member.log });
    member.worker = worker;
    const listening = new Promise<string>((resolve, reject) => {
      worker.on('message', (message: Partial<WorkerReady> | null) => {
        const url = message?.lukouReady;
        if (typeof url !== 'string') return;
        member.url = url;
        member.pauseMs = FIRST_PAUSE_MS;
        tellAll();
        resolve(url);
      });
      worker.once('exit', (code, signal) => {
        onExit(member, signal ?? `status ${code}`);
        reject(new LukouError('INTERNAL', `The worker of ${member.log} did not start. It has said why.`));
      });
    });
    // Whoever replaces a worker does not wait for it: how it went, its messages say.
    listening.catch(() => undefined);
    return listening;
  }

  function onExit(member: Member, how: string): void {
    member.worker = null;
    member.url = null;
    tellAll();
    if (phase !== 'running') return;
    onMessage(`The worker of ${member.log} has ended (${how}); another one takes over its log.`);
    member.timer = setTimeout(() => void launch(member), member.pauseMs);
    member.pauseMs = Math.min(member.pauseMs * 2, LONGEST_PAUSE_MS);
  }

  function tellAll(): void {
    const serving = members.filter(({ url }) => url !== null).length;
    const news: FleetNews = { lukouFleet: { serving, of: members.length } };
    for (const { worker, url } of members)
      if (url !== null && worker?.isConnected() === true) worker.send(news);
  }

  async function stop(): Promise<void> {
    phase = 'stopping';
    const running = members.flatMap((member) => {
      if (member.timer !== null) clearTimeout(member.timer);
      return member.worker ?? [];
    });
    await Promise.all(
      running.map(async (worker) => {
        const ended = once(worker, 'exit');
        worker.process.kill('SIGTERM');
        await ended;
      }),
    );
  }

  try {
    const [first, ...others] = members;
    const url = await launch(first!);
    await Promise.all(others.map(launch));
    phase = 'running';
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
