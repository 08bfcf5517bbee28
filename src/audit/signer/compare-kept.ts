import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isErrno, LukouError } from '../../base/index.ts';
import { fetchProof, proveConsistency, type TreeHead, verifyConsistency } from '../../merkle/index.ts';
import type { LogReader, StoredHead } from '../log-reader.ts';
import type { SignerPlace } from './file-signer.ts';
import { openHeadFile } from './head-file.ts';
import { findKeyOrigin, findLogKey } from './log-key.ts';
import { findSignedHead } from './read-head.ts';

/** A head that a signer keeps, and its note. */
export type KeptHead = TreeHead & { readonly note: string };

/**
 * The last head that the signer of a log keeps in its files, for whoever does not sign; null where its files are not there.
 *
 * @throws LukouError LOG_SIGNER_LOST where one is damaged, SETTING_INVALID where the key is of another log or others may
 *   read it.
 */
export async function readKeptHead({ folder, log, origin }: SignerPlace): Promise<KeptHead | null> {
  const pair = await findLogKey(join(folder, `${log}.key`), origin);
  if (pair === null) return null;
  const path = join(folder, `${log}.head`);
  const file = await openHeadFile(path, (note) => findSignedHead(note, pair.key)?.size ?? null);
  await file?.close();
  const head = file?.note == null ? null : findSignedHead(file.note, pair.key);
  if (head === null) throw new LukouError('LOG_SIGNER_LOST', `The file ${path} is missing or damaged.`);
  return { ...head, note: file!.note! };
}

/** The logs whose keys lie in a folder; none where there is no folder. */
export async function listKeptLogs(folder: string): Promise<readonly Omit<SignerPlace, 'folder'>[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  });
  const keys = names.filter((name) => name.endsWith('.key')).toSorted();
  const origins = await Promise.all(keys.map((name) => findKeyOrigin(join(folder, name))));
  return keys.flatMap((name, at) => {
    const origin = origins[at] ?? null;
    return origin === null ? [] : { log: basename(name, '.key'), origin };
  });
}

/** What is wrong where a signer keeps records of a log that the database does not know. */
export function logIsGone(log: string, { size }: Pick<TreeHead, 'size'>): LukouError {
  return new LukouError(
    'LOG_ROLLED_BACK',
    `The signer keeps ${size} records of ${log}; there is no such log.`,
  );
}

/**
 * Why a stored head cannot be of the log that a signer keeps a head of; null where it extends that one. Read what the
 * signer keeps first: the database is never behind it.
 */
export async function findDisagreement(
  reader: Pick<LogReader, 'readHashes'>,
  { log, size, root }: StoredHead,
  kept: TreeHead,
): Promise<LukouError | null> {
  if (size < kept.size)
    return new LukouError(
      'LOG_ROLLED_BACK',
      `The signer keeps ${kept.size} records of ${log}, and the database holds ${size}.`,
    );
  if (kept.size === 0) return null;
  const proof = await fetchProof(
    (read) => proveConsistency(kept.size, size, read),
    (level, from, to) => reader.readHashes(log, level, from, to),
  ).catch((error: unknown) => {
    // Hashes that are gone prove nothing.
    if (error instanceof RangeError) return null;
    throw error;
  });
  const claim = { size1: kept.size, root1: kept.root, size2: size, root2: root };
  if (proof !== null && verifyConsistency(claim, proof)) return null;
  return new LukouError(
    'LOG_FORKED',
    `The ${size} records of ${log} in the database do not begin with the ${kept.size} that the signer keeps.`,
  );
}
