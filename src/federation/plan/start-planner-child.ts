import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { LukouError } from '../../base/index.ts';
import type { OrderedSupergraph } from './order-agencies.ts';
import { cannotBePlanned } from './planner.ts';
import type { FromPlanner, PlanRequest, ToPlanner } from './planner-messages.ts';

const PROGRAM = join(import.meta.dirname, 'planner-child.ts');
const START_LIMIT_MS = 30_000;
const MAX_HEAP_MB = 256;

/** A process that can plan over its supergraph. Ask it one thing at a time. */
export interface PlannerChild {
  readonly pid: number | undefined;
  /** Settles when the process has ended, with how: in words for operators. */
  readonly ended: Promise<string>;
  /** Throws OPERATION_UNPLANNABLE, or {@link PlannerLost} where the process ends over it or takes longer: it is killed. */
  plan(request: PlanRequest, limitMs: number): Promise<unknown>;
  kill(): Promise<unknown>;
}

/** The planner process ended before it answered. */
export class PlannerLost extends Error {
  override readonly name = 'PlannerLost';
}

/**
 * Starts a planner process and returns when it has shown that it can plan over the supergraph. The process has an
 * empty environment and none of this one's streams, and ends with this one. Throws SCHEMA_INVALID.
 */
export async function startPlannerChild({ sdl, restore }: OrderedSupergraph): Promise<PlannerChild> {
  const child = new ForkedPlanner(restore);
  try {
    const answer = await child.ask({ supergraphSdl: sdl }, START_LIMIT_MS);
    if (answer.kind === 'ready') return child;
    const reason = answer.kind === 'failure' ? answer.reason : answer.kind;
    throw new Error(reason);
  } catch (cause) {
    await child.kill();
    throw cannotBePlanned(cause);
  }
}

class ForkedPlanner implements PlannerChild {
  readonly ended: Promise<string>;
  readonly #child: ChildProcess;
  readonly #restore: OrderedSupergraph['restore'];
  #asked: PromiseWithResolvers<FromPlanner> | null = null;
  #killedBecause: string | undefined;
  #lost: PlannerLost | null = null;

  constructor(restore: OrderedSupergraph['restore']) {
    this.#restore = restore;
    const child = fork(PROGRAM, [], {
      env: {},
      execArgv: [`--max-old-space-size=${MAX_HEAP_MB}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child = child;
    child.on('message', (answer: FromPlanner) => this.#asked?.resolve(answer));
    this.ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => resolve(this.#killedBecause ?? signal ?? `exit code ${code}`));
      // Without a process there is no exit; otherwise the channel broke, and the process hears of that.
      child.on('error', (error) => child.pid === undefined && resolve(error.message));
    });
    void this.ended.then((how) => this.#lose(how));
    // A command that ends without closing its planner must not hang on it.
    child.unref();
    child.channel?.unref();
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  async plan(request: PlanRequest, limitMs: number): Promise<unknown> {
    const answer = await this.ask(request, limitMs);
    if (answer.kind === 'plan') return this.#restore(answer.plan);
    const reason = answer.kind === 'failure' ? answer.reason : answer.kind;
    throw new LukouError('OPERATION_UNPLANNABLE', undefined, { cause: new Error(reason) });
  }

  async ask(message: ToPlanner, limitMs: number): Promise<FromPlanner> {
    if (this.#lost !== null) throw this.#lost;
    const asked = Promise.withResolvers<FromPlanner>();
    this.#asked = asked;
    this.#child.ref();
    const timer = setTimeout(() => this.#kill(`it took longer than ${limitMs} ms`), limitMs);
    this.#child.send(message, (error) => error !== null && this.#kill(error.message));
    try {
      return await asked.promise;
    } finally {
      clearTimeout(timer);
      this.#child.unref();
      this.#asked = null;
    }
  }

  kill(): Promise<unknown> {
    this.#child.ref();
    this.#kill('it is no longer needed');
    return this.ended;
  }

  #lose(how: string): void {
    this.#lost = new PlannerLost(`The planner process ended (${how}).`);
    this.#asked?.reject(this.#lost);
  }

  #kill(because: string): void {
    this.#killedBecause ??= because;
    this.#child.kill('SIGKILL');
  }
}
