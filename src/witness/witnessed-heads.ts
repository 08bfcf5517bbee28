import { findPrivateFile, writePrivateFile } from '../audit/index.ts';
import { LukouError } from '../base/index.ts';
import {
  cosignedSeconds,
  findCosignature,
  type NoteKey,
  printSignedNote,
  readHead,
  readHeadText,
  readSignedNote,
  type TreeHead,
} from '../merkle/index.ts';
import { type NamedNotes, printNamedNotes, readNamedNotes } from './named-notes.ts';
import { takeLock } from './take-lock.ts';

/** The newest head that each witness has cosigned, by the witness's name and key: whoever saw it saw all before it. */
export type WitnessedHeads = NamedNotes;

const nameOf = ({ name, id }: Pick<NoteKey, 'name' | 'id'>): string => `${name}+${id}`;

/**
 * Reads what a gateway keeps of its log's witnesses; nothing where there is no file yet.
 *
 * @throws LukouError WITNESS_INVALID where the file is damaged.
 */
export async function readWitnessedHeads(path: string): Promise<WitnessedHeads> {
  const text = await findPrivateFile(path);
  if (text === null) return {};
  try {
    return readNamedNotes(text.toString('utf8'));
  } catch (cause) {
    throw new LukouError(
      'WITNESS_INVALID',
      `The file ${path} is damaged. Move it away: witnesses are asked anew.`,
      { cause },
    );
  }
}

/**
 * Keeps a head that a witness has cosigned, unless a newer one is kept. Resolves when it is on disk. A gateway that asks its
 * witnesses and a command that takes a file in may do it at the same time.
 */
export async function keepWitnessedHead(path: string, key: NoteKey, note: string): Promise<void> {
  const release = await takeLock(`${path}.lock`);
  try {
    const kept = await readWitnessedHeads(path);
    const head = readHead(note);
    const before = findHead(kept, key, head.origin);
    if (before !== null && before.size >= head.size) return;
    await writePrivateFile(path, printNamedNotes(kept, nameOf(key), note));
  } finally {
    release();
  }
}

/** The newest head of a log that a witness has cosigned; null where there is none. */
export function findHead(heads: WitnessedHeads, key: NoteKey, origin: string): TreeHead | null {
  return findSighting(heads, key, origin)?.head ?? null;
}

/** As {@link findHead}, with when the witness cosigned it, by its own clock: seconds since 1970. */
export function findSighting(
  heads: WitnessedHeads,
  key: NoteKey,
  origin: string,
): { readonly head: TreeHead; readonly seconds: number } | null {
  const note = Object.hasOwn(heads, nameOf(key)) ? readSignedNote(heads[nameOf(key)]!) : null;
  const seconds = note === null ? null : findCosignature(note, key);
  if (note === null || seconds === null) return null;
  const head = readHeadText(note.text);
  return head.origin === origin ? { head, seconds } : null;
}

/** A head that witnesses have cosigned, with the lines of all of them that did. */
export interface CosignedHead {
  readonly size: number;
  readonly note: string;
  /** When the last of them did. */
  readonly cosignedAtMs: number;
}

/** The newest head of a log that any witness has cosigned; null where there is none. */
export function findCosignedHead(heads: WitnessedHeads, origin: string): CosignedHead | null {
  const notes = Object.entries(heads)
    .map(([witness, note]) => ({ witness, note: readSignedNote(note), ...readHead(note) }))
    .filter((head) => head.origin === origin);
  const newest = notes.toSorted((a, b) => b.size - a.size)[0];
  if (newest === undefined) return null;
  const alike = notes.filter(({ note }) => note.text === newest.note.text);
  const lines = alike.flatMap(({ note }) => note.signatures);
  const cosigned = lines.filter((line) => alike.some(({ witness }) => witness === nameOf(line)));
  return {
    size: newest.size,
    note: printSignedNote({
      text: newest.note.text,
      signatures: [...new Map(lines.map((line) => [nameOf(line), line])).values()],
    }),
    cosignedAtMs: Math.max(...cosigned.map((line) => cosignedSeconds(line) * 1_000)),
  };
}

/** How many of a log's first records `quorum` of the witnesses have seen. */
export function countWitnessed(
  heads: WitnessedHeads,
  {
    keys,
    origin,
    quorum,
  }: { readonly keys: readonly NoteKey[]; readonly origin: string; readonly quorum: number },
): number {
  const sizes = keys.map((key) => findHead(heads, key, origin)?.size ?? 0).toSorted((a, b) => b - a);
  return sizes[quorum - 1] ?? 0;
}
