import type { Grant } from '../agreement/index.ts';

/** For whom an operation runs, as every agency is told. */
export interface CallerContext {
  readonly grant: Grant;
  readonly requestId: string;
  readonly nowMs: number;
  /** The request's own `traceparent` header, as it came: not yet checked. */
  readonly traceparent?: string | undefined;
}

/** One operation for one agency. */
export interface SubgraphRequest {
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly caller: CallerContext;
  /** Ends the work when the time for it is over: nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Whether asking twice may do something twice. */
  readonly isMutation: boolean;
}

/** An error as an agency reports it. The gateway reads its path and its code, never its message. */
export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What an agency answered. */
export interface SubgraphAnswer {
  readonly data: unknown;
  readonly errors?: readonly SubgraphError[];
  /** Keyed hashes of the persons and vehicles that the data tell about, masked or not. */
  readonly subjects?: ReadonlySet<string>;
  /**
   * That the data hold exactly the keys that were asked, in objects that nobody else holds. Only an agency in this
   * process may vouch for that; what came over a wire never has it.
   */
  readonly isExact?: boolean;
}

/** One agency's part of the graph, in this process or elsewhere. */
export interface Subgraph {
  /** The name that the supergraph knows it by. */
  readonly name: string;
  execute(request: SubgraphRequest): Promise<SubgraphAnswer>;
  /**
   * Follows a subscription; absent where the agency sends no events. The request's signal ends when nobody waits for
   * another event.
   */
  subscribe?(request: SubgraphRequest): AsyncIterable<SubgraphAnswer>;
}
