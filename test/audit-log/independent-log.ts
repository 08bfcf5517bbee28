// A second reading of a log, from RFC 6962 and the C2SP texts alone: it shares no line with the product.
import { createHash, createPublicKey, verify } from 'node:crypto';

/** Fetches a path under the log's prefix; throws where it is not there. */
export type FetchPath = (path: string) => Promise<Buffer>;

/** RFC 6962 section 2.1: the hash of a list of leaf hashes. */
export function treeHash(leafHashes: readonly Buffer[]): Buffer {
  if (leafHashes.length === 0) return createHash('sha256').digest();
  if (leafHashes.length === 1) return leafHashes[0]!;
  let split = 1;
  while (split * 2 < leafHashes.length) split *= 2;
  return createHash('sha256')
    .update(Buffer.from([1]))
    .update(treeHash(leafHashes.slice(0, split)))
    .update(treeHash(leafHashes.slice(split)))
    .digest();
}

/** RFC 6962 section 2.1: the hash of one entry. */
export const leafHash = (entry: Uint8Array): Buffer =>
  createHash('sha256')
    .update(Buffer.from([0]))
    .update(entry)
    .digest();

/** The head of a note (C2SP signed-note, tlog-checkpoint) that a vkey has signed. Throws where it has not. */
export function openHead(note: string, vkey: string): { origin: string; size: number; root: Buffer } {
  const [, name, keyHash, keyData] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey)!;
  const key = Buffer.from(keyData!, 'base64');
  const expected = createHash('sha256').update(`${name}\n`).update(key).digest('hex').slice(0, 8);
  if (expected !== keyHash || key[0] !== 1) throw new Error('The vkey does not fit itself.');
  const cut = note.lastIndexOf('\n\n');
  const text = note.slice(0, cut + 1);
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: key.subarray(1).toString('base64url') },
    format: 'jwk',
  });
  const isSigned = note
    .slice(cut + 2)
    .split('\n')
    .filter((line) => line.startsWith(`— ${name} `))
    .map((line) => Buffer.from(line.split(' ')[2]!, 'base64'))
    .some(
      (bytes) =>
        bytes.toString('hex', 0, 4) === keyHash &&
        verify(null, Buffer.from(text), publicKey, bytes.subarray(4)),
    );
  if (!isSigned) throw new Error('The key has not signed this head.');
  const [origin, size, root] = text.split('\n');
  return { origin: origin!, size: Number(size), root: Buffer.from(root!, 'base64') };
}

/** Whether a proof leads from an entry to the head that it carries (RFC 9162 section 2.1.3.2). */
export function checkProof(proof: string, entryHash: Buffer, vkey: string): number {
  const cut = proof.indexOf('\n\n');
  const [header, index, ...hashes] = proof.slice(0, cut).split('\n');
  if (header !== 'c2sp.org/tlog-proof@v1') throw new Error('This is no proof.');
  const at = Number(/^index ([0-9]+)$/.exec(index!)![1]);
  const { size, root } = openHead(proof.slice(cut + 2), vkey);
  let [fn, sn] = [at, size - 1];
  if (fn > sn) throw new Error('The index is behind the head.');
  let hash = entryHash;
  const node = (left: Buffer, right: Buffer): Buffer =>
    createHash('sha256')
      .update(Buffer.from([1]))
      .update(left)
      .update(right)
      .digest();
  for (const line of hashes) {
    const sibling = Buffer.from(line, 'base64');
    if (sn === 0) throw new Error('The proof is too long.');
    if (fn % 2 === 1 || fn === sn) {
      hash = node(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else hash = node(hash, sibling);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  if (sn !== 0 || !hash.equals(root)) throw new Error('The proof does not lead to the root.');
  return at;
}

/** Reads a whole log by its paths, and checks tiles of every level against the entries. Throws where one does not fit. */
export async function readWholeLog(
  fetchPath: FetchPath,
  vkey: string,
): Promise<{ readonly size: number; readonly entries: readonly Buffer[] }> {
  const { size, root } = openHead((await fetchPath('checkpoint')).toString('utf8'), vkey);
  const entries: Buffer[] = [];
  for (const path of tilePaths('entries', size)) {
    const bundle = await fetchPath(path);
    for (let at = 0; at < bundle.length;) {
      const length = bundle.readUInt16BE(at);
      entries.push(bundle.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
  }
  let hashes = entries.map(leafHash);
  if (entries.length !== size || !treeHash(hashes).equals(root))
    throw new Error('The entries do not make the root.');
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / 256)) {
    const served = Buffer.concat(await Promise.all(tilePaths(String(level), count).map(fetchPath)));
    if (!served.equals(Buffer.concat(hashes.slice(0, count))))
      throw new Error(`Tiles of level ${level} do not fit.`);
    hashes = Array.from({ length: Math.floor(count / 256) }, (_, at) =>
      treeHash(hashes.slice(at * 256, (at + 1) * 256)),
    );
  }
  return { size, entries };
}

function tilePaths(level: string, count: number): readonly string[] {
  return Array.from({ length: Math.ceil(count / 256) }, (_, index) => {
    const width = Math.min(256, count - index * 256);
    const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
    const groups = digits.match(/.{3}/g)!;
    const name = [...groups.slice(0, -1).map((group) => `x${group}`), groups.at(-1)].join('/');
    return `tile/${level}/${name}${width < 256 ? `.p/${width}` : ''}`;
  });
}
