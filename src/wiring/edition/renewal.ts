import { ERRORS, type ErrorCode, LukouError } from '../../base/index.ts';
import type { AgreementSet } from '../agreements/agreement-set.ts';
import type { Graph } from './open-graph.ts';

/** The two things that an edition is made of, and that files say. */
export type Source = 'schema' | 'agreements';

/** New files that were refused. What was in force stays in force. */
export interface Alarm {
  readonly what: Source;
  readonly code: ErrorCode;
  /** For the operator alone: it may name files and agreements. */
  readonly message: string;
}

/** A graph and the agreements over it. */
export interface Pair {
  readonly graph: Graph;
  readonly agreements: AgreementSet;
}

/** What renewing needs. */
export interface RenewalPorts {
  /** A text that changes with the files. */
  stamp(): Promise<string>;
  /** The graph that the files say now: the given one where they say the same. Whoever opened a new one holds a share of it. */
  openGraph(current: Graph): Promise<Graph>;
  readAgreements(): Promise<AgreementSet>;
  /** Puts a pair in force: compiles, archives and records it, then lets new requests have it. */
  putInForce(pair: Pair): Promise<void>;
  /** Told once of each refusal, when it has stood for two looks: a file may have been half written. */
  onAlarm(alarm: Alarm): Promise<void>;
  /** Told where what was refused is in order again. */
  onRelief(): void;
}

/**
 * Takes in what files say anew. The newest graph and the newest agreements are put in force together; where they do not
 * fit, or one of them is wrong, the other is tried with what is in force, agreements first: a suspension must not wait
 * for somebody's schema.
 */
export class Renewal {
  readonly #ports: RenewalPorts;
  #current: Pair;
  #settledStamp: string;
  /** Refusals of the last look. */
  #doubted: readonly Alarm[] = [];
  #alarms: readonly Alarm[] = [];
  #looking: Promise<void> = Promise.resolve();

  /** @param stamp - of the files that `first` was read from, taken before they were read. */
  constructor(first: Pair, stamp: string, ports: RenewalPorts) {
    this.#current = first;
    this.#settledStamp = stamp;
    this.#ports = ports;
  }

  get alarms(): readonly Alarm[] {
    return this.#alarms;
  }

  /** Looks at the files now. One look after the other; each ends when what it found is in force or refused. */
  look(): Promise<void> {
    const look = this.#looking.then(() => this.#look());
    this.#looking = look.catch(() => undefined);
    return look;
  }

  async #look(): Promise<void> {
    const stamp = await this.#ports.stamp();
    if (stamp === this.#settledStamp) return;
    const alarms = await this.#renew();
    const isDoubted = alarms.length > 0 && namesOf(alarms).join() !== namesOf(this.#doubted).join();
    this.#doubted = alarms;
    if (isDoubted) return;
    // A fault, unlike a refusal, may pass while the files stay as they are.
    if (alarms.every(({ code }) => isRefusal(code))) this.#settledStamp = stamp;
    await this.#raise(alarms);
  }

  async #raise(alarms: readonly Alarm[]): Promise<void> {
    const told = namesOf(this.#alarms);
    this.#alarms = alarms;
    if (alarms.length === 0 && told.length > 0) this.#ports.onRelief();
    for (const alarm of alarms) if (!told.includes(nameOf(alarm))) await this.#ports.onAlarm(alarm);
  }

  async #renew(): Promise<readonly Alarm[]> {
    const { graph: inForce } = this.#current;
    const graph = await attempt(() => this.#ports.openGraph(inForce));
    try {
      const agreements = await attempt(() => this.#ports.readAgreements());
      const refused = [...alarmOf('schema', graph.problem), ...alarmOf('agreements', agreements.problem)];
      return await this.#putBestInForce({ graph: graph.value, agreements: agreements.value }, refused);
    } finally {
      if (graph.value !== undefined && graph.value !== inForce) await graph.value.release();
    }
  }

  async #putBestInForce(
    read: { readonly graph: Graph | undefined; readonly agreements: Pair['agreements'] | undefined },
    refused: readonly Alarm[],
  ): Promise<readonly Alarm[]> {
    const old = this.#current;
    const graph = read.graph ?? old.graph;
    const agreements = read.agreements ?? old.agreements;
    const problem = await this.#putInForce({ graph, agreements });
    if (problem === undefined) return refused;
    if ((await this.#putInForce({ graph: old.graph, agreements })) === undefined)
      return [...refused, ...alarmOf('schema', problem)];
    if ((await this.#putInForce({ graph, agreements: old.agreements })) === undefined)
      return [...refused, ...alarmOf('agreements', problem)];
    return [...alarmOf('schema', problem), ...alarmOf('agreements', problem)];
  }

  async #putInForce(pair: Pair): Promise<LukouError | undefined> {
    if (isSame(pair, this.#current)) return undefined;
    const { problem } = await attempt(() => this.#ports.putInForce(pair));
    if (problem === undefined) this.#current = pair;
    return problem;
  }
}

interface Attempt<T> {
  readonly value?: T;
  readonly problem?: LukouError;
}

async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await work() };
  } catch (cause) {
    return {
      problem: cause instanceof LukouError ? cause : new LukouError('INTERNAL', undefined, { cause }),
    };
  }
}

function isSame(a: Pair, b: Pair): boolean {
  return a.graph === b.graph && a.agreements.digest === b.agreements.digest;
}

function alarmOf(what: Source, problem: LukouError | undefined): readonly Alarm[] {
  return problem === undefined ? [] : [{ what, code: problem.code, message: problem.message }];
}

function nameOf({ what, message }: Alarm): string {
  return `${what}: ${message}`;
}

function namesOf(alarms: readonly Alarm[]): readonly string[] {
  return alarms.map(nameOf);
}

function isRefusal(code: ErrorCode): boolean {
  return ERRORS[code].kind === 'refusal';
}
