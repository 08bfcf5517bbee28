const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** The day at +08:00 that an instant lies in: `2026-03-02`. */
export function dayOf(nowMs: number): string {
  return new Date(nowMs + OFFSET_MS).toISOString().slice(0, 10);
}

/** The first instant of the next day at +08:00, as `2026-03-03T00:00:00+08:00`. */
export function endOfDay(nowMs: number): string {
  return `${dayOf(nowMs + DAY_MS)}T00:00:00+08:00`;
}
