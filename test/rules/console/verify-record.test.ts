import fc from 'fast-check';
import { fromBase64 } from '../../../console/src/proof/bytes.ts';
import type { ShownContent } from '../../../console/src/proof/content.ts';
import { type ProvedRecord, verifyRecord } from '../../../console/src/proof/verify-record.ts';
import { EMPTY_TREE, growTree, proveInclusion } from '../../../src/merkle/index.ts';
import { makeLog, makeSigner, makeWitness, signHead } from '../../world/make-log.ts';

const LOG = makeLog(300);
const WITNESS = makeWitness('witness.test/one');

/** Of a record of which nothing is shown. */
const NOTHING: ShownContent = {
  id: null,
  recordedAt: null,
  stage: null,
  agency: null,
  role: null,
  actor: null,
  purpose: null,
  caseReference: null,
  breakGlass: null,
  operationName: null,
  code: null,
  rowCount: null,
  subjectCount: null,
  divisions: null,
  maxSensitivity: null,
  recipient: null,
  agreements: null,
  resultSha256: null,
  fields: null,
};

function provedRecord(index: number, treeSize: number, witnesses = [WITNESS]): ProvedRecord {
  const { readNode } = growTree(EMPTY_TREE, LOG.leafHashes.slice(0, treeSize));
  const leaf = LOG.leaves[index]!.toString();
  const { id, time } = JSON.parse(leaf) as { id: string; time: string };
  const hashes = proveInclusion(index, treeSize, readNode).map((hash) => hash.toString('base64'));
  return {
    index,
    shown: { ...NOTHING, id, recordedAt: time.replace('Z', '+00:00'), purpose: 'ROAD_SAFETY' },
    leafHash: LOG.leafHashes[index]!.toString('base64'),
    leaf,
    proof: { index, treeSize, hashes, head: LOG.headAt(treeSize, witnesses) },
    origin: LOG.origin,
    keys: [LOG.signer.vkey],
    witnesses: [WITNESS.vkey],
  };
}

const outcomes = async (record: ProvedRecord): Promise<Record<string, string>> =>
  Object.fromEntries((await verifyRecord(record)).map(({ name, outcome }) => [name, outcome]));
const GOOD = { content: 'good', leaf: 'good', inclusion: 'good', signature: 'good', witnesses: 'good' };

/** A place of a record, in a tree that has it. */
const placeOfRecord = fc
  .integer({ min: 1, max: 300 })
  .chain((treeSize) => fc.tuple(fc.integer({ min: 0, max: treeSize - 1 }), fc.constant(treeSize)));

/** The same text with one byte of base64, hexadecimal or JSON another. */
const flip = (text: string, at: number): string => {
  const index = at % text.length;
  const other = text[index] === 'A' ? 'B' : 'A';
  return text.slice(0, index) + other + text.slice(index + 1);
};

describe('The console’s own verification', () => {
  it('holds for every record of a log of every size', async () => {
    await fc.assert(
      fc.asyncProperty(placeOfRecord, async ([index, size]) => {
        expect(await outcomes(provedRecord(index, size))).toEqual(GOOD);
      }),
      { numRuns: 60 },
    );
  });

  it('breaks wherever one character of the bytes, the path or the head is another', async () => {
    await fc.assert(
      fc.asyncProperty(
        placeOfRecord,
        fc.nat(),
        fc.constantFrom('leaf', 'path', 'head'),
        async ([index, size], at, what) => {
          const record = provedRecord(index, size);
          const { proof } = record;
          const { hashes } = proof;
          fc.pre(what !== 'path' || hashes.length > 0);
          const broken = {
            leaf: { ...record, leaf: flip(record.leaf, at) },
            path: {
              ...record,
              proof: {
                ...proof,
                hashes: hashes.map((hash, step) => (step === at % hashes.length ? flip(hash, 5) : hash)),
              },
            },
            head: { ...record, proof: { ...proof, head: flip(proof.head, at) } },
          }[what];
          fc.pre(JSON.stringify(broken) !== JSON.stringify(record));
          // A witness's line that is not its own any more counts as none; everything else is broken.
          expect(await outcomes(broken)).not.toEqual(GOOD);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('takes bytes in one form only, so that no letter of a signature can be another', () => {
    expect(fromBase64('/w==')).toEqual(Uint8Array.of(255));
    // The same byte, with bits behind it that stand for nothing.
    expect(fromBase64('/x==')).toBeNull();
  });

  it('breaks where the record that is shown is not the one that was written', async () => {
    const record = provedRecord(7, 20);
    const fields = [{ coordinate: 'Checkpoint.name', decision: 'allow', rule: 'default' }];
    for (const forged of [
      { id: 'another' },
      { purpose: 'MEDIATION' },
      { caseReference: 'A-1' },
      { fields },
      { rowCount: 2 },
    ])
      expect(await outcomes({ ...record, shown: { ...record.shown, ...forged } })).toEqual({
        ...GOOD,
        content: 'broken',
      });
    expect(await outcomes({ ...provedRecord(7, 20), index: 8 })).toMatchObject({ content: 'broken' });
  });

  it('breaks where a path is longer or shorter than its place asks', async () => {
    const record = provedRecord(7, 20);
    const { hashes } = record.proof;
    for (const others of [hashes.slice(1), hashes.slice(0, -1), [...hashes, hashes[0]!]])
      expect(await outcomes({ ...record, proof: { ...record.proof, hashes: others } })).toMatchObject({
        inclusion: 'broken',
      });
  });

  it('breaks where another log’s head, or a head by another key, stands in its place', async () => {
    const record = provedRecord(7, 20);
    const stranger = makeSigner(LOG.origin);
    const [, , root] = record.proof.head.split('\n');
    const same = { origin: LOG.origin, size: 20, root: Buffer.from(root!, 'base64') };
    const head = signHead(same, stranger);
    expect(await outcomes({ ...record, proof: { ...record.proof, head } })).toMatchObject({
      inclusion: 'good',
      signature: 'broken',
    });
    // The control: with the stranger's key believed, it holds.
    expect(
      await outcomes({ ...record, proof: { ...record.proof, head }, keys: [stranger.vkey] }),
    ).toMatchObject({
      signature: 'good',
    });
    const other = LOG.headAt(21, [WITNESS]);
    expect(await outcomes({ ...record, proof: { ...record.proof, head: other } })).toMatchObject({
      inclusion: 'broken',
      signature: 'good',
    });
  });

  it('breaks where a witness’s signature is over something else, and says where there is none', async () => {
    const forged = { ...makeWitness('witness.test/one'), key: WITNESS.key };
    const record = provedRecord(7, 20, [forged]);
    expect(await outcomes(record)).toEqual({ ...GOOD, witnesses: 'broken' });
    expect(await outcomes(provedRecord(7, 20, []))).toEqual({ ...GOOD, witnesses: 'none' });
  });

  it('believes no key that does not hash to its own id', async () => {
    const record = provedRecord(7, 20);
    const [name, id, key] = record.keys[0]!.split('+');
    for (const vkey of [`${name}+00000000+${key}`, `${name}+${id}+${flip(key!, 9)}`, 'no key', ''])
      expect(await outcomes({ ...record, keys: [vkey] })).toMatchObject({ signature: 'broken' });
  });
});
