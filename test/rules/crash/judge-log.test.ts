import { printLogProof, proveInclusion, growTree, EMPTY_TREE } from '../../../src/merkle/index.ts';
import { judgeRound, type KnownLog, type Round } from '../../crash/judge-log.ts';
import type { Seen } from '../../crash/load.ts';
import { planKills } from '../../crash/plan-kills.ts';
import { type MadeLog, makeLog } from '../../world/make-log.ts';

/** What a client is told of a record. */
function receiptOf({ leaves, leafHashes }: MadeLog, index: number): Seen['receipts'][number] {
  const { id, result } = JSON.parse(leaves[index]!.toString()) as { id: string; result: { sha256: string } };
  return {
    index,
    leafHash: leafHashes[index]!.toString('base64'),
    id,
    resultSha256: result.sha256,
  };
}

function proofOf(made: MadeLog, index: number): string {
  const size = made.leaves.length;
  const { readNode } = growTree(EMPTY_TREE, made.leafHashes);
  return printLogProof({ index, hashes: proveInclusion(index, size, readNode), head: made.headAt(size) });
}

interface Found {
  round: Round;
  seen: Seen;
}

/** A log of ten records, two answers, a head that a client saw and the two that the signer kept: all in order. */
function sound(): Found & { readonly made: MadeLog } {
  const made = makeLog(6);
  made.appendDetailed(4);
  return {
    made,
    round: {
      vkey: made.signer.vkey,
      entries: made.leaves.map((leaf, index) => ({ index, leaf })),
      details: made.details,
      searchable: 10,
      head: made.headAt(10),
      kept: [made.headAt(7), made.headAt(9)],
      fetchProof: async (index) => proofOf(made, index),
    },
    seen: {
      receipts: [receiptOf(made, 3), receiptOf(made, 8)],
      heads: [made.headAt(5)],
      unavailable: 0,
      lost: 0,
      faults: [],
    },
  };
}

const nothing = (): KnownLog => ({ hashes: [], entries: new Map(), promised: [] });

it('finds nothing wrong with a log that is as it was promised', async () => {
  const { round, seen } = sound();
  expect(await judgeRound(round, seen, nothing())).toEqual([]);
});

it.each<[string, (found: ReturnType<typeof sound>) => Partial<Round> | undefined, RegExp]>([
  ['a record is missing', ({ round }) => ({ entries: round.entries.toSpliced(4, 1) }), /Record 4 is missing/],
  ['a question would miss one', () => ({ searchable: 9 }), /finds 9 records; 10 are stored/],
  ['the last are missing', ({ round }) => ({ entries: round.entries.slice(0, 9) }), /head counts 10/],
  [
    'an answered record is gone',
    ({ round, made }) => ({ entries: round.entries.slice(0, 8), head: made.headAt(8) }),
    /Record 8 was answered and is gone/,
  ],
  [
    'the head is smaller than one that was seen',
    ({ round, made, seen }) => {
      seen.heads.push(made.headAt(10));
      return { entries: round.entries.slice(0, 9), head: made.headAt(9) };
    },
    /A client saw a head of 10 records: now it is of 9/,
  ],
  ['a head was of another history', ({ seen, made }) => otherHead(seen, made), /of another history/],
  ['an answer left before its head was kept', ({ made }) => ({ kept: [made.headAt(8)] }), /before its head/],
  ['the signer’s file is lost', () => ({ kept: [] }), /Record 3 was answered before its head was kept/],
  ['a detail is missing', () => ({ details: new Map() }), /The detail of record 6 is not what it commits to/],
  [
    'a proof is of another record',
    ({ made }) => ({ fetchProof: async () => proofOf(made, 5) }),
    /does not hold/,
  ],
])('finds that %s', async (_what, change, fault) => {
  const found = sound();
  const changed = change(found);
  const faults = await judgeRound({ ...found.round, ...changed }, found.seen, nothing());
  expect(faults.join('\n')).toMatch(fault);
});

function otherHead(seen: Seen, made: MadeLog): undefined {
  const other = makeLog(0, 'gateway', made.signer);
  other.append({ requestId: 'another' }, {}, {});
  seen.heads.push(other.headAt(3));
}

it('plans the same kills for the same seed, as many of the gateway as of PostgreSQL', () => {
  const plan = planKills(7, 200);
  expect(planKills(7, 200)).toEqual(plan);
  expect(planKills(8, 200)).not.toEqual(plan);
  const ofGateway = plan.filter(({ victim }) => victim === 'gateway' || victim === 'starting gateway');
  expect(ofGateway).toHaveLength(100);
  expect(new Set(plan.map(({ victim }) => victim)).size).toBe(4);
});
