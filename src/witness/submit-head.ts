import { LukouError, readAtMost } from '../base/index.ts';
import {
  findCosignature,
  isOfKey,
  type NoteKey,
  printSignedNote,
  readHead,
  readSignedNote,
  type SignedNote,
} from '../merkle/index.ts';

/** A head on its way to a witness. */
export interface Submission {
  readonly url: URL;
  readonly key: NoteKey;
  /** The signed head. */
  readonly note: string;
  /** Size of the head that the witness is thought to know. */
  readonly knownSize: number;
  /** The body of add-checkpoint for a witness that knows the log's first `size` records. */
  readonly request: (size: number) => Promise<string>;
}

const TIMEOUT_MS = 10_000;
const LONGEST_REPLY = 8_192;

/**
 * Has a head cosigned.
 *
 * @returns the head with the witness's cosignature alone behind the log's signatures.
 * @throws LukouError LOG_SPLIT_VIEW where the witness has cosigned another history; Error where it does not answer as a
 *   witness does.
 */
export async function submitHead(submission: Submission): Promise<string> {
  const { key, note, knownSize } = submission;
  const { size } = readHead(note);
  let reply = await post(submission, knownSize);
  if (reply.status === 409) {
    const known = readSize(reply.body);
    if (known > size || known === knownSize)
      throw splitView(
        key,
        `It knows ${known} records, and this log’s head of ${size} is not among their history.`,
      );
    reply = await post(submission, known);
  }
  if (reply.status === 422 || reply.status === 409)
    throw splitView(key, `This log’s head of ${size} records does not extend what it has cosigned.`);
  if (reply.status !== 200) throw new Error(`${key.name} answers with status ${reply.status}`);
  return addCosignature(readSignedNote(note), reply.body, key);
}

/** A head with what a witness has signed about it. Throws RangeError where the witness's line is not there or not true. */
export function addCosignature(note: SignedNote, lines: string, key: NoteKey): string {
  const cosigned = readSignedNote(`${note.text}\n${lines}`);
  if (findCosignature(cosigned, key) === null) throw new RangeError(`${key.name} has not signed this head.`);
  const own = cosigned.signatures.filter((signature) => isOfKey(signature, key));
  const others = note.signatures.filter((signature) => !isOfKey(signature, key));
  return printSignedNote({ text: note.text, signatures: [...others, ...own] });
}

async function post({ url, request }: Submission, oldSize: number) {
  const response = await fetch(new URL('add-checkpoint', url), {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: await request(oldSize),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const body = await readAtMost(response.body ?? [], LONGEST_REPLY);
  if (body === null) throw new Error('the reply is too long');
  return { status: response.status, body: body.toString('utf8') };
}

function readSize(body: string): number {
  if (!/^(?:0|[1-9][0-9]{0,15})\n$/.test(body)) throw new Error('a conflict without the size that is known');
  return Number(body);
}

/** What a gateway stops with where a witness has cosigned another history of its log. */
export function splitView(key: NoteKey, words: string): LukouError {
  return new LukouError('LOG_SPLIT_VIEW', `The witness is ${key.name}. ${words}`);
}
