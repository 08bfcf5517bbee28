import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Clock,
  keyIdOf,
  openPublicKey,
  rawPublicKey,
  sha256Hex,
  stoppedClock,
  uuidV7,
} from '../../../src/base/index.ts';
import {
  releaseBytes,
  type ReleasePackage,
  type ReleaseSigner,
  type ReleaseStatement,
} from '../../../src/classification/index.ts';
import { type Adapter, type IngestReceipt, ingestRelease, readAdapter } from '../../../src/ingest/index.ts';
import { makeRelease } from '../../../src/register/index.ts';
import { openIntake, shippedAdapter, type Intake } from './intake.ts';

const EXTRACT = 'code,name,province,city,area\n150702,海拉尔区,15,07,02\n150724,鄂温克族自治旗,15,07,24\n';
const LABELLED = readAdapter(
  `adapter: labelled-divisions
version: 1
description: Divisions whose rows say themselves who may see them.
format: csv
outputs:
  - type: AdminDivision
    label: { column: area, table: { '02': PUBLIC } }
    columns: { code: code, name: name, level: { constant: COUNTY }, kind: { constant: DISTRICT } }
`,
  'labelled.yaml',
);
const NOW = '2026-03-02T00:00:00.000Z';
const EXPIRES = '2026-04-01T00:00:00.000Z';

const makeHand = (person: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = rawPublicKey(publicKey);
  const signer: ReleaseSigner = { person, keyId: keyIdOf(raw), key: openPublicKey(raw) };
  return { signer, hand: { person, keyId: signer.keyId, key: privateKey } };
};
const WANG = makeHand('王敏');
const WANG_AGAIN = makeHand('王敏');
const LOOKS_LIKE_WANG = makeHand('王\u200b 敏\ufe00');
const LI = makeHand('李强');
const STRANGER = makeHand('陌生人');
const SIGNERS = [WANG, WANG_AGAIN, LOOKS_LIKE_WANG, LI].map(({ signer }) => signer);

type Hand = typeof WANG;

const make = (hands: readonly [Hand, Hand] = [WANG, LI]): ReleasePackage =>
  makeRelease(
    {
      register: '0190f3a2-7c1e-7b42-9d55-0a1b2c3d4e5f',
      extract: { name: 'divisions.csv', content: Buffer.from(EXTRACT) },
      decision: { reference: '密解〔2026〕3号', authority: '市保密局', decidedOn: '2026-03-01' },
      expiresAt: EXPIRES,
    },
    [hands[0].hand, hands[1].hand],
    stoppedClock(NOW),
  );

/** Signs any statement over any content, as a register that was tampered with might. */
function signAnything(
  change: Partial<ReleaseStatement>,
  text: string,
  name = 'divisions.csv',
): ReleasePackage {
  const content = Buffer.from(text);
  const statement = {
    ...make().statement,
    id: uuidV7(Date.parse(NOW)),
    extract: { name, bytes: content.length, sha256: sha256Hex(content) },
    ...change,
  };
  const signatures = [WANG, LI].map(({ hand }) => ({
    keyId: hand.keyId,
    signature: sign(null, releaseBytes(statement), hand.key).toString('base64'),
  }));
  return { format: 'lukou-release/1', statement, content: content.toString('base64'), signatures };
}

let intake: Intake;
let folder: string;
beforeEach(async () => {
  intake = await openIntake();
  folder = await mkdtemp(join(tmpdir(), 'lukou-release-'));
});
afterEach(async () => {
  await intake.database.drop();
  await rm(folder, { recursive: true, force: true });
});

interface HandedIn {
  readonly clock?: Clock;
  readonly signers?: readonly ReleaseSigner[];
  readonly adapter?: Adapter | undefined;
}

async function handIn(
  made: ReleasePackage | string,
  { clock = stoppedClock(NOW), signers = SIGNERS, adapter }: HandedIn = {},
): Promise<IngestReceipt> {
  const path = join(folder, 'package.json');
  await writeFile(path, typeof made === 'string' ? made : JSON.stringify(made));
  const order = { adapter: adapter ?? (await shippedAdapter('cn-divisions')), path, signers };
  return ingestRelease(order, { ...intake.ports, clock });
}

const kept = (): Promise<object[]> =>
  intake.rows(
    `select (select count(*)::int from traffic.admin_division) as divisions,
            (select count(*)::int from ingest.release_package) as packages`,
  );

async function expectRefused(
  made: ReleasePackage | string,
  code: string,
  { incident = null, ...handedIn }: HandedIn & { readonly incident?: object | null } = {},
) {
  await expect(handIn(made, handedIn)).rejects.toMatchObject({ code });
  expect(await kept()).toEqual([{ divisions: 0, packages: 0 }]);
  expect(intake.entries).toMatchObject([{ outcome: 'REFUSED', rowsWritten: 0, code, incident }]);
  intake.entries.length = 0;
}

it('takes in an extract that two persons signed, and keeps on whose word', async () => {
  const made = make();
  const receipt = await handIn(made);
  expect(receipt).toMatchObject({
    rowsWritten: 2,
    sourceName: 'divisions.csv',
    fileDigest: sha256Hex(EXTRACT),
  });
  const packages = await intake.rows(
    `select id, batch_id, decision_reference, decision_authority, decided_on::text, key_ids from ingest.release_package`,
  );
  expect(packages).toEqual([
    {
      id: made.statement.id,
      batch_id: receipt.runId,
      decision_reference: '密解〔2026〕3号',
      decision_authority: '市保密局',
      decided_on: '2026-03-01',
      key_ids: [WANG.hand.keyId, LI.hand.keyId],
    },
  ]);
  expect(intake.entries).toMatchObject([{ outcome: 'PUBLISHED', code: 'OK', releaseId: made.statement.id }]);
});

it('takes a package in once, also of two that come at the same time, and records the second', async () => {
  const made = make();
  const both = await Promise.allSettled([handIn(made), handIn(made)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await expect(handIn(made)).rejects.toMatchObject({ code: 'RELEASE_REPLAYED' });
  expect(await kept()).toEqual([{ divisions: 2, packages: 1 }]);
  expect(intake.entries.map(({ code }) => code).toSorted()).toEqual([
    'OK',
    'RELEASE_REPLAYED',
    'RELEASE_REPLAYED',
  ]);
  // Under another id it is another package, so only the id was in the way.
  expect((await handIn(make())).rowsDuplicate).toBe(2);
});

it('keeps the books of packages from being rewritten', async () => {
  await handIn(make());
  const change = (query: string) => intake.database.ingest.query(query);
  await expect(change('delete from ingest.release_package')).rejects.toThrow(/append-only/);
  await expect(change(`update ingest.release_package set decision_authority = 'x'`)).rejects.toThrow(
    /append-only/,
  );
});

it('refuses what was changed after it was signed', async () => {
  const made = make();
  const other = Buffer.from(EXTRACT.replace('海拉尔区', '满洲里市'));
  await expectRefused({ ...made, content: other.toString('base64') }, 'RELEASE_FORGED');
  const extract = { ...made.statement.extract, bytes: other.length, sha256: sha256Hex(other) };
  await expectRefused(
    { ...made, content: other.toString('base64'), statement: { ...made.statement, extract } },
    'RELEASE_FORGED',
  );
  const later = { ...made.statement, expiresAt: '2999-01-01T00:00:00.000Z' };
  await expectRefused({ ...made, statement: later }, 'RELEASE_FORGED', {
    clock: stoppedClock('2026-05-01T00:00:00Z'),
  });
  const renumbered = { ...made.statement, id: uuidV7(Date.parse(NOW)) };
  await expectRefused({ ...made, statement: renumbered }, 'RELEASE_FORGED');
});

it('refuses what one person signed, once or twice, or a stranger beside one', async () => {
  const made = make();
  const [first] = made.signatures;
  await expectRefused({ ...made, signatures: [first!] }, 'RELEASE_UNSIGNED');
  await expectRefused({ ...made, signatures: [first!, first!] }, 'RELEASE_UNSIGNED');
  await expectRefused({ ...made, signatures: [] }, 'RELEASE_UNSIGNED');
  await expectRefused(make([WANG, WANG_AGAIN]), 'RELEASE_UNSIGNED');
  await expectRefused(make([WANG, LOOKS_LIKE_WANG]), 'RELEASE_UNSIGNED');
  await expectRefused(make([WANG, STRANGER]), 'RELEASE_UNSIGNED');
  await expectRefused(made, 'RELEASE_UNSIGNED', { signers: [WANG.signer] });
});

it('refuses what is not in force yet, or no more', async () => {
  await expectRefused(make(), 'RELEASE_EXPIRED', { clock: stoppedClock(EXPIRES) });
  await expectRefused(make(), 'RELEASE_EXPIRED', { clock: stoppedClock('2026-03-01T00:00:00Z') });
  expect(await handIn(make(), { clock: stoppedClock('2026-03-31T23:59:59Z') })).toMatchObject({
    rowsWritten: 2,
  });
});

it('refuses what is no package, or says more than a package says', async () => {
  for (const text of ['', '{}', '[]', EXTRACT, JSON.stringify({ ...make(), note: 'x' })])
    await expectRefused(text, 'RELEASE_INVALID');
  const twice = JSON.stringify(make()).replace('{', '{"format":"lukou-release/1",');
  await expectRefused(twice, 'RELEASE_INVALID');
});

it('refuses two good signatures under a decision of the future, or an expiry before the package', async () => {
  const { statement } = make();
  const decision = { ...statement.decision, decidedOn: '2026-03-03' };
  await expectRefused(signAnything({ decision }, EXTRACT), 'RELEASE_INVALID');
  await expectRefused(
    signAnything({ decision: { ...decision, decidedOn: '2026-02-30' } }, EXTRACT),
    'RELEASE_INVALID',
  );
  await expectRefused(signAnything({ expiresAt: statement.madeAt }, EXTRACT), 'RELEASE_INVALID');
  expect(await handIn(signAnything({}, EXTRACT))).toMatchObject({ rowsWritten: 2 });
});

it('opens an incident for an extract that is no text, or has no known label, and names it by its digest', async () => {
  for (const [text, rule, line, adapter] of [
    [EXTRACT.replace('海拉尔区', '海拉尔\u0000区'), 'opaque.control-character', 2, undefined],
    [`PK\u0003\u0004${EXTRACT}`, 'opaque.binary-file', null, undefined],
    [EXTRACT, 'label.unknown', 3, LABELLED],
  ] as const) {
    intake.incidents.length = 0;
    const made = signAnything({}, text);
    const { name, sha256 } = made.statement.extract;
    const incident = { gate: 'INGEST', rule, line, fileDigest: sha256 };
    await expectRefused(made, 'INGEST_REFUSED', { adapter, incident });
    expect(intake.incidents).toMatchObject([
      { gate: 'INGEST', rule, line, source: name, sourceDigest: sha256, markHash: null },
    ]);
  }
});

it('records an extract that another stage refused, without an incident', async () => {
  await expectRefused(signAnything({}, 'code,"name\n150702,a\n'), 'INGEST_REFUSED');
  expect(intake.incidents).toEqual([]);
});

it('believes no signature about marks: the guard stops the extract, and its words, all the same', async () => {
  const marked = signAnything({}, EXTRACT.replace('海拉尔区', '机密★1年'));
  const incident = { gate: 'INGEST' };
  await expectRefused(marked, 'INGEST_REFUSED', { incident: { ...incident, rule: 'cn.mark', line: 2 } });
  const decision = { ...make().statement.decision, reference: '机密★1年' };
  await expectRefused(signAnything({ decision }, EXTRACT), 'INGEST_REFUSED', { incident });
  await expectRefused(signAnything({}, EXTRACT, '部署表_绝密.csv'), 'INGEST_REFUSED', { incident });
  // The same hand over an unmarked text passes, so it was the mark.
  expect(await handIn(signAnything({}, EXTRACT))).toMatchObject({ rowsWritten: 2 });
});

it('uses no package up where the run fails', async () => {
  const made = make();
  const failing = { ...intake.ports.log, recordIngest: () => Promise.reject(new Error('the log is away')) };
  const path = join(folder, 'package.json');
  await writeFile(path, JSON.stringify(made));
  const adapter = await shippedAdapter('cn-divisions');
  const run = ingestRelease(
    { adapter, path, signers: SIGNERS },
    { ...intake.ports, log: failing, clock: stoppedClock(NOW) },
  );
  await expect(run).rejects.toThrow(/the log is away/);
  expect(await handIn(made)).toMatchObject({ rowsWritten: 2 });
});
