import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isErrno, LukouError } from '../../base/index.ts';

/** What a file is written from: all of it, or piece by piece. */
type Content = string | Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Makes a file that its owner alone may read; false where there is one. A crash leaves the whole file or none.
 */
export async function createPrivateFile(path: string, content: Content): Promise<boolean> {
  const draft = await prepareDraft(path);
  try {
    await writeDraft(draft, content);
    // Not a rename, which would replace a file that has come to be there meanwhile.
    await link(draft, path);
    await syncFolderOf(path);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Makes such a file, in the place of one that is there. */
export async function writePrivateFile(path: string, content: string | Uint8Array): Promise<void> {
  const draft = await prepareDraft(path);
  await writeDraft(draft, content);
  await replaceByFile(path, draft);
}

/** Puts one private file in the place of another, at once and durably. */
export async function replaceByFile(path: string, replacement: string): Promise<void> {
  await rename(replacement, path);
  await syncFolderOf(path);
}

/**
 * What a private file holds; null where there is none.
 *
 * @throws LukouError SETTING_INVALID where others may read it.
 */
export async function findPrivateFile(path: string): Promise<Buffer | null> {
  try {
    const { mode } = await stat(path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new LukouError('SETTING_INVALID', `Others may read ${path}. Run: chmod 600 ${path}`);
    return await readFile(path);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}

/** A path beside the file for what is to take its place. */
async function prepareDraft(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  return `${path}.${randomUUID()}.part`;
}

async function writeDraft(draft: string, content: Content): Promise<void> {
  await using file = await open(draft, 'wx', 0o600);
  await file.writeFile(content);
  await file.sync();
}

async function syncFolderOf(path: string): Promise<void> {
  await using folder = await open(dirname(path), 'r');
  await folder.sync();
}
