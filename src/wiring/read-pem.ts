import { readFile } from 'node:fs/promises';
import { LukouError } from '../base/index.ts';

/**
 * Reads the PEM file that a setting names.
 *
 * @throws LukouError SETTING_INVALID where it cannot be read, or holds no PEM.
 */
export async function readPem(setting: string, path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LukouError('SETTING_INVALID', `${setting}: the file ${path} cannot be read.`, { cause });
  });
  // An authority file without a certificate would be taken silently for an empty list.
  if (!text.includes('-----BEGIN '))
    throw new LukouError('SETTING_INVALID', `${setting}: ${path} holds no PEM.`);
  return text;
}
