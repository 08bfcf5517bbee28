import { join } from 'node:path';
import { createPrivateFile, findPrivateFile, writePrivateFile } from '../audit/index.ts';
import { LukouError } from '../base/index.ts';
import { readHead, type TreeHead } from '../merkle/index.ts';
import { type NamedNotes, printNamedNotes, readNamedNotes } from './named-notes.ts';
import { takeLock } from './take-lock.ts';

/** The heads that a witness has cosigned last, one a log, while nobody else can change them. */
export interface HeldState {
  /** Null where it has cosigned none of this log. */
  find(origin: string): TreeHead | null;
  /** Resolves when the head would survive a crash: no cosignature leaves before. */
  keep(origin: string, note: string): Promise<void>;
}

/** Where a witness keeps what it has cosigned. */
export interface WitnessState {
  /**
   * Does the work on what is on disk now, after any other process that uses the folder: a witness that serves, and one
   * that signs a file, are one witness.
   *
   * @throws LukouError WITNESS_STATE_LOST where the file is gone or damaged: a witness that forgot must not go on.
   */
  hold<T>(work: (state: HeldState) => Promise<T>): Promise<T>;
}

/**
 * Opens the file of a witness.
 *
 * @param isNew - whether the witness has no key yet: only then may the file be missing.
 * @param write - writes the file whole or not at all, durably.
 * @throws LukouError WITNESS_STATE_LOST where the file is gone or damaged.
 */
export async function openWitnessState(
  folder: string,
  isNew: boolean,
  write: typeof writePrivateFile = writePrivateFile,
): Promise<WitnessState> {
  const path = join(folder, 'cosigned.json');
  if (isNew) await createPrivateFile(path, '{}\n');
  await readState(path);
  return {
    async hold(work) {
      const release = await takeLock(join(folder, 'lock'));
      try {
        const notes = await readState(path);
        return await work({
          find: (origin) => (Object.hasOwn(notes, origin) ? readHead(notes[origin]!) : null),
          keep: (origin, note) => write(path, printNamedNotes(notes, origin, note)),
        });
      } finally {
        release();
      }
    },
  };
}

async function readState(path: string): Promise<NamedNotes> {
  const text = await findPrivateFile(path);
  try {
    return readNamedNotes(text?.toString('utf8') ?? '');
  } catch (cause) {
    throw new LukouError(
      'WITNESS_STATE_LOST',
      `The file ${path} is ${text === null ? 'gone' : 'damaged'}. Restore it from a backup.`,
      { cause },
    );
  }
}
