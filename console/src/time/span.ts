/** A span of instants, as the gateway is asked for it: the last one is not included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const HOUR_MS = 3_600_000;

/** The last days up to the end of this hour; within an hour it is the same, and is asked for once. */
export function lastDays(days: number, nowMs: number): Span {
  const toMs = Math.ceil((nowMs + 1) / HOUR_MS) * HOUR_MS;
  return { from: new Date(toMs - days * 24 * HOUR_MS).toISOString(), to: new Date(toMs).toISOString() };
}
