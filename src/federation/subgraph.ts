import type { Grant } from '../agreement/index.ts';

/** For whom an operation runs, as every agency is told. */
export interface CallerContext {
  readonly grant: Grant;
  /** The caller's token, for what the gateway answers by itself; absent where an agency is asked. */
  readonly session?: CallerSession;
  readonly requestId: string;
  readonly nowMs: number;
  /** The request's own `traceparent` header, as it came: not yet checked. */
  readonly traceparent?: string | undefined;
  /** The pseudonym of who asks, which an agency needs to know of acts alone; absent for the public. */
  readonly actor?: string | undefined;
}

/** What a caller may be told of its own token; nulls for the public. */
export interface CallerSession {
  readonly pseudonym: string | null;
  readonly issuedAtMs: number | null;
  readonly expiresAtMs: number | null;
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
  /** The event that a subscription is answered about. */
  readonly event?: AgencyEvent | undefined;
  /** Of events that are followed again, the last number that was had; it counts, whatever the operation says. */
  readonly after?: number | undefined;
}

/** One event of an agency: which row it tells of. What the row says is asked for each subscriber. */
export interface AgencyEvent {
  /** Its place among the events of its audience, which has no holes. */
  readonly number: number;
  readonly id: string;
}

/** Events, each once and in order. Null says that there is none for the moment. */
export interface AgencyEvents extends AsyncIterable<AgencyEvent | null> {
  /** The number that they come after; absent where the agency does not say. */
  readonly after?: number;
  /** Keyed hashes of the persons and vehicles that are looked for; absent where nobody in particular is. */
  readonly subjects?: ReadonlySet<string>;
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
   * That the data hold no keys but those that were asked and types, in objects that nobody else holds. Only an agency in
   * this process may vouch for that; what came over a wire never has it.
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
  /**
   * Follows the numbered events behind a subscription; absent where the agency numbers none. Each is answered by
   * `execute` with the event. Throws what keeps it from following.
   */
  follow?(request: SubgraphRequest): Promise<AgencyEvents>;
}
