import type { Agreement, RowScope } from './agreement.ts';
import type { Ask } from './grant.ts';

const NONE: readonly string[] = [];

/**
 * What each row of a scope must be tied to for this caller, all of it: `AG-…`, an agency that has a part in the row, and
 * `AG-… 呼公交(2026)0142号`, a case of that agency's register that the row belongs to. Null where the caller is of no
 * agency, or states no case where that matters: then the scope opens no row.
 */
export function tiesOf(
  { ofOwnAgency, ofStatedCase }: RowScope,
  { agency, caseReference }: Pick<Ask, 'agency' | 'caseReference'>,
): readonly string[] | null {
  if (!ofOwnAgency && !ofStatedCase) return NONE;
  if (agency === null || (ofStatedCase && caseReference === null)) return null;
  return [ofOwnAgency ? agency : [], ofStatedCase ? `${agency} ${caseReference}` : []].flat();
}

/** Whether an agreement opens rows of some type by the stated case. */
export function opensByCase({ rows }: Pick<Agreement, 'rows'>): boolean {
  return [...rows.values()].some(({ ofStatedCase }) => ofStatedCase);
}
