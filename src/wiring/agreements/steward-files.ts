import { createPrivateKey, type KeyObject, randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { LukouError } from '../../base/index.ts';

/** A text that a steward names; throws SETTING_INVALID where it cannot be read. */
export async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LukouError('SETTING_INVALID', `The file ${path} cannot be read.`, { cause });
  });
}

/** A steward's private key; throws SETTING_INVALID where the file holds none. */
export async function openPrivateKey(path: string): Promise<KeyObject> {
  const pem = await readText(path);
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new LukouError('SETTING_INVALID', `${path} is no private key: lukou agreement key makes one.`, {
      cause,
    });
  }
}

/** Writes beside the file and renames: a gateway reads the old one or the new one. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, text, { flag: 'wx' });
  await rename(draft, path);
}
