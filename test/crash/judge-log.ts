import { createHash } from 'node:crypto';
import { checkProof, leafHash, openHead, treeHash } from '../audit-log/independent-log.ts';
import type { Seen, SeenReceipt } from './load.ts';

/** All that was read and seen of a log up to now. */
export interface KnownLog {
  /** Of every record, in order. */
  readonly hashes: Buffer[];
  /** What each record says of itself. */
  readonly entries: Map<number, { readonly id: string; readonly resultSha256: string }>;
  /** Every receipt that a client holds. */
  readonly promised: SeenReceipt[];
}

/** What was read of a log after a restart. */
export interface Round {
  readonly vkey: string;
  /** Records behind the known ones, as they are stored. */
  readonly entries: readonly { readonly index: number; readonly leaf: Buffer }[];
  /** Detail that is stored beside the log, by the record's id. */
  readonly details: ReadonlyMap<string, string>;
  /** How many records of the log a question finds. */
  readonly searchable: number;
  /** The stored head's note. */
  readonly head: string;
  /** What the signer's file held before the restart: one note or two. */
  readonly kept: readonly string[];
  /** The proof of a record as it is served now. */
  readonly fetchProof: (index: number) => Promise<string>;
}

/** Whatever is not as promised; what was read joins what is known. */
export async function judgeRound(round: Round, seen: Seen, known: KnownLog): Promise<readonly string[]> {
  const faults: string[] = [];
  const { hashes } = known;
  for (const { index, leaf } of round.entries) {
    const { seq, id, result, src } = JSON.parse(leaf.toString('utf8')) as Entry;
    if (src.commitment !== undefined && src.commitment !== digestOf(round.details.get(id)))
      faults.push(`The detail of record ${index} is not what it commits to.`);
    if (index !== hashes.length || seq !== index)
      faults.push(`Record ${hashes.length} is missing: there is ${index}, which says ${seq}.`);
    known.entries.set(hashes.length, { id, resultSha256: result.sha256 });
    hashes.push(leafHash(leaf));
  }
  const head = openHead(round.head, round.vkey);
  if (head.size !== hashes.length)
    faults.push(`The head counts ${head.size} records; ${hashes.length} are stored.`);
  if (round.searchable !== hashes.length)
    faults.push(`A question finds ${round.searchable} records; ${hashes.length} are stored.`);
  if (!treeHash(hashes).equals(head.root)) faults.push('The records do not make the head’s root.');
  const requirePrefix = (note: string, whose: string): number => {
    const { size, root } = openHead(note, round.vkey);
    if (size > head.size) faults.push(`${whose} head of ${size} records: now it is of ${head.size}.`);
    else if (!treeHash(hashes.slice(0, size)).equals(root))
      faults.push(`${whose} head of ${size} records is of another history.`);
    return size;
  };
  const kept = Math.max(...round.kept.map((note) => requirePrefix(note, 'The signer kept a')));
  for (const note of new Set(seen.heads)) requirePrefix(note, 'A client saw a');
  for (const receipt of seen.receipts) {
    // The signer keeps a head before the answers of its batch leave.
    if (receipt.index >= kept) faults.push(`Record ${receipt.index} was answered before its head was kept.`);
    faults.push(...(await judgeProof(receipt, round)));
  }
  known.promised.push(...seen.receipts);
  for (const promise of known.promised) faults.push(...judgeReceipt(promise, known));
  return faults;
}

interface Entry {
  readonly seq: number;
  readonly id: string;
  readonly result: { readonly sha256: string };
  readonly src: { readonly commitment?: string };
}

function digestOf(detail: string | undefined): string | null {
  return detail === undefined ? null : createHash('sha256').update(detail).digest('hex');
}

function judgeReceipt({ index, leafHash: hash, id, resultSha256 }: SeenReceipt, known: KnownLog): string[] {
  const entry = known.entries.get(index);
  const stored = known.hashes[index];
  if (entry === undefined || stored === undefined) return [`Record ${index} was answered and is gone.`];
  const fits = stored.toString('base64') === hash && entry.id === id && entry.resultSha256 === resultSha256;
  return fits ? [] : [`Record ${index} is not the one that was answered.`];
}

async function judgeProof({ index, leafHash: hash }: SeenReceipt, round: Round): Promise<string[]> {
  const proof = await round.fetchProof(index);
  try {
    if (checkProof(proof, Buffer.from(hash, 'base64'), round.vkey) === index) return [];
    return [`The proof of record ${index} is of another one.`];
  } catch (error) {
    return [`The proof of record ${index} does not hold: ${String(error)}`];
  }
}
