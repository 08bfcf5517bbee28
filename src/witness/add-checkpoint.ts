import {
  findSigner,
  type NoteKey,
  printHashLines,
  readHashLines,
  readHeadText,
  readSignedNote,
  type SignedNote,
  type TreeHead,
  verifyConsistency,
} from '../merkle/index.ts';

/** What a witness is asked: to cosign a head that extends the one of `oldSize` records (C2SP tlog-witness). */
export interface HeadRequest {
  readonly oldSize: number;
  readonly proof: readonly Buffer[];
  readonly note: SignedNote;
  readonly head: TreeHead;
}

/** What a witness says to a request, short of cosigning it: an HTTP status, and for 409 the size that it knows. */
export type WitnessVerdict =
  | { readonly status: 200 }
  | { readonly status: 409; readonly knownSize: number; readonly reason: string }
  | { readonly status: 400 | 403 | 404 | 422; readonly reason: string };

const MOST_PROOF_LINES = 63;

/** The request as the body of add-checkpoint. */
export function printHeadRequest(oldSize: number, proof: readonly Uint8Array[], note: string): string {
  return `old ${oldSize}\n${printHashLines(proof)}\n${note}`;
}

/** Reads the body of add-checkpoint. Throws RangeError saying what is wrong with it. */
export function readHeadRequest(body: string): HeadRequest {
  const at = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, Math.max(at, 0)).split('\n');
  const [, old] = /^old (0|[1-9][0-9]{0,15})$/.exec(first) ?? [];
  if (old === undefined || !Number.isSafeInteger(Number(old)))
    throw new RangeError('A request begins with the line "old <size>".');
  if (lines.length > MOST_PROOF_LINES) throw new RangeError(`A proof has at most ${MOST_PROOF_LINES} lines.`);
  const proof = readHashLines(lines);
  if (proof === null) throw new RangeError('Each line of a proof is 32 bytes in base64.');
  const note = readSignedNote(body.slice(at + 2));
  return { oldSize: Number(old), proof, note, head: readHeadText(note.text) };
}

/**
 * Judges a request.
 *
 * @param keys - the logs' keys that the witness knows; a key's name is its log's origin.
 * @param known - the head of this log that the witness cosigned last; null where it has cosigned none.
 */
export function judgeHeadRequest(
  { oldSize, proof, note, head }: HeadRequest,
  keys: readonly NoteKey[],
  known: TreeHead | null,
): WitnessVerdict {
  const own = keys.filter(({ name }) => name === head.origin);
  if (own.length === 0) return { status: 404, reason: `The log ${head.origin} is not known here.` };
  if (!own.some((key) => isSignedBy(note, key)))
    return { status: 403, reason: `No key of ${head.origin} that is known here has signed this head.` };
  if (oldSize > head.size) return { status: 400, reason: 'The old size is larger than the head’s.' };
  const knownSize = known?.size ?? 0;
  if (oldSize !== knownSize)
    return { status: 409, knownSize, reason: `The head cosigned last is of ${knownSize} records.` };
  if (known === null || known.size === 0)
    return proof.length === 0
      ? { status: 200 }
      : { status: 422, reason: 'From an empty log there is nothing to prove.' };
  if (known.size === head.size && !Buffer.from(known.root).equals(head.root))
    return { status: 409, knownSize, reason: `Another head of ${knownSize} records was cosigned.` };
  const claim = { size1: known.size, root1: known.root, size2: head.size, root2: head.root };
  return verifyConsistency(claim, proof)
    ? { status: 200 }
    : { status: 422, reason: `The proof does not lead from the ${knownSize} records cosigned last.` };
}

function isSignedBy(note: SignedNote, key: NoteKey): boolean {
  try {
    return findSigner(note, key) !== null;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
