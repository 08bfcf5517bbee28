import type { FaultLedger } from './fault-ledger.ts';
import type { SharedCalls } from './shared-calls.ts';
import type { CallerContext, Subgraph } from '../subgraph.ts';

/** One call of one agency, for the operator's figures. */
export interface FetchStat {
  readonly subgraph: string;
  readonly ms: number;
  readonly failed: boolean;
}

/** All that one execution of a plan carries from step to step. */
export interface ExecutionRun {
  /** The gateway's tree of data, in the gateway's own names. */
  readonly data: Record<string, unknown>;
  /** Values of the operation's own variables. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly caller: CallerContext;
  readonly subgraphs: ReadonlyMap<string, Subgraph>;
  /** How long one agency may take over one call. */
  readonly timeoutMs: number;
  readonly calls: SharedCalls;
  readonly ledger: FaultLedger;
  readonly fetches: FetchStat[];
  /** Whom the answers so far tell about, by subgraph. */
  readonly subjects: Map<string, Set<string>>;
  /** Told of what no caller may see. */
  readonly onFault: (requestId: string, error: unknown) => void;
}

/** Remembers whom an agency told about. */
export function keepSubjects(
  run: ExecutionRun,
  name: string,
  subjects: ReadonlySet<string> | undefined,
): void {
  if (subjects === undefined) return;
  let known = run.subjects.get(name);
  if (known === undefined) run.subjects.set(name, (known = new Set()));
  for (const subject of subjects) known.add(subject);
}

/**
 * One step of a compiled plan. Starting it reads from the run's data what it needs and returns the work that
 * awaits, or null where there is nothing to fetch.
 *
 * Steps that run side by side are all started before any of them waits, so that none reads what another wrote.
 */
export type PlanStep = (run: ExecutionRun) => (() => Promise<void>) | null;
