import type { Arrival } from '../request/index.ts';

/** How streams are served. */
export interface StreamOptions {
  /** How long an answer may wait to be read. */
  readonly patienceMs: number;
}

/** A sign of life goes out this often, whatever happens: its time tells nothing. */
export const KEEP_ALIVE_MS = 10_000;
/** After its end, a connection that is not read is cut. */
export const LEAVE_WITHIN_MS = 5_000;

/** A stream's request as GraphQL over HTTP takes it: the form of each answer is that of an answer by itself. */
export function asStreamArrival(arrival: Arrival): Arrival {
  return {
    ...arrival,
    headers: new Map([...arrival.headers, ['accept', 'application/graphql-response+json']]),
  };
}
