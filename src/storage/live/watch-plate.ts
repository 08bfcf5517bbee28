import type { Pool } from 'pg';
import type { ActPlace } from '../acts/keep-acts.ts';
import { beginActing } from '../bind-scope.ts';
import { inTransaction } from '../in-transaction.ts';
import { runNamed } from '../run-named.ts';

/** Which plate is watched for, and for whom. */
export interface PlateWatch {
  readonly plateNo: string;
  readonly agency: string;
  readonly caseReference: string;
}

const WATCH_PLATE = { name: 'live.watch-plate', text: 'select live.watch_plate($1, $2, $3) as audience' };

const FORGET_WATCHES = { name: 'live.forget-watches', text: 'select live.forget_watches()' };

/**
 * Forgets watches that nobody has opened for a day: a plate that is looked for is kept no longer than it is. Needs the
 * login of the intake.
 *
 * @throws LukouError STORAGE_FAULT
 */
export async function forgetWatches(pool: Pool): Promise<void> {
  await runNamed(pool, FORGET_WATCHES);
}

/**
 * Has the intake look for a plate from now on, among the rows that the caller may see; returns the audience that its
 * passages are numbered for. The same watch, opened again, goes on.
 *
 * @throws LukouError STORAGE_FAULT
 */
export function watchPlate(
  { pool, signer, scope }: ActPlace,
  { plateNo, agency, caseReference }: PlateWatch,
): Promise<string> {
  return inTransaction(pool, beginActing(signer, scope), async (client) => {
    const { rows } = await runNamed<{ audience: string }>(client, WATCH_PLATE, [
      plateNo,
      agency,
      caseReference,
    ]);
    return rows[0]!.audience;
  });
}
