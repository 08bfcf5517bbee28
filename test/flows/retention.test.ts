import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AuditLog,
  type DisclosureEntry,
  eraseApprovedDetail,
  operatorEntry,
  pruneApproved,
} from '../../src/audit/index.ts';
import { systemClock } from '../../src/base/index.ts';
import { readConfig } from '../../src/config.ts';
import { approveErasingDetail, approvePrune, placeHold } from '../../src/request/index.ts';
import {
  createErasureDesk,
  createLogReader,
  createRetentionDesk,
  deriveCommitted,
} from '../../src/storage/index.ts';
import { verifyBundle } from '../../src/verify/index.ts';
import { openAuditDesk, openLog, openRetentionDesk } from '../../src/wiring/index.ts';
import { entryWith } from '../audit-log/entry.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { queryRecords, RECORDS } from '../world/query-records.ts';
import { writeAuditorToken } from '../world/write-auditor-token.ts';

const DAY_MS = 86_400_000;
const RETENTION = { keepDays: 180, keepSharingDays: 1_096 };
const BY_AUDITOR = { caller: 'auditor' } as const;
const SHARED: Partial<DisclosureEntry> = {
  actor: { pseudonym: 'p', agency: 'AG-TRANSPORT-CENTRE', role: 'partner', auth: 'jwt' },
  fields: [['RoadSegment.roadName', 'allow', 'default']],
  owners: ['AG-TRAFFIC-POLICE'],
};

let database: TestDatabase;
let folder: string;
let bySecond: { readonly tokenFile: string };
/** What tests leave open. */
let left: (() => Promise<void>)[];

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'lukou-retention-'));
  left = [];
  bySecond = { tokenFile: await writeAuditorToken(folder, 'another-auditor') };
});
afterEach(async () => {
  for (const close of left) await close();
  await database.drop();
  await rm(folder, { recursive: true });
});

const config = () => readConfig({ LUKOU_DATA: folder });
const joinDatabase = async () => ({ ...database, [Symbol.asyncDispose]: async () => undefined });
const messages: string[] = [];
const onMessage = (message: string): void => void messages.push(message);
const keeping = () => openRetentionDesk({ readConfig: config, production: false, joinDatabase, onMessage });
const storage = () => createRetentionDesk(database.log);
const before = (days: number): Date => new Date(Date.now() - days * DAY_MS);

/** Opens the gateway's log with a clock that is so many days behind. */
async function open(daysAgo = 0): Promise<AuditLog> {
  const clock = { nowMs: () => Date.now() - daysAgo * DAY_MS };
  const place = { database, folder: join(folder, 'log'), log: 'gateway', gatewayName: 'lukou' };
  const audit = await openLog({ ...place, clock, onMessage });
  left.push(() => audit.close());
  return audit;
}

/** A log of 600 records that were written so many days ago, and then others of today. */
async function writeLog(daysAgo: number, change: Partial<DisclosureEntry> = {}): Promise<AuditLog> {
  const old = await open(daysAgo);
  await Promise.all(Array.from({ length: 599 }, () => old.record(entryWith(change))));
  await old.close();
  const audit = await open();
  await Promise.all(Array.from({ length: 100 }, () => audit.record(entryWith())));
  return audit;
}

const prune = (audit: AuditLog): Promise<void> =>
  pruneApproved({
    log: 'gateway',
    audit,
    reader: createLogReader(database.log),
    desk: storage(),
    retention: RETENTION,
    clock: systemClock,
    onMessage,
  });

/** Past all of our own code, as the application might ask, with settings that are lower than any. */
const pruneBySql = (): Promise<unknown> =>
  database.app.query(`select oversight.prune_log('gateway', 512, 1, 1, $1)`, [Buffer.alloc(32)]);

async function approveTwice(days: number): Promise<void> {
  await keeping().prune({ log: 'gateway', before: before(days), by: BY_AUDITOR });
  await keeping().prune({ log: 'gateway', before: before(days), by: bySecond });
}

async function firstIndex(): Promise<number | undefined> {
  for await (const { index } of createLogReader(database.log).readEntries('gateway', 0, 1_000)) return index;
  return undefined;
}

async function verifyExport() {
  const out = join(folder, 'bundle.jsonl');
  const desk = openAuditDesk({ readConfig: config, joinDatabase, onMessage, productVersion: '0' });
  const order = { format: 'bundle', out, from: null, to: null, logs: [], withVerifier: false } as const;
  await desk.exportLog(order, () => undefined);
  const nothing = { keys: [], witnesses: [], logs: [], heads: [], receipts: [], part: false };
  return verifyBundle(out, nothing);
}

it('prunes what two auditors approved: the log says so, goes on, and verifies as pruned by policy', async () => {
  const audit = await writeLog(1_200, SHARED);
  const asked = { log: 'gateway', before: before(1_100) };
  expect(await keeping().prune({ ...asked, by: BY_AUDITOR })).toEqual({
    log: 'gateway',
    toIndex: 512,
    approvals: 1,
  });
  expect(await keeping().prune({ ...asked, by: bySecond })).toMatchObject({ approvals: 2 });
  await prune(audit);
  expect(await firstIndex()).toBe(512);
  expect(messages.at(-1)).toBe('log gateway: pruned to 512 by policy, 512 records.');
  await audit.close();

  const again = await open();
  expect((await again.record(entryWith())).index).toBe(701);
  const { findings, notes } = await verifyExport();
  expect(findings).toEqual([]);
  expect(notes).toContain('lukou.lukou/gateway: records 512 to before 702 of 702; pruned to 512 by policy');
}, 60_000);

it('records each approval, and the pruning with the root over what went', async () => {
  const audit = await writeLog(1_200);
  await approveTwice(1_100);
  await prune(audit);
  const rows = await queryRecords<{ log: string; name: string; actor: string; leaf: Buffer }>(
    database.app,
    `select log, operation_name as name, actor, leaf from ${RECORDS}
      where operation_name like '%prun%' order by log desc, index`,
  );
  expect(rows.map(({ log, name }) => [log, name])).toEqual([
    ['gateway-operator', 'approve pruning gateway to 512'],
    ['gateway-operator', 'approve pruning gateway to 512'],
    ['gateway', 'prune log to 512'],
  ]);
  expect(new Set(rows.slice(0, 2).map(({ actor }) => actor)).size).toBe(2);
  const kept = await database.app.query<{ boundary: Buffer }>('select boundary from oversight.prune');
  expect(rows[2]!.leaf.toString()).toContain(`"documentSha256":"${kept.rows[0]!.boundary.toString('hex')}"`);
}, 60_000);

it('prunes nothing that one auditor approved, however often', async () => {
  const audit = await writeLog(1_200);
  const asked = { log: 'gateway', before: before(1_100), by: BY_AUDITOR };
  await keeping().prune(asked);
  expect(await keeping().prune(asked)).toMatchObject({ approvals: 1 });
  await prune(audit);
  expect(await firstIndex()).toBe(0);
  await audit.record(operatorEntry({ name: 'prune log to 512', documentSha256: null, requestId: 'r' }));
  await expect(pruneBySql()).rejects.toThrow(/two people/);
}, 60_000);

it('prunes nothing that the log does not record', async () => {
  await writeLog(1_200);
  await approveTwice(1_100);
  await expect(pruneBySql()).rejects.toThrow(/does not record/);
}, 60_000);

describe.each([
  ['a record younger than 180 days', 100, {}, 50],
  ['a shared record younger than three years', 400, SHARED, 300],
])('Of %s', (_, age, change, cut) => {
  it('nothing is pruned, whatever the settings and the approvals', async () => {
    const audit = await writeLog(age, change);
    await expect(
      keeping().prune({ log: 'gateway', before: before(cut), by: BY_AUDITOR }),
    ).rejects.toMatchObject({ code: 'PRUNE_REFUSED', message: expect.stringMatching(/too young/) });
    const range = { log: 'gateway', toIndex: 512 };
    for (const pseudonym of ['one', 'other'])
      await storage().approve(range, { pseudonym, agency: 'AG-OVERSIGHT', role: 'auditor' });
    await prune(audit);
    await audit.record(operatorEntry({ name: 'prune log to 512', documentSha256: null, requestId: 'r' }));
    await expect(pruneBySql()).rejects.toThrow(/too young/);
    expect(await firstIndex()).toBe(0);
  }, 60_000);
});

it('prunes what was not shared after 180 days', async () => {
  const audit = await writeLog(400);
  await approveTwice(300);
  await prune(audit);
  expect(await firstIndex()).toBe(512);
}, 60_000);

it('prunes nothing under a legal hold, until it ends', async () => {
  const audit = await writeLog(1_200);
  await approveTwice(1_100);
  const id = await keeping().hold({ log: null, reason: 'Court order 12', by: BY_AUDITOR });
  await prune(audit);
  expect(await firstIndex()).toBe(0);
  await expect(approveTwice(1_100)).rejects.toThrow(/legal hold/);
  await keeping().endHold({ id, by: bySecond });
  await expect(keeping().endHold({ id, by: bySecond })).rejects.toMatchObject({ code: 'HOLD_UNKNOWN' });
  await prune(audit);
  expect(await firstIndex()).toBe(512);
}, 60_000);

it('lets nobody approve or hold but an auditor', async () => {
  await writeLog(1_200);
  const by = { caller: 'steward' } as const;
  const refused = expect.objectContaining({ code: 'PRUNE_REFUSED' }) as Error;
  await expect(keeping().prune({ log: 'gateway', before: before(1_100), by })).rejects.toEqual(refused);
  await expect(keeping().hold({ log: null, reason: 'x', by })).rejects.toEqual(refused);
}, 60_000);

it('lets no auditor approve or hold but those of the agency that keeps the log', async () => {
  const log = await writeLog(1_200);
  const erasures = createErasureDesk(database.log);
  const ports = { desk: storage(), erasures, retention: RETENTION, log, clock: systemClock };
  const auditorOf = (agency: string) =>
    ({
      role: 'auditor',
      agency,
      subject: 'somebody',
      pseudonym: 'p1_auditor',
      authMethod: 'jwt',
      system: null,
      issuedAtMs: 0,
      expiresAtMs: Number.MAX_SAFE_INTEGER,
    }) as const;
  const range = { log: 'gateway', before: before(1_100) };
  const held = { log: null, reason: 'Court order 12' };
  const other = auditorOf('AG-TRANSPORT-CENTRE');
  const refused = expect.objectContaining({ code: 'PRUNE_REFUSED' }) as Error;
  await expect(approvePrune(other, range, ports)).rejects.toEqual(refused);
  await expect(approveErasingDetail(other, range, ports)).rejects.toEqual(refused);
  await expect(placeHold(other, held, ports)).rejects.toEqual(refused);
  // Positive control: those who keep it may do all of that.
  const keeper = auditorOf('AG-OVERSIGHT');
  await expect(approvePrune(keeper, range, ports)).resolves.toMatchObject({ approvals: 1 });
  await expect(placeHold(keeper, held, ports)).resolves.toEqual(expect.any(String));
}, 60_000);

it('lets neither the application nor the owner remove a record otherwise, before or after', async () => {
  const audit = await writeLog(1_200);
  await deriveCommitted(database.app);
  for (const remove of [
    'delete from oversight.disclosure where index >= 600',
    'delete from oversight.log_batch where first_index + cardinality(ends) > 600',
  ]) {
    await expect(database.app.query(remove)).rejects.toThrow(/permission denied/);
    await expect(database.owner((client) => client.query(remove))).rejects.toThrow(/42501/);
  }
  await approveTwice(1_100);
  await prune(audit);
  expect(await countRecord()).toEqual({ columns: 1, bytes: 1 });
  // With the guards off it goes: the guards are what kept it.
  await database.admin((client) =>
    client.query(
      `drop trigger only_pruned on oversight.disclosure; drop trigger only_pruned on oversight.log_batch`,
    ),
  );
  await database.owner((client) =>
    client.query(`delete from oversight.disclosure where index = 600;
      delete from oversight.log_batch where first_index + cardinality(ends) > 600`),
  );
  expect(await countRecord()).toEqual({ columns: 0, bytes: 0 });
}, 60_000);

it('removes the bytes of a record together with its columns', async () => {
  const audit = await writeLog(1_200);
  await approveTwice(1_100);
  await prune(audit);
  const { rows } = await database.app.query<object>(
    `select (select min(index) from oversight.disclosure where log = 'gateway') as columns,
      (select min(first_index) from oversight.log_batch where log = 'gateway') as bytes`,
  );
  expect(rows).toEqual([{ columns: 512, bytes: 512 }]);
}, 60_000);

async function countRecord(): Promise<{ columns: number; bytes: number }> {
  const { rows } = await database.app.query<{ columns: number; bytes: number }>(
    `select (select count(*) from oversight.disclosure where log = 'gateway' and index = 600) as columns,
      (select count(*) from oversight.read_leaves('gateway', 600, 601)) as bytes`,
  );
  return rows[0]!;
}

it('keeps a closed log closed', async () => {
  const audit = await open();
  await audit.record(entryWith());
  await storage().closeLog('gateway');
  await expect(audit.record(entryWith())).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  await audit.close();
  await expect(open()).rejects.toThrow(/closed for good/);
});

describe('Detail beside the records', () => {
  const erase = (days: number, by: { readonly tokenFile: string } | typeof BY_AUDITOR) =>
    keeping().eraseDetail({ log: 'gateway', before: before(days), by });
  const eraseNow = (audit: AuditLog): Promise<void> =>
    eraseApprovedDetail({
      log: 'gateway',
      audit,
      desk: createErasureDesk(database.log),
      retention: RETENTION,
      clock: systemClock,
      onMessage,
    });
  /** Past all of our own code, with a setting that is lower than any. */
  const eraseBySql = (): Promise<unknown> =>
    database.app.query(`select oversight.erase_detail('gateway', 512, 1)`);
  const recordErasure = (audit: AuditLog) =>
    audit.record(operatorEntry({ name: 'erase detail to 512', documentSha256: null, requestId: 'r' }));

  async function countDetails(): Promise<number> {
    const { rows } = await database.app.query<{ count: number }>(
      `select count(*) as count from oversight.record_detail where log = 'gateway'`,
    );
    return rows[0]!.count;
  }

  it('goes when two auditors approved it: the records stay, and the log verifies and says what is gone', async () => {
    const audit = await writeLog(400, SHARED);
    expect(await countDetails()).toBe(699);
    expect(await erase(300, BY_AUDITOR)).toEqual({ log: 'gateway', toIndex: 512, approvals: 1 });
    await eraseNow(audit);
    expect(await countDetails()).toBe(699);
    expect(await erase(300, bySecond)).toMatchObject({ approvals: 2 });
    await eraseNow(audit);
    expect(messages.at(-1)).toBe('log gateway: detail erased to 512 by policy, of 511 records.');
    // The log's own first record, from this machine, has no detail.
    expect(await countDetails()).toBe(699 - 511);
    await eraseNow(audit);
    await audit.close();
    expect(await firstIndex()).toBe(0);
    const { findings, notes } = await verifyExport();
    expect(findings).toEqual([]);
    expect(notes).toContain(
      'lukou.lukou/gateway: records 0 to before 701 of 701; detail erased to 512 by policy',
    );
  }, 60_000);

  it.each([
    ['that one auditor approved', 400, 300, /two people/],
    ['that is younger than 180 days', 100, 50, /too young/],
  ])(
    'does not go of records %s',
    async (_, age, cut, why) => {
      const audit = await writeLog(age);
      await erase(cut, BY_AUDITOR).catch(() => undefined);
      await eraseNow(audit);
      await recordErasure(audit);
      await expect(eraseBySql()).rejects.toThrow(why);
      expect(await countDetails()).toBe(699);
    },
    60_000,
  );

  it('does not go unrecorded, nor under a legal hold, nor at the word of anybody but an auditor', async () => {
    const audit = await writeLog(400);
    await expect(
      keeping().eraseDetail({ log: 'gateway', before: before(300), by: { caller: 'steward' } }),
    ).rejects.toMatchObject({ code: 'PRUNE_REFUSED' });
    await erase(300, BY_AUDITOR);
    await erase(300, bySecond);
    await expect(eraseBySql()).rejects.toThrow(/does not record/);
    await keeping().hold({ log: 'gateway', reason: 'Court order 12', by: BY_AUDITOR });
    await eraseNow(audit);
    await expect(eraseBySql()).rejects.toThrow(/legal hold/);
    expect(await countDetails()).toBe(699);
  }, 60_000);

  it('is removed by neither the application nor the owner otherwise', async () => {
    await writeLog(400);
    const remove = `delete from oversight.record_detail where log = 'gateway'`;
    await expect(database.app.query(remove)).rejects.toThrow(/permission denied/);
    await expect(database.owner((client) => client.query(remove))).rejects.toThrow(/42501/);
    expect(await countDetails()).toBe(699);
    // With the guard off it goes: the guard is what kept it.
    await database.admin((client) => client.query('drop trigger only_erased on oversight.record_detail'));
    await database.owner((client) => client.query(remove));
    expect(await countDetails()).toBe(0);
    const { findings } = await verifyExport();
    expect(findings).toEqual(['lukou.lukou/gateway: the detail of record 699 is missing, and not erased.']);
  }, 60_000);

  it('goes with the records that are pruned', async () => {
    const audit = await writeLog(1_200);
    await approveTwice(1_100);
    await prune(audit);
    expect(await countDetails()).toBe(699 - 511);
    expect((await verifyExport()).findings).toEqual([]);
  }, 60_000);
});
