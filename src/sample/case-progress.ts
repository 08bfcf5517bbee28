import { DAY_MS, PERIOD_END_MS } from './period.ts';
import type { Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';

type MediationCase = SampleRecord<'MediationCase'>;

/** How far a case has come by the end of the sample. */
export interface Progress extends Pick<MediationCase, 'status' | 'result' | 'performance' | 'form'> {
  /** When it was agreed, failed or withdrawn; null while it runs. */
  readonly closedAtMs: number | null;
}

/** Share of mediations that succeed. */
const SUCCESS = 0.965;

/** How far a case accepted at `acceptedAtMs` has come. */
export function caseProgress(acceptedAtMs: number, random: Random): Progress {
  const form = random.chance(0.7) ? 'WRITTEN' : 'ORAL';
  const closedAtMs = acceptedAtMs + random.whole(1, 26) * DAY_MS;
  if (closedAtMs >= PERIOD_END_MS) {
    const running = PERIOD_END_MS - acceptedAtMs < 2 * DAY_MS ? 'ACCEPTED' : 'MEDIATING';
    return { status: running, result: 'CONTINUE', performance: null, form: null, closedAtMs: null };
  }
  if (!random.chance(SUCCESS)) {
    const status = random.chance(0.7) ? 'FAILED' : 'WITHDRAWN';
    return { status, result: 'FAILURE', performance: null, form: null, closedAtMs };
  }
  const days = (PERIOD_END_MS - closedAtMs) / DAY_MS;
  const [status, performance] =
    form === 'WRITTEN' && random.chance(0.3) ? confirmed(days, random) : performed(days, random);
  return { status, result: 'SUCCESS', performance, form, closedAtMs };
}

/** A case agreed, kept and done with three days after it was accepted. */
export function settledCase(acceptedAtMs: number): Progress {
  return {
    status: 'PERFORMED',
    result: 'SUCCESS',
    performance: 'PERFORMED',
    form: 'WRITTEN',
    closedAtMs: acceptedAtMs + 3 * DAY_MS,
  };
}

type Step = readonly [status: MediationCase['status'], performance: Progress['performance']];

/** The way over the court: applied for within 30 days, accepted within 3, decided within 15. */
function confirmed(days: number, random: Random): Step {
  if (days < 12) return ['AGREED', null];
  if (days < 18) return ['CONFIRMATION_APPLIED', null];
  if (days < 24) return ['CONFIRMATION_ACCEPTED', null];
  return random.chance(0.96) ? ['CONFIRMED', 'JUDICIALLY_CONFIRMED'] : ['NOT_CONFIRMED', 'OTHER'];
}

/** The way without the court. One in twelve waits in AGREED, to the last days of the 30 in which they may apply. */
function performed(days: number, random: Random): Step {
  if (days < 5 || (days < 30 && random.chance(1 / 12))) return ['AGREED', null];
  if (days < 14) return ['PERFORMING', null];
  if (random.chance(0.02)) return ['BREACHED', 'SUED_AFTER'];
  if (days < 35) return ['PERFORMED', 'PERFORMED'];
  return random.chance(0.5) ? ['ARCHIVED', 'PERFORMED'] : ['FOLLOW_UP', 'PERFORMED'];
}
