import fc from 'fast-check';
import { hashLeaf } from '../../../src/merkle/index.ts';
import { makeLog, type MadeLog } from '../../world/make-log.ts';
import { findFault } from './independent-verifier.ts';
import { makeBundle, openBundleFolder } from './make-bundle.ts';

const folder = openBundleFolder();
afterAll(() => folder.remove());

const logs = [makeLog(250, 'one'), makeLog(10, 'two')] as const;
// What these commit to is in the bundle, but for two of it, which were erased.
logs[0].appendDetailed(19);
for (const id of [...logs[0].details.keys()].slice(0, 2)) logs[0].details.delete(id);
logs[0].append({
  stage: 'ADMIN',
  operation: { name: 'erase detail to 252', documentSha256: null, variablesHmac: null },
});
const whole = await makeBundle(logs[0], { heads: [logs[0].headAt(270), logs[0].headAt(128)] }, logs[1]);
const lines = whole.toString('utf8').split('\n').slice(0, -1);

const lineNumber = fc.nat({ max: lines.length - 1 });
const joined = (changed: readonly string[]): Buffer =>
  Buffer.from(changed.map((line) => `${line}\n`).join(''));

const mutations = fc.oneof(
  fc.record({ at: fc.nat({ max: whole.length - 1 }), bit: fc.nat({ max: 7 }) }).map(({ at, bit }) => {
    const flipped = Buffer.from(whole);
    flipped[at]! ^= 1 << bit;
    return flipped;
  }),
  lineNumber.map((at) => joined(lines.toSpliced(at, 1))),
  fc.tuple(lineNumber, lineNumber).map(([a, b]) => joined(lines.with(a, lines[b]!).with(b, lines[a]!))),
  fc.nat({ max: whole.length - 1 }).map((length) => whole.subarray(0, length)),
  fc.tuple(lineNumber, lineNumber).map(([a, b]) => joined(lines.with(a, lines[b]!))),
  fc.tuple(lineNumber, lineNumber).map(([a, b]) => joined(lines.toSpliced(a, 0, lines[b]!))),
);

it('Both verifiers call the bundle whole that the mutations are made from', () => {
  expect(findFault(whole)).toBeNull();
  expect(folder.verify(whole).findings).toEqual([]);
});

it('Both verifiers find each of 1,000 mutations: flipped, dropped, swapped, cut off, replaced, repeated', () => {
  fc.assert(
    fc.property(mutations, (mutated) => {
      fc.pre(!mutated.equals(whole));
      expect(folder.verify(mutated).whole).toBe(false);
      expect(findFault(mutated)).not.toBeNull();
    }),
    { numRuns: 1_000 },
  );
});

/** The log as one who holds the database would rewrite it: numbered without a gap, with all hashes made anew. */
function rewritten(leaves: readonly string[]): MadeLog {
  const numbered = leaves.map((leaf, index) => Buffer.from(leaf.replace(/"seq":\d+/, `"seq":${index}`)));
  return { ...logs[0], leaves: numbered, leafHashes: numbered.map((leaf) => hashLeaf(leaf)) };
}

const recordNumber = fc.nat({ max: 269 });
const originals = logs[0].leaves.map(String);
const rewrites = fc.oneof(
  recordNumber.map((at) => originals.toSpliced(at, 1)),
  fc
    .tuple(recordNumber, recordNumber)
    .map(([a, b]) => originals.with(a, originals[b]!).with(b, originals[a]!)),
  recordNumber.map((at) =>
    originals.with(at, originals[at]!.replace('AG-TRANSPORT-CENTRE', 'AG-TRAFFIC-POLICE')),
  ),
  fc.tuple(recordNumber, recordNumber).map(([a, b]) => originals.toSpliced(a, 0, originals[b]!)),
  fc.nat({ max: 269 }).map((length) => originals.slice(0, length)),
);

it('Both verifiers find a history that was written anew, hashes and all, under the head of the old one', async () => {
  await fc.assert(
    fc.asyncProperty(rewrites, async (leaves) => {
      const log = rewritten(leaves);
      fc.pre(log.leaves.join('\n') !== logs[0].leaves.join('\n'));
      const size = log.leaves.length;
      const bundle = await makeBundle(log, {
        heads: [logs[0].headAt(270)],
        to: size,
        size: Math.max(270, size),
      }).catch(() => makeBundle(log, { heads: [logs[0].headAt(270)], to: size, size }));
      expect(folder.verify(bundle, { part: true }).whole).toBe(false);
      expect(findFault(bundle)).not.toBeNull();
    }),
    { numRuns: 100 },
  );
});
