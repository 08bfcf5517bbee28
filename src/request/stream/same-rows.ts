import type { Grant } from '../../agreement/index.ts';
import { LukouError } from '../../base/index.ts';

/** Which rows a grant opens, to be compared with those of a later one. */
export const rowsOf = ({ scopes }: Pick<Grant, 'scopes'>): string => JSON.stringify([...scopes]);

/**
 * Numbers are those of whoever sees the same rows: under an agreement that opens others, a hole would tell of what is kept
 * from the caller now. Throws EVENTS_FORGOTTEN where the grant does not open what a stream was opened for.
 */
export function requireSameRows(grant: Pick<Grant, 'scopes'>, rows: string): void {
  if (rowsOf(grant) !== rows)
    throw new LukouError('EVENTS_FORGOTTEN', 'Your agreement opens other rows than when the stream began.');
}
