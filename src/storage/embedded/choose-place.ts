import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LukouError, sha256Hex } from '../../base/index.ts';
import { mayEnter, type ServerAccount } from './account.ts';

/** Where root keeps a database whose data folder the server's account may not enter. */
export const SYSTEM_FOLDER = '/var/lib/lukou';

/**
 * Chooses the folder for the database: the data folder, unless it lies below a folder that the server's account may
 * not enter. Asked once for a data folder; its credentials remember the answer.
 */
export function choosePlace(
  dataFolder: string,
  account: ServerAccount | null,
  onMessage: (message: string) => void,
  systemFolder = SYSTEM_FOLDER,
): string {
  if (account === null || mayEnter(dataFolder, account)) return dataFolder;
  const place = join(systemFolder, sha256Hex(dataFolder).slice(0, 12));
  for (const folder of [systemFolder, place]) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o711);
  }
  requireReach(place, account);
  onMessage(
    `The account ${account.name} may not enter ${dataFolder}: the database is kept in ${place} instead.`,
  );
  return place;
}

/** Refuses a place that the server's account may not enter (any more). */
export function requireReach(place: string, account: ServerAccount | null): void {
  if (account === null || mayEnter(place, account)) return;
  throw new LukouError(
    'DATABASE_UNSUITABLE',
    `The account ${account.name} runs the database and may not enter ${place}. ` +
      'Let it pass (chmod o+x on that folder and those above), or set LUKOU_DATA to another folder.',
  );
}
