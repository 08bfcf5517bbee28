import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DisclosureEntry } from '../../../src/audit/index.ts';
import { sha256Hex } from '../../../src/base/index.ts';
import { hashLeaf, rootOf } from '../../../src/merkle/index.ts';
import {
  makeLog,
  makeSigner,
  makeWitness,
  type MadeLog,
  type NoteSigner,
  signHead,
} from '../../world/make-log.ts';
import { findFault } from './independent-verifier.ts';
import { makeBundle, openBundleFolder } from './make-bundle.ts';

const SIZE = 600;
const folder = openBundleFolder();
afterAll(() => folder.remove());

const verifier = join(folder.folder, 'audit-verify.mjs');
copyFileSync('src/verify/audit-verify.mjs', verifier);

const log = makeLog(SIZE);
const other = makeLog(3, 'second');
function put(name: string, content: string | Buffer): string {
  writeFileSync(join(folder.folder, name), content);
  return join(folder.folder, name);
}

/** The verifier in a process of its own: by itself, with nothing of Lukou. */
function run(bundle: Buffer, ...args: readonly string[]): { readonly code: number; readonly text: string } {
  return runAlone(put('bundle.jsonl', bundle), ...args);
}

function runAlone(...args: readonly string[]) {
  const alone = spawnSync(process.execPath, [verifier, ...args], { encoding: 'utf8' });
  return { code: alone.status ?? -1, text: `${alone.stdout}${alone.stderr}` };
}

const findingsOf = (...args: Parameters<typeof folder.verify>) => folder.verify(...args).findings;

/** The log with some leaves changed, and the hashes that the log kept. */
const changed = (leaves: readonly Buffer[]): MadeLog => ({ ...log, leaves: [...leaves] });

it.each([
  [0, SIZE],
  [1, SIZE],
  [255, 257],
  [256, 512],
  [300, 300],
  [77, 599],
  [0, 0],
])('A part from %i to %i proves itself against the head of the whole', async (from, to) => {
  const bundle = await makeBundle(log, { from, to });
  expect(findingsOf(bundle, { part: true })).toEqual([]);
  expect(findFault(bundle)).toBeNull();
});

it('A part is not whole unless the auditor asked for one', async () => {
  expect(findingsOf(await makeBundle(log, { from: 10, to: 590 }))).toEqual([
    'lukou.test/gateway: records 0 to 9 are not in it. Say --part where you asked for a part.',
    'lukou.test/gateway: records 590 to 599 are not in it. Say --part where you asked for a part.',
  ]);
});

it('A log that was pruned by policy is whole, and its boundary is named', async () => {
  const pruned = makeLog(20);
  pruned.append({
    stage: 'ADMIN',
    operation: { name: 'prune log to 12', documentSha256: null, variablesHmac: null },
  });
  const bundle = await makeBundle(pruned, { from: 12 });
  const { findings, notes } = folder.verify(bundle);
  expect(findings).toEqual([]);
  expect(notes[0]).toBe('lukou.test/gateway: records 12 to before 21 of 21; pruned to 12 by policy');
  for (const from of [11, 13]) expect(findingsOf(await makeBundle(pruned, { from }))).toHaveLength(1);
});

it('No caller can name an operation so that it passes for pruning', async () => {
  const asked = makeLog(20);
  asked.append({ operation: { name: 'prune log to 12', documentSha256: null, variablesHmac: null } });
  expect(findingsOf(await makeBundle(asked, { from: 12 }))).toHaveLength(1);
});

it('A log that records say was opened is missed, unless a part was asked for', async () => {
  const name = `open log ${other.origin}`;
  const operation = { name, documentSha256: null, variablesHmac: null };
  const parent = makeLog(20);
  parent.append({ stage: 'ADMIN', operation }, { stage: 'ADMIN', operation });
  expect(findingsOf(await makeBundle(parent, {}, other))).toEqual([]);
  const alone = await makeBundle(parent);
  expect(findingsOf(alone)).toEqual([
    'Missing log: lukou.test/second was opened. Say --part where you asked for a part.',
  ]);
  expect(findingsOf(alone, { part: true })).toEqual([]);
  const asked = makeLog(20);
  asked.append({ operation });
  expect(findingsOf(await makeBundle(asked))).toEqual([]);
});

describe('What was done to the log is named by the first record that is wrong', () => {
  it('changed', async () => {
    const leaf = Buffer.from(log.leaves[300]!.toString().replace('ROAD_SAFETY', 'PUBLIC_SAFE'));
    expect(findingsOf(await makeBundle(changed(log.leaves.with(300, leaf))))).toEqual([
      'lukou.test/gateway: record 300 does not have the hash that the log keeps for it.',
    ]);
  });

  it('removed', async () => {
    const reader = changed(log.leaves.filter((_, index) => index !== 300));
    expect(findingsOf(await makeBundle(reader, { to: SIZE, size: SIZE, heads: [log.headAt(SIZE)] }))).toEqual(
      ['lukou.test/gateway: record 300 is missing: 301 stands in its place.'],
    );
  });

  it('removed at the end of a tile, and at the end of the log', async () => {
    for (const gone of [255, SIZE - 1]) {
      const left = log.leaves.filter((_, index) => index !== gone);
      const bundle = await makeBundle(changed(left), { to: SIZE, size: SIZE, heads: [log.headAt(SIZE)] });
      expect(findingsOf(bundle)[0]).toMatch(`record ${gone} is missing`);
    }
  });

  it('changed with all its hashes: an older head says between which records', async () => {
    const leaf = Buffer.from(log.leaves[300]!.toString().replace('ROAD_SAFETY', 'PUBLIC_SAFE'));
    const leaves = log.leaves.with(300, leaf);
    const forged = { ...log, leaves, leafHashes: leaves.map((one) => hashLeaf(one)) };
    const heads = [log.headAt(SIZE), log.headAt(256)];
    expect(findingsOf(await makeBundle(forged, { heads }))).toEqual([
      'lukou.test/gateway: the head of 600 records is over other records than these: one of 256 to 599 is not as signed.',
    ]);
  });
});

describe('Heads and keys', () => {
  it('a bad signature', async () => {
    const [head, another] = [log.headAt(SIZE), log.headAt(SIZE - 1)];
    const mixed = `${head.slice(0, head.indexOf('\n\n'))}${another.slice(another.indexOf('\n\n'))}`;
    expect(findingsOf(await makeBundle(log, { heads: [mixed] }))).toEqual([
      `lukou.test/gateway: bad signature of lukou.test/gateway+${log.signer.key.id} on the head of 600 records.`,
    ]);
  });

  it('an unknown key, where the auditor knows another', async () => {
    const bundle = await makeBundle(log);
    expect(run(bundle, '--key', log.signer.vkey)).toMatchObject({ code: 0 });
    expect(run(bundle, '--key', makeLog(0).signer.vkey)).toEqual({
      code: 1,
      text: expect.stringMatching(
        /^! .*unknown key: the head of 600 records is signed by lukou.test\/gateway\+/,
      ),
    });
    expect(run(bundle, '--key', log.signer.vkey.replace('lukou', 'lokou'))).toMatchObject({ code: 2 });
  });

  describe('a key that took over', () => {
    const next = makeSigner(log.origin);
    const rotated = makeLog(20);
    const operation = { name: 'change log key', documentSha256: sha256Hex(next.vkey), variablesHmac: null };
    rotated.append({ stage: 'ADMIN', operation }, {}, {});
    const headBy = (size: number, ...signers: readonly NoteSigner[]): string => {
      const head = { origin: log.origin, size, root: rootOf(rotated.frontierAt(size)) };
      const [first = '', ...others] = signers.map((signer) => signHead(head, signer));
      return first + others.map((note) => note.slice(note.indexOf('\n\n') + 2)).join('');
    };
    const bundleOf = (successor: NoteSigner, ...heads: readonly string[]): Promise<Buffer> =>
      makeBundle(rotated, { keys: [rotated.signer.vkey, successor.vkey], heads });

    it('is believed by whoever knows the one before, or itself', async () => {
      const bundle = await bundleOf(next, headBy(23, next), headBy(21, rotated.signer, next));
      expect(run(bundle, '--key', rotated.signer.vkey)).toMatchObject({ code: 0 });
      expect(run(bundle, '--key', next.vkey)).toMatchObject({ code: 0 });
    });

    it('is not where no head over its record is signed by the one before', async () => {
      for (const heads of [[headBy(23, next)], [headBy(23, next), headBy(20, rotated.signer, next)]])
        expect(run(await bundleOf(next, ...heads), '--key', rotated.signer.vkey)).toMatchObject({
          code: 1,
          text: expect.stringMatching(/^! .*unknown key: the head of 23 records is signed by/),
        });
    });

    it('is not where no record names it, whoever signed beside the log', async () => {
      const stranger = makeSigner(log.origin);
      const bundle = await bundleOf(stranger, headBy(23, stranger), headBy(21, rotated.signer, stranger));
      expect(run(bundle, '--key', rotated.signer.vkey)).toMatchObject({
        code: 1,
        text: expect.stringMatching(/^! .*unknown key: the head of 23 records/),
      });
    });
  });

  it('a head of another log, and a head that does not cover all', async () => {
    expect(findingsOf(await makeBundle(log, { heads: [other.headAt(3), log.headAt(SIZE)] })).join()).toMatch(
      'wrong origin: the head of 3 records is of lukou.test/second',
    );
    expect(findingsOf(await makeBundle(log, { heads: [log.headAt(500)] }))).toEqual([
      'lukou.test/gateway: no head in the bundle covers all 600 records.',
    ]);
  });

  it('a head that the auditor kept, over a history that is no more', async () => {
    const bundle = await makeBundle(log);
    expect(run(bundle, '--head', put('kept', log.headAt(100)))).toMatchObject({ code: 0 });
    const forked = signHead({ origin: log.origin, size: 100, root: rootOf(log.frontierAt(99)) }, log.signer);
    expect(run(bundle, '--head', put('forked', forked)).text).toMatch(
      /! .*the head of 100 records is over other records than these: one of 0 to 99 is not as signed\./,
    );
    expect(run(bundle, '--head', put('lost', other.headAt(3))).text).toMatch(
      /! Missing log: lukou.test\/second/,
    );
  });

  it('cosignatures of witnesses', async () => {
    const [witness, absent] = [makeWitness('witness.test/one'), makeWitness('witness.test/two')];
    const bundle = await makeBundle(log, { heads: [log.headAt(SIZE), log.headAt(400, [witness])] });
    expect(run(bundle, '--witness', witness.vkey)).toEqual({
      code: 0,
      text: expect.stringMatching(/witness.test\/one saw its first 400 records, at 2026-03-02T01:00:00.000Z/),
    });
    expect(run(bundle, '--witness', absent.vkey).text).toMatch(/! .*witness.test\/two has cosigned no head/);
    const forged = log.headAt(400, [{ ...absent, key: witness.key }]);
    expect(
      run(await makeBundle(log, { heads: [log.headAt(SIZE), forged] }), '--witness', witness.vkey).text,
    ).toMatch(/! .*bad cosignature of witness.test\/one on head 400/);
  });
});

describe('Several logs', () => {
  it('are verified each, and one that the auditor expects is reported missing', async () => {
    const bundle = await makeBundle(log, {}, other);
    expect(folder.verify(bundle)).toMatchObject({ whole: true, records: SIZE + 3 });
    expect(findingsOf(bundle, { logs: ['lukou.test/third'] })).toEqual([
      'Missing log: lukou.test/third is not in this bundle.',
    ]);
    expect(run(await makeBundle(log), '--key', log.signer.vkey, '--key', other.signer.vkey).text).toMatch(
      /! Missing log: lukou.test\/second is not in this bundle/,
    );
  });
});

describe('The command, run alone', () => {
  const receiptOf = (index: number) => ({
    origin: log.origin,
    index,
    leafHash: log.leafHashes[index]!.toString('base64'),
    id: `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    resultSha256: 'e'.repeat(64),
  });

  it('says what is wrong, and has status 0 only for a whole bundle', async () => {
    const whole = await makeBundle(log);
    expect(run(whole)).toMatchObject({ code: 0, text: expect.stringMatching(/WHOLE: 600 records/) });
    expect(run(whole.subarray(0, 5_000))).toMatchObject({
      code: 1,
      text: expect.stringMatching(/! .*it was cut off/),
    });
    expect(runAlone()).toMatchObject({ code: 2, text: expect.stringMatching(/^Usage/) });
    expect(runAlone('no/such/file')).toMatchObject({ code: 2 });
  });

  it('holds the log to the receipts that it gave', async () => {
    const whole = await makeBundle(log);
    const good = put('good.json', JSON.stringify(receiptOf(7)));
    const bad = put('bad.json', JSON.stringify({ ...receiptOf(8), leafHash: receiptOf(9).leafHash }));
    const late = put('late.json', JSON.stringify({ ...receiptOf(9), index: 900 }));
    const lost = put('lost.json', JSON.stringify({ ...receiptOf(9), origin: 'lukou.test/lost' }));
    expect(run(whole, '--receipt', good)).toMatchObject({
      code: 0,
      text: expect.stringMatching(/record 7 is as promised/),
    });
    expect(run(whole, '--receipt', bad).text).toMatch(/record 8 is not the one that was promised/);
    expect(run(whole, '--receipt', late).text).toMatch(/record 900 is missing: the log ends before/);
    expect(run(whole, '--receipt', lost).text).toMatch(/Missing log: lukou.test\/lost/);
  });

  it('holds an answer to its receipt', async () => {
    const answer = { data: { a: 1 }, extensions: { disclosure: [] } };
    const resultSha256 = createHash('sha256').update(JSON.stringify(answer)).digest('hex');
    const answered = makeLog(0);
    answered.append({ result: { rows: 1, bytes: 9, sha256: resultSha256, status: 200, code: 'OK' } });
    const receipt = { ...receiptOf(0), leafHash: answered.leafHashes[0]!.toString('base64'), resultSha256 };
    const whole = await makeBundle(answered);
    const withReceipt = (data: object) =>
      JSON.stringify({ ...answer, data, extensions: { ...answer.extensions, receipt } });
    expect(run(whole, '--receipt', put('answer.json', withReceipt({ a: 1 })))).toMatchObject({ code: 0 });
    expect(run(whole, '--receipt', put('forged.json', withReceipt({ a: 2 }))).text).toMatch(
      /this answer is not the one that its receipt was given for/,
    );
  });

  it('shows no control character of a bundle', async () => {
    const bundle = Buffer.from(`{"lukou":"disclosure-bundle/1","logs":["\u001b[31m"]}\n\u001b[2J\n`);
    expect(run(bundle).text).not.toContain('\u001b');
  });
});

it('A bundle of no log, or of one twice, is not whole', async () => {
  const seal = (lines: string) =>
    Buffer.from(
      `${lines}${JSON.stringify({ end: 'disclosure-bundle/1', records: 0, sha256: createHash('sha256').update(lines).digest('hex') })}\n`,
    );
  const head = (logs: readonly string[]) => `${JSON.stringify({ lukou: 'disclosure-bundle/1', logs })}\n`;
  expect(findingsOf(seal(head([])))).toEqual(['It names no log at all, or one twice.']);
  const twice = await makeBundle(other, {}, other);
  expect(findingsOf(twice)).toEqual(['It names no log at all, or one twice.']);
});

describe('Detail that records only commit to', () => {
  const erasure = (toIndex: number) => ({
    stage: 'ADMIN' as const,
    operation: { name: `erase detail to ${toIndex}`, documentSha256: null, variablesHmac: null },
  });
  /** Three hundred records with detail, and what was done to it. */
  function withDetail(...done: readonly Partial<DisclosureEntry>[]): MadeLog {
    const made = makeLog(0);
    made.appendDetailed(300);
    made.append(...done);
    return made;
  }
  const forget = (made: MadeLog, count: number): void => {
    for (const id of [...made.details.keys()].slice(0, count)) made.details.delete(id);
  };

  it('is in the bundle, and is what they commit to', async () => {
    const bundle = await makeBundle(withDetail());
    expect(bundle.toString()).toContain('"ip\\":\\"192.0.2.7\\"');
    expect(findingsOf(bundle)).toEqual([]);
    expect(findFault(bundle)).toBeNull();
  });

  it('may be gone where an operator’s record says that it was erased', async () => {
    const made = withDetail(erasure(256));
    forget(made, 256);
    const bundle = await makeBundle(made);
    const { findings, notes } = folder.verify(bundle);
    expect(findings).toEqual([]);
    expect(notes[0]).toBe(
      'lukou.test/gateway: records 0 to before 301 of 301; detail erased to 256 by policy',
    );
    expect(findFault(bundle)).toBeNull();
  });

  it.each([
    ['no record says so', [], 1, 0],
    ['a record says so of fewer', [erasure(256)], 258, 257],
    ['only a caller says so', [{ operation: erasure(256).operation }], 3, 2],
  ])('is missed where %s', async (_, done, gone, named) => {
    const made = withDetail(...done);
    forget(made, gone);
    const bundle = await makeBundle(made);
    expect(findingsOf(bundle)).toEqual([
      `lukou.test/gateway: the detail of record ${named} is missing, and not erased.`,
    ]);
    expect(findFault(bundle)).toMatch(/no detail/);
  });

  it('is found where it was changed', async () => {
    const made = withDetail();
    const [id] = made.details.keys();
    made.details.set(id!, '{"salt":"00","ip":"203.0.113.9"}');
    const bundle = await makeBundle(made);
    expect(findingsOf(bundle)).toEqual([
      'lukou.test/gateway: the detail of record 0 is not what it commits to.',
    ]);
    expect(findFault(bundle)).toBe('another detail');
  });
});
