import { fromBase64, toBase64, utf8 } from './bytes.ts';
import { isContentOf, type ShownContent } from './content.ts';
import { findRoot, hashLeaf } from './find-root.ts';
import { isSignedBy, readHead, readKey, readNote } from './signed-note.ts';

/** What is verified: the record as it is shown, its bytes, its proof, and the keys that are believed. */
export interface ProvedRecord {
  readonly index: number;
  /** What the page shows of it. */
  readonly shown: Partial<ShownContent>;
  /** As the gateway states it, base64. */
  readonly leafHash: string;
  /** The record's own bytes. */
  readonly leaf: string;
  readonly proof: {
    readonly index: number;
    readonly treeSize: number;
    readonly hashes: readonly string[];
    readonly head: string;
  };
  readonly origin: string;
  /** Of the log: whichever signed, one of them has to have. */
  readonly keys: readonly string[];
  /** Of its witnesses. */
  readonly witnesses: readonly string[];
}

/** One thing that has to hold. */
type StepName = 'length' | 'content' | 'leaf' | 'inclusion' | 'signature' | 'witnesses';

/** Whether it does; `none` where there is nothing to hold. */
export interface Step {
  readonly name: StepName;
  readonly outcome: 'good' | 'broken' | 'none';
  /** Computed here, of what the step is about: a hash, a root, a name. */
  readonly detail: string;
}

/** Verifies a record from its own bytes to the signature over its log, in this browser and nowhere else. */
export async function verifyRecord(record: ProvedRecord): Promise<readonly Step[]> {
  const content = checkContent(record);
  const leafHash = await hashLeaf(utf8(record.leaf));
  const leaf = stepOf('leaf', toBase64(leafHash) === record.leafHash, toBase64(leafHash));
  const inclusion = await checkInclusion(record, leafHash);
  const signature = await checkSignature(record.proof.head, record.origin, record.keys);
  const witnesses = await checkWitnesses(record);
  return [content, leaf, inclusion, signature, witnesses];
}

/** The bytes say what the page shows, and say that they stand where the proof says. */
function checkContent({ leaf, index, shown, proof }: ProvedRecord): Step {
  const holds = proof.index === index && isContentOf(leaf, index, shown);
  return stepOf('content', holds, `${utf8(leaf).length} B`);
}

async function checkInclusion(
  { proof, origin }: ProvedRecord,
  leafHash: Uint8Array<ArrayBuffer>,
): Promise<Step> {
  const hashes = proof.hashes.map((hash) => fromBase64(hash) ?? new Uint8Array());
  const root = await findRoot(leafHash, { ...proof, hashes });
  const head = readHead(readNote(proof.head)?.text ?? '');
  const found = root === null ? '' : toBase64(root);
  const holds = head?.root === found && head.size === proof.treeSize && head.origin === origin;
  return stepOf('inclusion', holds, found);
}

/** A head is signed with a key of its log: whichever signed, one of these has to have. */
export async function checkSignature(head: string, origin: string, keys: readonly string[]): Promise<Step> {
  const note = readNote(head);
  for (const vkey of keys) {
    const key = await readKey(vkey);
    if (note === null || key?.type !== 1 || key.name !== origin) continue;
    if (await isSignedBy(note, key)) return stepOf('signature', true, `${key.name}+${key.id}`);
  }
  return stepOf('signature', false, '');
}

async function checkWitnesses({ proof, witnesses }: ProvedRecord): Promise<Step> {
  if (witnesses.length === 0) return { name: 'witnesses', outcome: 'none', detail: '' };
  const note = readNote(proof.head);
  const signed: string[] = [];
  for (const vkey of witnesses) {
    const key = await readKey(vkey);
    if (note === null || key === null || !note.signatures.some(({ id }) => id === key.id)) continue;
    if (!(await isSignedBy(note, key))) return stepOf('witnesses', false, key.name);
    signed.push(key.name);
  }
  return { name: 'witnesses', outcome: signed.length > 0 ? 'good' : 'none', detail: signed.join(', ') };
}

function stepOf(name: StepName, holds: boolean, detail: string): Step {
  return { name, outcome: holds ? 'good' : 'broken', detail };
}
