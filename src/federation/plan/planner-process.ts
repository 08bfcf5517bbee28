import { performance } from 'node:perf_hooks';
import { LukouError } from '../../base/index.ts';
import { CrashMemory } from './crash-memory.ts';
import { orderAgencies, type OrderedSupergraph } from './order-agencies.ts';
import { cannotBePlanned, type Overrides, type Planner } from './planner.ts';
import type { PlanRequest } from './planner-messages.ts';
import { PlannerLost, startPlannerChild, type PlannerChild } from './start-planner-child.ts';

export interface PlannerProcessOptions {
  /** Longest that one operation may take to plan; 2,000 ms unless given. Then the process is killed. */
  readonly deadlineMs?: number;
  /** Operations that may wait for their turn; 200 unless given. */
  readonly maxWaiting?: number;
  /** Longest that an operation waits for its turn; 10,000 ms unless given. */
  readonly maxWaitMs?: number;
  /** How long an operation that ended the process twice is refused unasked; 60,000 ms unless given. */
  readonly rememberedMs?: number;
  /** Told each time that the process ended unasked, and of what it was planning: no value and no name of a client's. */
  readonly onFault: (error: unknown) => void;
}

/** A planner in a process of its own. */
export interface PlannerProcess extends Planner {
  /** The process that plans now; undefined while one starts. */
  readonly pid: number | undefined;
}

/**
 * Starts the query planner in a child process. An operation that crashes it or hangs in it costs that operation's
 * refusal: the process is replaced, and what was waiting is planned by the next. Returns when the process has shown
 * that it can plan over the supergraph; throws SCHEMA_INVALID where it cannot.
 */
export async function startPlannerProcess(
  supergraphSdl: string,
  options: PlannerProcessOptions,
): Promise<PlannerProcess> {
  const supergraph = readSupergraph(supergraphSdl);
  return new ReplacedPlanner(supergraph, await startPlannerChild(supergraph), options);
}

function readSupergraph(supergraphSdl: string): OrderedSupergraph {
  try {
    return orderAgencies(supergraphSdl);
  } catch (cause) {
    throw cannotBePlanned(cause);
  }
}

interface WaitingOperation {
  readonly request: PlanRequest;
  readonly sinceMs: number;
  readonly resolve: (plan: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const RETRY_MS = 1_000;
const MAX_QUOTED = 2_000;

class ReplacedPlanner implements PlannerProcess {
  readonly #supergraph: OrderedSupergraph;
  readonly #options: PlannerProcessOptions;
  readonly #crashes: CrashMemory;
  readonly #waiting: WaitingOperation[] = [];
  #child: PlannerChild | null = null;
  #starting: Promise<void> | null = null;
  #startFailedMs = -Infinity;
  #planning: PlanRequest | null = null;
  #isClosed = false;

  constructor(supergraph: OrderedSupergraph, child: PlannerChild, options: PlannerProcessOptions) {
    this.#supergraph = supergraph;
    this.#options = options;
    this.#crashes = new CrashMemory(options.rememberedMs ?? 60_000);
    this.#use(child);
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  plan(operationText: string, overrides: Overrides): Promise<unknown> {
    const { maxWaiting = 200 } = this.#options;
    const request = { operationText, overrides };
    if (this.#crashes.isBarred(nameOf(request))) return Promise.reject(unplannable());
    if (this.#isClosed || this.#waiting.length >= maxWaiting) return Promise.reject(unavailable());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, sinceMs: performance.now(), resolve, reject });
      if (this.#planning === null) void this.#planWaiting();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(unavailable());
    await this.#starting;
    await this.#child?.kill();
  }

  // One at a time: so it is known over which operation the process ended.
  async #planWaiting(): Promise<void> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      this.#planning = next.request;
      await this.#plan(next).then(next.resolve, next.reject);
    }
    this.#planning = null;
  }

  async #plan({ request, sinceMs }: WaitingOperation): Promise<unknown> {
    const { deadlineMs = 2_000, maxWaitMs = 10_000 } = this.#options;
    const child = await this.#requireChild();
    if (performance.now() - sinceMs > maxWaitMs) throw unavailable();
    try {
      const plan = await child.plan(request, deadlineMs);
      this.#crashes.forget(nameOf(request));
      return plan;
    } catch (error) {
      if (!(error instanceof PlannerLost)) throw error;
      if (this.#isClosed) throw unavailable();
      this.#crashes.add(nameOf(request));
      this.#replace(child, error.message);
      throw unplannable();
    }
  }

  async #requireChild(): Promise<PlannerChild> {
    if (this.#child === null && performance.now() - this.#startFailedMs > RETRY_MS) this.#start();
    await this.#starting;
    if (this.#child === null) throw unavailable();
    return this.#child;
  }

  #use(child: PlannerChild): void {
    this.#child = child;
    void child.ended.then((how) => this.#replace(child, `The planner process ended (${how}).`));
  }

  #replace(child: PlannerChild, what: string): void {
    if (this.#isClosed || this.#child !== child) return;
    this.#child = null;
    const over = this.#planning === null ? '' : ` It was planning ${quote(this.#planning)}.`;
    this.#options.onFault(new LukouError('PLANNER_UNAVAILABLE', `${what}${over} Another one is started.`));
    this.#start();
  }

  #start(): void {
    this.#starting ??= startPlannerChild(this.#supergraph)
      .then(
        (child) => this.#use(child),
        (error: unknown) => {
          this.#startFailedMs = performance.now();
          this.#options.onFault(error);
        },
      )
      .finally(() => (this.#starting = null));
  }
}

function nameOf({ operationText, overrides }: PlanRequest): string {
  return JSON.stringify([operationText, overrides]);
}

function quote({ operationText }: PlanRequest): string {
  return operationText.length > MAX_QUOTED ? `${operationText.slice(0, MAX_QUOTED)}…` : operationText;
}

function unplannable(): LukouError {
  return new LukouError('OPERATION_UNPLANNABLE');
}

function unavailable(): LukouError {
  return new LukouError('PLANNER_UNAVAILABLE');
}
