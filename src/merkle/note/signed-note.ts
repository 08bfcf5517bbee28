import { ED25519, type NoteKey, isKeyName, verifyEd25519 } from './note-key.ts';

/** One signature line of a note. */
export interface NoteSignature {
  readonly name: string;
  /** Of the key: 4 bytes, hexadecimal. */
  readonly id: string;
  /** All behind the key's id. */
  readonly signature: Buffer;
}

/** A text and who signed it (C2SP signed-note). */
export interface SignedNote {
  /** Ends with a newline. The signatures are over these bytes. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const DASH = '— ';
const MOST_SIGNATURES = 100;
const LONGEST_NOTE = 1_000_000;

/** The note as text. Throws RangeError where its text or a signature cannot stand in one. */
export function printSignedNote({ text, signatures }: SignedNote): string {
  if (!isNoteText(text))
    throw new RangeError('A note’s text ends with a newline and has no control characters.');
  return `${text}\n${signatures.map(printSignature).join('')}`;
}

/** Reads a note; who signed it is for {@link findSigner} to say. Throws RangeError saying what is wrong with it. */
export function readSignedNote(note: string): SignedNote {
  const at = note.lastIndexOf('\n\n');
  if (note.length > LONGEST_NOTE || at < 0)
    throw new RangeError('A note has an empty line before its signatures.');
  const text = note.slice(0, at + 1);
  if (!isNoteText(text)) throw new RangeError('A note’s text has control characters, or half ones.');
  const lines = note.slice(at + 2).split('\n');
  if (lines.pop() !== '' || lines.length === 0 || lines.length > MOST_SIGNATURES)
    throw new RangeError(`A note has 1 to ${MOST_SIGNATURES} lines of signatures, the last one ended.`);
  return { text, signatures: lines.map(readSignature) };
}

/**
 * The signature of a key on a note; null where it has none. Lines of other keys are passed over, as C2SP asks, but a
 * line that claims to be of this key and does not verify is a forgery: RangeError.
 */
export function findSigner(note: SignedNote, key: NoteKey): NoteSignature | null {
  const found = note.signatures.find((signature) => isOfKey(signature, key)) ?? null;
  if (found === null) return null;
  if (key.type !== ED25519) throw new RangeError(`The key ${key.name} signs no notes of its own.`);
  if (!verifyEd25519(key, Buffer.from(note.text, 'utf8'), found.signature))
    throw new RangeError(`The signature of ${key.name} is not over this text.`);
  return found;
}

/** Whether a signature line claims to be of a key. */
export function isOfKey({ name, id }: NoteSignature, key: NoteKey): boolean {
  return name === key.name && id === key.id;
}

function isNoteText(text: string): boolean {
  return text.endsWith('\n') && text.isWellFormed() && !/[^\P{Cc}\n]/u.test(text);
}

function printSignature({ name, id, signature }: NoteSignature): string {
  if (!isKeyName(name)) throw new RangeError('A key’s name has no spaces and no plus sign.');
  return `${DASH}${name} ${Buffer.concat([Buffer.from(id, 'hex'), signature]).toString('base64')}\n`;
}

function readSignature(line: string): NoteSignature {
  const [, name, encoded] = /^— ([^ ]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (name === undefined || !isKeyName(name) || bytes.length < 5 || bytes.toString('base64') !== encoded)
    throw new RangeError('A signature line is written: — <name> <base64>.');
  return { name, id: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) };
}
