import { accessSync, chmodSync, constants, mkdirSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LukouError } from '../../base/index.ts';

/**
 * Makes the data folder where it is missing, closed to others, but passable for the database server's account where
 * we are root. Returns its true path. Throws SETTING_INVALID where this account may not use it.
 */
export function prepareDataFolder(dataFolder: string): string {
  const wanted = resolve(dataFolder);
  try {
    const firstMade = mkdirSync(wanted, { recursive: true });
    if (firstMade !== undefined) closeToOthers(wanted, firstMade);
    accessSync(wanted, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(wanted);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new LukouError(
      'SETTING_INVALID',
      `LUKOU_DATA is ${wanted}, and this account may not use that folder (${code ?? 'unknown reason'}). ` +
        'Run as the account that made it, or set another folder.',
    );
  }
}

function closeToOthers(folder: string, firstMade: string): void {
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
  if (folder !== firstMade) closeToOthers(dirname(folder), firstMade);
}
