import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isErrno, LukouError } from '../../base/index.ts';
import { createPrivateFile, writePrivateFile } from '../signer/private-file.ts';

const KEY_BYTES = 32;
const FILE = /^([1-9]\d{0,5})\.epoch$/;

const fileSchema = z.strictObject({
  from: z.iso.datetime(),
  /** Null where it was destroyed. */
  key: z.base64url().length(43).nullable(),
});

/** An epoch of subjects as its file says it. */
export interface EpochFile {
  readonly epoch: number;
  readonly fromMs: number;
  readonly key: Uint8Array | null;
}

/**
 * The epochs that have a file, in their order; none where there is no folder. The first one may have none.
 *
 * @throws LukouError SETTING_INVALID where a file is damaged, or one is missing between two.
 */
export function readEpochFiles(folder: string): readonly EpochFile[] {
  const epochs = listFolder(folder)
    .flatMap((name) => FILE.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);
  const first = epochs[0] === 1 ? 1 : 2;
  return epochs.map((epoch, at) => {
    if (epoch !== at + first) throw damaged(join(folder, `${at + first}.epoch`));
    return { epoch, ...readEpochFile(join(folder, `${epoch}.epoch`)) };
  });
}

/** Makes an epoch with a new key. Throws SETTING_INVALID where another command was first. */
export async function createEpochFile(folder: string, epoch: number, fromMs: number): Promise<void> {
  const key = randomBytes(KEY_BYTES).toString('base64url');
  const made = await createPrivateFile(join(folder, `${epoch}.epoch`), print(fromMs, key));
  if (!made)
    throw new LukouError('SETTING_INVALID', `Epoch ${epoch} has come to be meanwhile. List them again.`);
}

/** Puts a file without the key in the place of one with it. Copies and backups of the key are for others to destroy. */
export async function destroyEpochKey(folder: string, { epoch, fromMs }: EpochFile): Promise<void> {
  const path = join(folder, `${epoch}.epoch`);
  await using file = await open(path, 'r+');
  // First what takes its place: a crash behind it leaves bytes without a name on the disk, and never a damaged epoch, which
  // nothing starts with.
  await writePrivateFile(path, print(fromMs, null));
  const { size } = await file.stat();
  await file.write(Buffer.alloc(size), 0, size, 0);
  await file.sync();
}

function print(fromMs: number, key: string | null): string {
  return `${JSON.stringify({ from: new Date(fromMs).toISOString(), key })}\n`;
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}

function readEpochFile(path: string): Omit<EpochFile, 'epoch'> {
  try {
    const { from, key } = fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    return { fromMs: Date.parse(from), key: key === null ? null : Buffer.from(key, 'base64url') };
  } catch {
    // What the parser says could quote the key.
    throw damaged(path);
  }
}

function damaged(path: string): LukouError {
  return new LukouError(
    'SETTING_INVALID',
    `The key of an epoch, ${path}, is missing or damaged. Restore it from a backup.`,
  );
}
