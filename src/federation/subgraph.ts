import type { Grant } from '../agreement/index.ts';

/** For whom an operation runs, as every agency is told. */
export interface CallerContext {
  readonly grant: Grant;
  readonly requestId: string;
  readonly nowMs: number;
}

/** One operation for one agency. */
export interface SubgraphRequest {
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly caller: CallerContext;
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
}

/** One agency's part of the graph, in this process or elsewhere. */
export interface Subgraph {
  /** The name that the supergraph knows it by. */
  readonly name: string;
  execute(request: SubgraphRequest): Promise<SubgraphAnswer>;
}
