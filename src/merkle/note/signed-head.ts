import { HASH_BYTES } from '../hash.ts';
import { readSignedNote } from './signed-note.ts';

/** What a log's head says: how large the tree is, and its root. */
export interface TreeHead {
  /** Which log: `lukou.<gateway>/<log>`. */
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

/** The text that is signed: C2SP tlog-checkpoint, three lines. */
export function printHeadText({ origin, size, root }: TreeHead): string {
  if (origin === '' || origin.includes('\n')) throw new RangeError('A log’s origin is one line.');
  if (!Number.isSafeInteger(size) || size < 0 || root.byteLength !== HASH_BYTES)
    throw new RangeError(`A head has a whole number of leaves and a root of ${HASH_BYTES} bytes.`);
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/** Reads the text of a head. Further lines are passed over, as C2SP asks. Throws RangeError where it is none. */
export function readHeadText(text: string): TreeHead {
  const [, origin, size, encoded, rest] =
    /^([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n((?:[^\n]+\n)*)$/.exec(text) ?? [];
  const root = Buffer.from(encoded ?? '', 'base64');
  if (origin === undefined || rest === undefined || !Number.isSafeInteger(Number(size)))
    throw new RangeError('A log’s head is three lines: origin, size, root in base64.');
  if (root.toString('base64') !== encoded)
    throw new RangeError('The root of a head is not in canonical base64.');
  return { origin, size: Number(size), root };
}

/** Reads the head of a signed note; who signed it is for `findSigner` to say. Throws RangeError where it is none. */
export function readHead(note: string): TreeHead {
  return readHeadText(readSignedNote(note).text);
}
