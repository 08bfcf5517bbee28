import type { Span } from './span.ts';

/** Days at +08:00 as an address holds them, `2026-02-01`, the last one included; empty where nothing is said. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;
// China has had one zone and no summer time since 1992.
const ZONE_MS = 8 * 3_600_000;

/** The month before this one. */
export function lastMonth(nowMs: number): Days {
  const { year, month } = monthOf(nowMs);
  return { from: dayOf(Date.UTC(year, month - 1, 1)), to: dayOf(Date.UTC(year, month, 0)) };
}

/** This month up to today. */
export function thisMonth(nowMs: number): Days {
  const { year, month } = monthOf(nowMs);
  return { from: dayOf(Date.UTC(year, month, 1)), to: dayOf(nowMs + ZONE_MS) };
}

/** So many days, of which today is the last. */
export function recentDays(count: number, nowMs: number): Days {
  return { from: dayOf(nowMs + ZONE_MS - (count - 1) * DAY_MS), to: dayOf(nowMs + ZONE_MS) };
}

/** The span of some days; an end that is not said, or is no day, is open. Null where both are. */
export function duringDays({ from, to }: Days): Span | null {
  const fromMs = Date.parse(`${from}T00:00:00+08:00`);
  const toMs = Date.parse(`${to}T00:00:00+08:00`) + DAY_MS;
  if (Number.isNaN(fromMs) && Number.isNaN(toMs)) return null;
  return {
    from: Number.isNaN(fromMs) ? '2000-01-01T00:00:00.000Z' : new Date(fromMs).toISOString(),
    to: Number.isNaN(toMs) ? '2100-01-01T00:00:00.000Z' : new Date(toMs).toISOString(),
  };
}

/** The year and the month, from 0, at +08:00. */
function monthOf(nowMs: number): { readonly year: number; readonly month: number } {
  const there = new Date(nowMs + ZONE_MS);
  return { year: there.getUTCFullYear(), month: there.getUTCMonth() };
}

function dayOf(utcMs: number): string {
  return new Date(utcMs).toISOString().slice(0, 10);
}
