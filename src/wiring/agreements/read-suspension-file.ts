import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type ListedSuspension, readSuspensions } from '../../agreement/index.ts';
import { LukouError } from '../../base/index.ts';
import { SUSPENSIONS_FILE } from '../../storage/index.ts';

/**
 * Reads the list of suspended agreements in a folder; without the file none is suspended.
 *
 * @throws LukouError AGREEMENT_INVALID where the file cannot be read or is no such list: nobody must take an agreement for
 *   suspended that is not.
 */
export async function readSuspensionFile(folder: string): Promise<readonly ListedSuspension[]> {
  const path = join(folder, SUSPENSIONS_FILE);
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    // A single agreement, as a steward's command takes it, has no list beside it.
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null;
    throw new LukouError('AGREEMENT_INVALID', `${path} cannot be read.`, { cause });
  });
  return text === null ? [] : readSuspensions(parseYaml(text), SUSPENSIONS_FILE);
}

function parseYaml(text: string): unknown {
  try {
    return parse(text, { strict: true, uniqueKeys: true, maxAliasCount: 0 });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'it is no YAML';
    throw new LukouError('AGREEMENT_INVALID', `${SUSPENSIONS_FILE}: ${reason}`, { cause });
  }
}
