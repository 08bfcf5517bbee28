import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LukouError } from '../base/index.ts';

/** The list of suspended agreements, beside the agreements. */
export const SUSPENSIONS_FILE = 'suspensions.yaml';

/** A file of agreements, and the folder that it lies in. */
export interface AgreementFilePlace {
  readonly name: string;
  readonly path: string;
}

/**
 * The agreement files of a folder in order of name, or the one file that the path names.
 *
 * @throws LukouError AGREEMENT_INVALID where it cannot be read.
 */
export function listAgreementFiles(path: string): readonly AgreementFilePlace[] {
  try {
    if (!statSync(path).isDirectory()) return [placeOf(dirname(path), basename(path))];
    return readdirSync(path)
      .filter((name) => /\.ya?ml$/.test(name) && name !== SUSPENSIONS_FILE)
      .toSorted()
      .map((name) => placeOf(path, name));
  } catch (cause) {
    throw new LukouError('AGREEMENT_INVALID', `${path} cannot be read.`, { cause });
  }
}

function placeOf(folder: string, name: string): AgreementFilePlace {
  return { name, path: join(folder, name) };
}
