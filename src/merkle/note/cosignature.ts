import { type NoteKey, verifyEd25519 } from './note-key.ts';
import { isOfKey, type NoteSignature, type SignedNote } from './signed-note.ts';

const TIMESTAMP_BYTES = 8;

/** What a witness signs: it saw this head, consistent with all that it saw before (C2SP tlog-cosignature, version 1). */
export function printCosignedText(seconds: number, headText: string): string {
  return `cosignature/v1\ntime ${seconds}\n${headText}`;
}

/** A cosignature as it stands in a note: the time in 8 bytes, then the signature. */
export function packCosignature(seconds: number, signature: Uint8Array): Buffer {
  const time = Buffer.alloc(TIMESTAMP_BYTES);
  time.writeBigUInt64BE(BigInt(seconds));
  return Buffer.concat([time, signature]);
}

/** When a cosignature says that it was made, in seconds since 1970; 0 where it says nothing. */
export function cosignedSeconds({ signature }: Pick<NoteSignature, 'signature'>): number {
  return signature.length > TIMESTAMP_BYTES ? Number(signature.readBigUInt64BE()) : 0;
}

/**
 * When a witness cosigned a note, in seconds since 1970; null where it did not. Throws RangeError where a line claims to
 * be of this witness and is not.
 */
export function findCosignature(note: SignedNote, key: NoteKey): number | null {
  const found = note.signatures.find((signature) => isOfKey(signature, key));
  if (found === undefined) return null;
  const seconds = cosignedSeconds(found);
  const text = Buffer.from(printCosignedText(seconds, note.text), 'utf8');
  if (!verifyEd25519(key, text, found.signature.subarray(TIMESTAMP_BYTES)))
    throw new RangeError(`The cosignature of ${key.name} is not over this head.`);
  return seconds;
}
