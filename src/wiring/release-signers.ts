import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { LukouError } from '../base/index.ts';
import { readReleaseSigners, type ReleaseSigner } from '../classification/index.ts';

/**
 * Reads whose signatures count on release packages, from the file of `--signers` or LUKOU_RELEASE_SIGNERS.
 *
 * @throws LukouError SETTING_INVALID where there is no such file, or it is not such a list.
 */
export async function readSigners(path: string | undefined): Promise<readonly ReleaseSigner[]> {
  if (path === undefined)
    throw new LukouError(
      'SETTING_INVALID',
      'LUKOU_RELEASE_SIGNERS: name the list of those whose signatures count, or give --signers. "lukou register persons" prints one.',
    );
  try {
    return readReleaseSigners(parse(await readFile(path, 'utf8')), path);
  } catch (cause) {
    if (cause instanceof LukouError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? 'not YAML';
    throw new LukouError('SETTING_INVALID', `${path} cannot be read (${code}).`, { cause });
  }
}
