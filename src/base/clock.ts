/** Where a part of Lukou gets the time from, so that tests and replays can set it. */
export interface Clock {
  /** The present instant, in milliseconds since 1970-01-01T00:00:00Z. */
  nowMs(): number;
}

/** The machine's own clock. */
export const systemClock: Clock = { nowMs: () => Date.now() };

/** A clock that stands at `instant` (RFC 3339) until it is moved. */
export function stoppedClock(instant: string): Clock & { moveTo(instant: string): void } {
  let nowMs = Date.parse(instant);
  return {
    nowMs: () => nowMs,
    moveTo(next: string) {
      nowMs = Date.parse(next);
    },
  };
}
