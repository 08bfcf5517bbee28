import { findSigner, type NoteKey, readHeadText, readSignedNote, type TreeHead } from '../../merkle/index.ts';

/**
 * The head of a note; null where it is no head of this key's log, or the key did not sign it.
 */
export function findSignedHead(note: string, key: NoteKey): TreeHead | null {
  try {
    const signed = readSignedNote(note);
    const head = readHeadText(signed.text);
    return head.origin === key.name && findSigner(signed, key) !== null ? head : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
