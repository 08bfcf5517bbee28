import { agreementName, type Ceiling, type Grant } from '../../agreement/index.ts';
import { listTouched } from '../list-touched.ts';
import type { InputUse } from '../ports.ts';
import type { Charge } from './budget-meter.ts';
import { countRows } from './count-rows.ts';
import { gatherReach, type Reach, type Reached } from './gather-reach.ts';

/** One answer, as far as ceilings look at it. */
export interface Gathered extends Reached {
  readonly grant: Grant;
  readonly uses: readonly InputUse[];
}

/** What an answer gathers against the ceilings of the agreements behind it. */
export interface Ceilings {
  /** Bounds of one operation that it exceeds, in words; empty where it fits. */
  readonly exceeded: readonly string[];
  /** What it costs of the bounds of a day. */
  readonly charges: readonly Charge[];
}

const NONE: Ceilings = { exceeded: [], charges: [] };
const NOWHERE: Reach = { divisions: new Set(), days: new Set() };
const BOUNDS_OF_REACH = ['divisions', 'days', 'divisionsPerDay', 'daysPerDay'] as const;

/**
 * Aggregation can make a secret of what is none row by row (实施条例 art. 43): an agreement bounds how many rows of its
 * assigner, over how many divisions and days, one operation may gather, and how many divisions and days a day of asking.
 */
export function listCeilings(answer: Gathered): Ceilings {
  const { grant, selected, uses } = answer;
  const bound = listTouched(grant, [...selected, ...uses], ({ ceiling }) => ceiling !== null);
  if (bound.length === 0) return NONE;
  const asksFor = (bounds: readonly (keyof Ceiling)[]): boolean =>
    bound.some(({ ceiling }) => bounds.some((name) => ceiling?.[name] != null));
  const { divisions, days } = asksFor(BOUNDS_OF_REACH) ? gatherReach(answer) : NOWHERE;
  const rows = asksFor(['rows'])
    ? countRows(answer.data, selected, answer.catalogue)
    : new Map<string, number>();
  const found = bound.map(({ uid, version, assigner, ceiling }) => {
    const base = { agreement: uid, version, owner: assigner, clause: '', amount: 0 };
    const name = agreementName({ uid, version });
    const { divisionsPerDay = null, daysPerDay = null } = ceiling ?? {};
    return {
      exceeded: compare(ceiling, {
        rows: rows.get(assigner) ?? 0,
        divisions: divisions.size,
        days: days.size,
      }).map((words) => `${name} (${words})`),
      charges: [
        ...charge(
          base,
          'DIVISIONS',
          divisionsPerDay,
          [...divisions].map((code) => `division ${code}`),
        ),
        ...charge(
          base,
          'DAYS',
          daysPerDay,
          [...days].map((day) => `day ${day}`),
        ),
      ],
    };
  });
  return {
    exceeded: found.flatMap(({ exceeded }) => exceeded),
    charges: found.flatMap(({ charges }) => charges),
  };
}

type Amounts = Readonly<Record<'rows' | 'divisions' | 'days', number>>;

function compare(ceiling: Ceiling | null, amounts: Amounts): string[] {
  return (['rows', 'divisions', 'days'] as const).flatMap((what) => {
    const allowed = ceiling?.[what] ?? null;
    return allowed !== null && amounts[what] > allowed ? [`${allowed} ${what} at once`] : [];
  });
}

function charge(
  base: Omit<Charge, 'measure' | 'allowed' | 'subjects'>,
  measure: 'DIVISIONS' | 'DAYS',
  allowed: number | null,
  subjects: readonly string[],
): Charge[] {
  return allowed === null || subjects.length === 0 ? [] : [{ ...base, measure, allowed, subjects }];
}
