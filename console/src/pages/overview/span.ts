import type { Span } from '../../time/index.ts';

const HOUR_MS = 3_600_000;

/** What was counted in one hour; `key` is its first instant. */
interface HourCount {
  readonly key: string | null;
  readonly answers: number | null;
  readonly refusals: number | null;
}

/** Counts of every hour of a span, also of those in which nobody asked; of every six hours where it is long. */
export function fillHours(
  counts: readonly HourCount[],
  { from, to }: Span,
): readonly { readonly at: number; readonly answers: number; readonly refusals: number }[] {
  const firstMs = Date.parse(from);
  const hours = (Date.parse(to) - firstMs) / HOUR_MS;
  const stepMs = hours > 24 * 7 ? 6 * HOUR_MS : HOUR_MS;
  const steps = Array.from({ length: Math.ceil((hours * HOUR_MS) / stepMs) }, (_, index) => ({
    at: firstMs + index * stepMs,
    answers: 0,
    refusals: 0,
  }));
  for (const { key, answers, refusals } of counts) {
    const step = steps[Math.floor((Date.parse(key ?? '') - firstMs) / stepMs)];
    if (step === undefined) continue;
    step.answers += answers ?? 0;
    step.refusals += refusals ?? 0;
  }
  return steps;
}
