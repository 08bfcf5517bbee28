import { type FileHandle, open } from 'node:fs/promises';
import { LukouError } from '../../base/index.ts';
import { findPrivateFile, writePrivateFile } from './private-file.ts';

/** The file with the last head, in two slots that are written in turn: a crash can tear the one, never both. */
export interface HeadFile {
  /** The note of the larger head; null where both slots are damaged. */
  readonly note: string | null;
  /** Writes a note over the older one, durably. */
  write(note: string): Promise<void>;
  close(): Promise<void>;
}

const SLOT_BYTES = 4_096;
const NEWLINE = 0x0a;

/** Makes the file with a first head. */
export async function createHeadFile(path: string, note: string): Promise<void> {
  await writePrivateFile(path, Buffer.concat([fillSlot(note), fillSlot('')]));
}

/**
 * Opens the file; null where there is none.
 *
 * @param sizeOf - size of the head that a note is of; null where the note is torn.
 */
export async function openHeadFile(
  path: string,
  sizeOf: (note: string) => number | null,
): Promise<HeadFile | null> {
  const bytes = await findPrivateFile(path);
  if (bytes === null) return null;
  const slots = [0, 1].map((slot) => {
    const note = `${bytes.toString('utf8', slot * SLOT_BYTES, (slot + 1) * SLOT_BYTES).trimEnd()}\n`;
    return { note, size: sizeOf(note) ?? -1 };
  });
  const newest = slots[1]!.size > slots[0]!.size ? 1 : 0;
  let next = 1 - newest;
  let file: FileHandle | null = await open(path, 'r+');
  return {
    note: slots[newest]!.size < 0 ? null : slots[newest]!.note,
    async write(note) {
      // After a failed fsync the kernel may call lost pages clean: only a file opened anew tells the truth again.
      file ??= await open(path, 'r+');
      try {
        // Overwritten in place: the file's length stays, so that one fdatasync is enough.
        await file.write(fillSlot(note), 0, SLOT_BYTES, next * SLOT_BYTES);
        await file.datasync();
        next = 1 - next;
      } catch (error) {
        const failed = file;
        file = null;
        // Why it could not be written is what counts, not what closing it says.
        await failed.close().catch(() => undefined);
        throw error;
      }
    },
    async close() {
      await file?.close();
    },
  };
}

function fillSlot(note: string): Buffer {
  const bytes = Buffer.from(note, 'utf8');
  if (bytes.length > SLOT_BYTES)
    throw new LukouError('INTERNAL', 'A signed head is longer than its place in the file.');
  return Buffer.concat([bytes, Buffer.alloc(SLOT_BYTES - bytes.length, NEWLINE)]);
}
