import type { HandlingCode } from '../agreement/index.ts';
import type { Account } from './account.ts';

/** What the receiver must do with what it got under one agreement. */
export interface Handling {
  /** As `uid@version`. */
  readonly agreement: string;
  readonly codes: readonly HandlingCode[];
}

/** The handling codes of every agreement that something of the answer was shown under. */
export function listHandling({ grant, selected }: Pick<Account, 'grant' | 'selected'>): readonly Handling[] {
  const shown = new Set(
    selected.flatMap(({ decision: { kind, agreementUid } }) => (kind === 'deny' ? [] : agreementUid)),
  );
  return (grant?.agreements ?? [])
    .filter(({ uid, handling }) => handling.length > 0 && shown.has(uid))
    .map(({ uid, version, handling }) => ({ agreement: `${uid}@${version}`, codes: handling }));
}
