import { agreementName, type HandlingCode } from '../agreement/index.ts';
import type { Account } from './account.ts';
import { listTouched } from './list-touched.ts';

/** What the receiver must do with what it got under one agreement. */
export interface Handling {
  /** As `uid@version`. */
  readonly agreement: string;
  readonly codes: readonly HandlingCode[];
}

/** The handling codes of every agreement that something of the answer was shown under. */
export function listHandling({ grant, selected }: Pick<Account, 'grant' | 'selected'>): readonly Handling[] {
  if (grant === null) return [];
  const shown = listTouched(grant, selected, ({ handling }) => handling.length > 0);
  return shown.map(({ uid, version, handling }) => ({
    agreement: agreementName({ uid, version }),
    codes: handling,
  }));
}
