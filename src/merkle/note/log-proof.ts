import { HASH_BYTES } from '../hash.ts';
import { printHashLines, readHashLines } from './hash-lines.ts';

/** Proof that a record is in a log: offline, against the log's public key (C2SP tlog-proof). */
export interface LogProof {
  readonly index: number;
  /** Siblings from the leaf up, each of 32 bytes. */
  readonly hashes: readonly Uint8Array[];
  /** The signed head that they lead to: a signed note. */
  readonly head: string;
}

const HEADER = 'c2sp.org/tlog-proof@v1';
const MOST_HASHES = 63;

/** The proof as text, as `.tlog-proof` files hold it. */
export function printLogProof({ index, hashes, head }: LogProof): string {
  return `${HEADER}\nindex ${index}\n${printHashLines(hashes)}\n${head}`;
}

/** Reads a proof; whether it holds is for `verifyInclusion` to say. Throws RangeError where it is none. */
export function readLogProof(text: string): LogProof {
  const at = text.indexOf('\n\n');
  const [header, ...lines] = text.slice(0, Math.max(at, 0)).split('\n');
  if (header !== HEADER) throw new RangeError(`A proof begins with the line ${HEADER}.`);
  const [first, ...rest] = lines[0]?.startsWith('extra ') === true ? lines.slice(1) : lines;
  const [, index] = /^index (0|[1-9][0-9]{0,15})$/.exec(first ?? '') ?? [];
  if (index === undefined || !Number.isSafeInteger(Number(index)) || rest.length > MOST_HASHES)
    throw new RangeError(`A proof has a line "index <number>" and at most ${MOST_HASHES} hashes.`);
  const hashes = readHashLines(rest);
  if (hashes === null) throw new RangeError(`Each hash of a proof is ${HASH_BYTES} bytes in base64.`);
  return { index: Number(index), hashes, head: text.slice(at + 2) };
}
