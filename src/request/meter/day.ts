import { dayOf } from '../../base/index.ts';

const DAY_MS = 24 * 3_600_000;

/** The first instant of the next day at +08:00, as `2026-03-03T00:00:00+08:00`. */
export function endOfDay(nowMs: number): string {
  return `${dayOf(nowMs + DAY_MS)}T00:00:00+08:00`;
}
