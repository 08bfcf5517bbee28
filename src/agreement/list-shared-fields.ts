import { describeMask } from '../masking/index.ts';
import type { Agreement } from './agreement.ts';
import type { Policy } from './policy.ts';

/** What one agreement decides about reading one field, for a caller with a case where it asks for one. */
export interface SharedField {
  readonly coordinate: string;
  readonly decision: 'allow' | 'mask' | 'deny';
  /** As in `plate.region`; null where the value is shown as it is, or not at all. */
  readonly mask: string | null;
  /** The clause: `uid@version#clause`. */
  readonly rule: string;
}

/** Every agreement of a policy with the fields that its clauses name, in the catalogue's order. */
export function listSharedFields(
  policy: Policy,
): readonly { readonly agreement: Agreement; readonly fields: readonly SharedField[] }[] {
  const compiled = new Set([...policy.byClass.values()].flat());
  return [...compiled].map(({ agreement, decisions, withCase }) => ({
    agreement,
    fields: policy.catalogue.coordinates.flatMap(({ name, index }) => {
      const { kind, mask, rule } = decisions[withCase.read[index]!]!;
      if (rule === 'default') return [];
      return [{ coordinate: name, decision: kind, mask: mask === null ? null : describeMask(mask), rule }];
    }),
  }));
}
