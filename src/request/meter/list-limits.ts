import { agreementName, type Decision, type Grant } from '../../agreement/index.ts';
import type { Measure } from '../alarms.ts';
import { listTouched } from '../list-touched.ts';
import type { SpentBudget } from './budget-meter.ts';

/** How much an agreement behind an operation allows. */
export interface ExplainedLimit {
  /** As `uid@version`. */
  readonly agreement: string;
  /** As `uid@version#id`; null where it is the whole agreement's. */
  readonly clause: string | null;
  readonly measure: Measure;
  /** Of one operation, or of one person and day. */
  readonly per: 'OPERATION' | 'DAY';
  readonly allowed: number;
  /**
   * What the asker has left of the day. Null where it is of an operation, where nobody in particular asks, and of subjects
   * until they are spent: who saw that number stand still would know which masked values are one vehicle's.
   */
  readonly left: number | null;
}

type Agreement = Grant['agreements'][number];
type Bound = Omit<ExplainedLimit, 'left'> & { readonly uid: string };

/** The budgets, ceilings and limits of the agreements that something would be shown or tested under. */
export function listLimits(
  grant: Grant,
  places: readonly { readonly decision: Decision }[],
  spent: readonly SpentBudget[] | null,
): readonly ExplainedLimit[] {
  const bounds = [
    ...listTouched(grant, places, ({ budget, ceiling }) => budget !== null || ceiling !== null).flatMap(
      listBounds,
    ),
    ...listClauses(grant, places),
  ];
  return bounds.map(({ uid, ...bound }) => ({ ...bound, left: leftOf({ uid, ...bound }, spent) }));
}

function listBounds({ uid, version, budget, ceiling }: Agreement): Bound[] {
  const of = (per: Bound['per'], measure: Measure, allowed: number | null | undefined): Bound[] =>
    allowed == null
      ? []
      : [{ uid, agreement: agreementName({ uid, version }), clause: null, measure, per, allowed }];
  return [
    ...of('DAY', 'ROWS', budget?.rowsPerDay),
    ...of('DAY', 'SUBJECTS', budget?.distinctSubjectsPerDay),
    ...of('OPERATION', 'ROWS', ceiling?.rows),
    ...of('OPERATION', 'DIVISIONS', ceiling?.divisions),
    ...of('OPERATION', 'DAYS', ceiling?.days),
    ...of('DAY', 'DIVISIONS', ceiling?.divisionsPerDay),
    ...of('DAY', 'DAYS', ceiling?.daysPerDay),
  ];
}

function listClauses(grant: Grant, places: readonly { readonly decision: Decision }[]): Bound[] {
  const limited = new Map(
    places
      .filter(({ decision: { kind, limitPerDay } }) => kind !== 'deny' && limitPerDay !== undefined)
      .map(({ decision }) => [decision.rule, decision]),
  );
  return [...limited].flatMap(([clause, { agreementUid, limitPerDay }]) => {
    const agreement = grant.agreements.find(({ uid }) => uid === agreementUid);
    if (agreement === undefined || limitPerDay === undefined) return [];
    const { uid } = agreement;
    return [
      { uid, agreement: agreementName(agreement), clause, measure: 'USES', per: 'DAY', allowed: limitPerDay },
    ];
  });
}

function leftOf(
  { uid, clause, measure, per, allowed }: Bound,
  spent: readonly SpentBudget[] | null,
): number | null {
  if (spent === null || per === 'OPERATION') return null;
  const id = clause === null ? '' : clause.slice(clause.lastIndexOf('#') + 1);
  const known = spent.find(
    (each) => each.agreement === uid && each.measure === measure && each.clause === id,
  );
  const left = known === undefined ? allowed : known.closed ? 0 : Math.max(0, allowed - known.used);
  return measure === 'SUBJECTS' && left > 0 ? null : left;
}
