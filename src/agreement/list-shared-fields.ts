import { describeMask, describeStatistic } from '../masking/index.ts';
import type { Agreement } from './agreement.ts';
import { openedBy } from './catalogue.ts';
import type { Decision } from './grant.ts';
import type { Policy } from './policy.ts';

/** What one agreement decides about reading one field, for a caller with a case where it asks for one. */
export interface SharedField {
  readonly coordinate: string;
  readonly decision: Decision['kind'];
  /** As in `plate.region`, or `statistic:10/5` of a number that is told of groups only; null where the value is shown as it is, or not at all. */
  readonly mask: string | null;
  /** The clause: `uid@version#clause`. */
  readonly rule: string;
}

/** Agreements of a policy with the fields that their clauses name, in the catalogue's order. */
export function listSharedFields(
  policy: Policy,
  among: ReadonlySet<Agreement>,
): readonly { readonly agreement: Agreement; readonly fields: readonly SharedField[] }[] {
  const filed = [...policy.byClass.values()].flat().filter(({ agreement }) => among.has(agreement));
  return [...new Set(filed)].map(({ agreement, decisions, withCase }) => ({
    agreement,
    fields: policy.catalogue.coordinates.flatMap((coordinate) => {
      const decision = decisions[withCase[openedBy(coordinate)][coordinate.index]!]!;
      return decision.rule === 'default' ? [] : [shareOf(coordinate.name, decision)];
    }),
  }));
}

function shareOf(coordinate: string, { kind, mask, rule, statistic }: Decision): SharedField {
  if (statistic !== undefined)
    return { coordinate, decision: 'mask', mask: describeStatistic(statistic), rule };
  return { coordinate, decision: kind, mask: mask === null ? null : describeMask(mask), rule };
}
