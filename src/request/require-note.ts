import { type ErrorCode, LukouError } from '../base/index.ts';
import { scanText } from '../classification/index.ts';

const MOST_CHARACTERS = 1_000;

/** Why somebody decided something, in their words. Throws `refusal` for none, too many, and those that carry a mark. */
export function requireNote(written: string, refusal: ErrorCode): string {
  const note = written.trim();
  if (note.length === 0 || note.length > MOST_CHARACTERS || scanText(note).verdict === 'block')
    throw new LukouError(refusal);
  return note;
}
