import { describeTrouble } from './describe-trouble.ts';

/** What of a log is not yet as it should be for those who search it. */
export interface DerivedLog {
  /** Committed records that wait to be derived. */
  readonly waiting: number;
  /** Records that cannot be read: only their bytes are known. */
  readonly unreadable: number;
}

/** Derives what a log is searched by from the bytes of its records. The port that storage implements. */
export interface LogDeriver {
  /** Derives the next records of a log. */
  derive(log: string): Promise<DerivedLog>;
}

/** What comes behind a log's commits, and is no part of any proof. */
export interface LogFollower {
  /** Told that there are new records; returns at once. */
  wake(): void;
  /** Ends what is under way. What is left over is done at the next start, or before the next question. */
  close(): Promise<void>;
}

/** What {@link deriveBehind} needs. */
export interface FollowerParts {
  readonly deriver: LogDeriver;
  readonly log: string;
  /** Told where deriving fails and where it works again, and of records that cannot be read. */
  readonly onMessage: (message: string) => void;
  /** How long after a commit deriving begins. */
  readonly delayMs?: number;
  /** How long after a failure it is tried again. */
  readonly retryMs?: number;
}

const DELAY_MS = 1_000;
const RETRY_MS = 5_000;
// Fewer wait for the next time: many at once are derived at less cost.
const MANY = 1_000;

/**
 * Derives what a log is searched by, behind its commits: many records at a time, a second after the first of them. Whoever
 * asks a question of the log does it at once, before the question; so a failure here delays nothing but what it is for.
 */
export function deriveBehind(parts: FollowerParts): LogFollower {
  const { deriver, log, onMessage, delayMs = DELAY_MS, retryMs = RETRY_MS } = parts;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isAwake = false;
  let closed = false;
  let toldUnreadable = 0;
  let isFailing = false;

  async function run(): Promise<void> {
    isAwake = false;
    try {
      for (;;) {
        const { waiting, unreadable } = await deriver.derive(log);
        tellUnreadable(unreadable);
        if (waiting > MANY && !closed) continue;
        if (waiting > 0) isAwake = true;
        break;
      }
      if (isFailing) onMessage(`log ${log}: it can be searched again.`);
      isFailing = false;
    } catch (error) {
      isAwake = true;
      if (!isFailing) tellFailing(error);
      isFailing = true;
    } finally {
      running = undefined;
      if (isAwake) schedule(isFailing ? retryMs : delayMs);
    }
  }

  function tellFailing(error: unknown): void {
    onMessage(
      `log ${log}: new records are kept and proven, and cannot be searched: ${describeTrouble(error)}. ` +
        `Questions to the log fail until it works again; it is tried every ${retryMs / 1000} s.`,
    );
  }

  function tellUnreadable(count: number): void {
    if (count > toldUnreadable)
      onMessage(
        `log ${log}: ${count} records cannot be read. Their bytes are kept and proven; ` +
          'find them by the code UNREADABLE, and look at them with lukou audit export.',
      );
    toldUnreadable = count;
  }

  function schedule(inMs: number): void {
    if (closed) return;
    timer = setTimeout(() => {
      timer = undefined;
      running = run();
    }, inMs);
    timer.unref();
  }

  return {
    wake() {
      if (isAwake) return;
      isAwake = true;
      if (timer === undefined && running === undefined) schedule(delayMs);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
