import { existsSync, readFileSync, globSync } from 'node:fs';
import { verifyConsistency, verifyInclusion } from '../../../src/merkle/index.ts';

const FOLDER = new URL('../../../../shared/vectors/merkle/', import.meta.url);
const isThere = existsSync(FOLDER);
if (!isThere) console.warn('shared/vectors/merkle is not there: the published proofs are not tried.');

interface Common {
  readonly proof: readonly string[] | null;
  readonly desc: string;
  readonly wantErr: boolean;
}
interface Inclusion extends Common {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
}
interface Consistency extends Common {
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
}

const bytes = (text: string | null): Buffer => Buffer.from(text ?? '', 'base64');
const proofOf = ({ proof }: Common): Buffer[] => (proof ?? []).map(bytes);

function readVectors<T>(kind: string): (readonly [string, T])[] {
  if (!isThere) return [];
  return globSync(`${kind}/**/*.json`, { cwd: FOLDER.pathname }).map((file) => [
    file,
    JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as T,
  ]);
}

const inclusion = readVectors<Inclusion>('inclusion');
const consistency = readVectors<Consistency>('consistency');

(isThere ? describe : describe.skip)('The published proofs', () => {
  it('are all there', () => expect(inclusion.length + consistency.length).toBe(196));

  it.each(inclusion)('of inclusion are judged as they should be: %s', (_file, vector) => {
    const { leafIdx, treeSize, root, leafHash, wantErr } = vector;
    const claim = { index: leafIdx, size: treeSize, leafHash: bytes(leafHash), root: bytes(root) };
    expect(verifyInclusion(claim, proofOf(vector))).toBe(!wantErr);
  });

  it.each(consistency)('of consistency are judged as they should be: %s', (_file, vector) => {
    const { size1, size2, root1, root2, wantErr } = vector;
    const claim = { size1, size2, root1: bytes(root1), root2: bytes(root2) };
    expect(verifyConsistency(claim, proofOf(vector))).toBe(!wantErr);
  });
});
