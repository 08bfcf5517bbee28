import type { Decision, Grant } from '../agreement/index.ts';

type Agreement = Grant['agreements'][number];

/**
 * Those agreements of a grant that something was shown or tested under, among those that `isAsked` asks for. A denied
 * field tells nothing.
 */
export function listTouched(
  grant: Grant,
  places: readonly { readonly decision: Decision }[],
  isAsked: (agreement: Agreement) => boolean,
): readonly Agreement[] {
  const asked = grant.agreements.filter(isAsked);
  if (asked.length === 0) return [];
  const touched = new Set(
    places.flatMap(({ decision: { kind, agreementUid } }) => (kind === 'deny' ? [] : agreementUid)),
  );
  return asked.filter(({ uid }) => touched.has(uid));
}
