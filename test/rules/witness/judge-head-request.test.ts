import fc from 'fast-check';
import { proveConsistency, type ReadNode, rootOf } from '../../../src/merkle/index.ts';
import { judgeHeadRequest, printHeadRequest, readHeadRequest } from '../../../src/witness/index.ts';
import { makeLog, type MadeLog, makeSigner, signHead } from '../../world/make-log.ts';

const log = makeLog(40);
const stranger = makeLog(0, 'stranger');
const keys = [log.signer.key];

/** A hash of the log's tree, out of all of its leaves. */
const nodeOf =
  ({ leafHashes }: MadeLog): ReadNode =>
  (level, index) => {
    const width = 2 ** level;
    const part = makeLog(0);
    part.leafHashes.push(...leafHashes.slice(index * width, (index + 1) * width));
    return rootOf(part.frontierAt(width));
  };

const proofFrom = (old: number, size: number): Buffer[] =>
  old === 0 ? [] : proveConsistency(old, size, nodeOf(log));
const knownHead = (size: number, of: MadeLog = log) => ({
  origin: log.origin,
  size,
  root: rootOf(of.frontierAt(size)),
});
const ask = (old: number, size: number, proof = proofFrom(old, size), note = log.headAt(size)) =>
  readHeadRequest(printHeadRequest(old, proof, note));

it.each([
  ['the first head', ask(0, 7), null, 200],
  ['a head that goes on', ask(7, 40), 7, 200],
  ['the same head again', ask(40, 40), 40, 200],
  ['a log that it does not watch', ask(0, 0, [], stranger.headAt(0)), null, 404],
  ['an old size above the head', ask(9, 7, []), 9, 400],
  ['an old size that is not the one it knows', ask(7, 40), 9, 409],
  ['a proof from an empty log', ask(0, 7, [Buffer.alloc(32)]), null, 422],
  ['a proof that leads elsewhere', ask(7, 40, proofFrom(8, 40)), 7, 422],
  ['no proof', ask(7, 40, []), 7, 422],
] as const)('A witness judges %s', (_what, request, known, status) => {
  expect(judgeHeadRequest(request, keys, known === null ? null : knownHead(known)).status).toBe(status);
});

it('A witness tells another head of the size that it knows from the same one', () => {
  const other = makeLog(0);
  other.append(...Array.from({ length: 40 }, () => ({ requestId: 'other' })));
  expect(judgeHeadRequest(ask(40, 40), keys, knownHead(40, other))).toMatchObject({
    status: 409,
    knownSize: 40,
  });
});

it('A witness believes the log’s key alone, whatever name another key bears', () => {
  const forger = { ...log, signer: makeSigner(log.origin) };
  const note = makeLogHead(forger, 7);
  expect(judgeHeadRequest(ask(0, 7, [], note), keys, null).status).toBe(403);
  expect(judgeHeadRequest(ask(0, 7), keys, null).status).toBe(200);
});

it('A witness that has cosigned one size cosigns another with the true proof only', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.nat(), (a, b, seed) => {
      const [old, size] = a < b ? [a, b] : [b, a];
      const proof = proofFrom(old, size);
      expect(judgeHeadRequest(ask(old, size, proof), keys, knownHead(old)).status).toBe(200);
      if (proof.length === 0) return;
      const wrong = proof.map((hash) => Buffer.from(hash));
      wrong[seed % wrong.length]![seed % 32]! ^= 1;
      expect(judgeHeadRequest(ask(old, size, wrong), keys, knownHead(old)).status).toBe(422);
    }),
  );
});

it.each([
  ['nothing', ''],
  ['no old size', `\n${log.headAt(7)}`],
  ['a leading zero', `old 07\n\n${log.headAt(7)}`],
  ['a hash that is not one', `old 7\nAAAA\n\n${log.headAt(7)}`],
  ['too many hashes', `old 7\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}\n${log.headAt(7)}`],
  ['no head', 'old 7\n\nhello\n'],
])('A request is refused that holds %s', (_what, body) => {
  expect(() => readHeadRequest(body)).toThrow(RangeError);
});

function makeLogHead(of: MadeLog, size: number): string {
  return signHead({ origin: of.origin, size, root: rootOf(log.frontierAt(size)) }, of.signer);
}
