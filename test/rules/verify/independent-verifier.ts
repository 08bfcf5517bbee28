import { createHash, createPublicKey, verify } from 'node:crypto';

// A second verifier of bundles, by another way and from the published texts alone: RFC 6962 section 2.1 defines the root
// of a tree by recursion, C2SP signed-note and tlog-checkpoint define what is signed. It holds the whole bundle in memory.

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** RFC 6962 section 2.1: MTH(D[start:end]), where some subtrees are known by their hash only. */
function treeHash(
  start: number,
  end: number,
  leaves: ReadonlyMap<number, Buffer>,
  known: ReadonlyMap<string, Buffer>,
): Buffer {
  if (start === end) return sha256();
  const given = known.get(`${start}-${end}`);
  if (given !== undefined) return given;
  if (end - start === 1) {
    const leaf = leaves.get(start);
    if (leaf === undefined) throw new Error(`no record ${start}`);
    return sha256(Buffer.of(0), leaf);
  }
  // "the largest power of two smaller than n"
  let k = 1;
  while (k * 2 < end - start) k *= 2;
  return sha256(
    Buffer.of(1),
    treeHash(start, start + k, leaves, known),
    treeHash(start + k, end, leaves, known),
  );
}

/** Names the subtrees that cover records from `start` to before `end`: each as large as its place allows. */
function cover(start: number, end: number, hashes: readonly string[]): [string, Buffer][] {
  const named: [string, Buffer][] = [];
  let at = start;
  for (const hash of hashes) {
    const widths = Array.from({ length: 53 }, (_, bit) => 2 ** bit);
    const width = widths.findLast((wide) => at % wide === 0 && at + wide <= end);
    if (width === undefined) throw new Error('too many hashes');
    named.push([`${at}-${at + width}`, bytesOf(hash, 32)]);
    at += width;
  }
  if (at !== end) throw new Error('too few hashes');
  return named;
}

function bytesOf(base64: string, length: number): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== length || bytes.toString('base64') !== base64) throw new Error('not base64');
  return bytes;
}

interface Opening {
  readonly log: string;
  readonly keys: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly heads: readonly string[];
}

interface LoggedRecord {
  readonly seq: number;
  readonly stage: string;
  readonly op: { readonly name: string | null };
  readonly src: { readonly commitment?: string };
}

interface BlockLine {
  readonly leafHashes: string;
  readonly details?: readonly string[];
}

/** Whether a record says all itself, or what it commits to is there. Throws where something else is. */
function isDetailed(leaf: Buffer, detail: string): boolean {
  const { commitment } = (JSON.parse(leaf.toString()) as LoggedRecord).src;
  if (commitment === undefined && detail === '') return true;
  if (detail === '') return false;
  if (sha256(Buffer.from(detail)).toString('hex') !== commitment) throw new Error('another detail');
  return true;
}

/** What is wrong with a bundle; null where nothing is. */
export function findFault(bundle: Buffer): string | null {
  try {
    checkBundle(bundle);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function checkBundle(bundle: Buffer): void {
  if (bundle.at(-1) !== 10) throw new Error('the last line is not ended');
  const lines: Buffer[] = [];
  for (let start = 0, end = bundle.indexOf(10); end >= 0; start = end + 1, end = bundle.indexOf(10, start))
    lines.push(bundle.subarray(start, end));
  const closing = lines.pop()!;
  const sealed = sha256(bundle.subarray(0, bundle.length - closing.length - 1)).toString('hex');
  const [first, ...rest] = lines;
  const header = JSON.parse(first!.toString()) as { lukou: string; logs: string[] };
  if (header.lukou !== 'disclosure-bundle/1') throw new Error('another form');
  let records = 0;
  let at = 0;
  for (const origin of header.logs) {
    const opening = JSON.parse(rest[at++]!.toString()) as Opening;
    if (opening.log !== origin) throw new Error('wrong origin');
    const leaves = new Map<number, Buffer>();
    const bare: number[] = [];
    let erasedTo = 0;
    for (let index = opening.from, start = index; index < opening.to; index += 1) {
      const leaf = rest[at++]!;
      const { seq, stage, op } = JSON.parse(leaf.toString()) as LoggedRecord;
      if (seq !== index) throw new Error(`gap at ${index}`);
      const act = stage === 'ADMIN' ? (op.name ?? '').split(' ') : [];
      if (act.slice(0, 3).join(' ') === 'erase detail to') erasedTo = Math.max(erasedTo, Number(act[3]));
      leaves.set(index, leaf);
      records += 1;
      if (index + 1 !== opening.to && (index + 1) % 256 !== 0) continue;
      const { leafHashes, details = [] } = JSON.parse(rest[at++]!.toString()) as BlockLine;
      const hashes = Array.from({ length: index + 1 - start }, (_, offset) =>
        sha256(Buffer.of(0), leaves.get(start + offset)!),
      );
      if (leafHashes !== Buffer.concat(hashes).toString('base64'))
        throw new Error(`a record before ${index + 1}`);
      for (let member = start; member <= index; member += 1)
        if (!isDetailed(leaves.get(member)!, details[member - start] ?? '')) bare.push(member);
      start = index + 1;
    }
    const unexplained = bare.find((member) => member >= erasedTo);
    if (unexplained !== undefined) throw new Error(`no detail of record ${unexplained}`);
    const known = new Map([
      ...cover(0, opening.from, opening.left),
      ...cover(opening.to, opening.size, opening.right),
    ]);
    const sizes = opening.heads.map((note) => checkHead(note, opening, leaves, known));
    if (!sizes.includes(opening.size)) throw new Error('no head covers the records');
  }
  if (at !== rest.length) throw new Error('too many lines');
  if (closing.toString() !== JSON.stringify({ end: 'disclosure-bundle/1', records, sha256: sealed }))
    throw new Error('the closing line does not fit');
}

/** C2SP signed-note and tlog-checkpoint: the text up to the last empty line, then signature lines. */
function checkHead(
  note: string,
  { log, keys }: Opening,
  leaves: Map<number, Buffer>,
  known: Map<string, Buffer>,
): number {
  const split = note.lastIndexOf('\n\n');
  const text = note.slice(0, split + 1);
  const [origin, size, root] = text.split('\n') as [string, string, string];
  if (origin !== log) throw new Error('a head of another log');
  if (size !== String(Number(size))) throw new Error('a size that is no number');
  let signed = false;
  for (const line of note
    .slice(split + 2)
    .split('\n')
    .slice(0, -1)) {
    const [dash, name, encoded] = line.split(' ') as [string, string, string];
    if (dash !== '—') throw new Error('a signature line without its dash');
    const signature = Buffer.from(encoded, 'base64');
    if (signature.toString('base64') !== encoded) throw new Error('not base64');
    for (const vkey of keys) {
      const [keyName, id, material] = /^([^+]+)\+([^+]+)\+(.+)$/.exec(vkey)!.slice(1) as [
        string,
        string,
        string,
      ];
      const key = Buffer.from(material, 'base64');
      // "key ID = SHA-256(key name || 0x0A || signature type || public key)[:4]"
      if (sha256(Buffer.from(`${keyName}\n`), key).toString('hex', 0, 4) !== id)
        throw new Error('a key of another id');
      if (keyName !== name || signature.toString('hex', 0, 4) !== id) continue;
      const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.subarray(1)]);
      const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
      if (!verify(null, Buffer.from(text), publicKey, signature.subarray(4)))
        throw new Error('a bad signature');
      signed = true;
    }
  }
  if (!signed) throw new Error('no signature of a known key');
  if (!treeHash(0, Number(size), leaves, known).equals(bytesOf(root, 32))) throw new Error('another root');
  return Number(size);
}
