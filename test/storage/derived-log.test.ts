import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { USES } from '../../src/agreement/index.ts';
import {
  type AuditLog,
  type DisclosureEntry,
  deriveBehind,
  openAuditLog,
  openFileSigner,
} from '../../src/audit/index.ts';
import { systemClock } from '../../src/base/index.ts';
import {
  createDisclosureLogStore,
  createLogDeriver,
  createRetentionDesk,
  deriveCommitted,
  migrateDatabase,
  readMigrations,
} from '../../src/storage/index.ts';
import { entryWith } from '../audit-log/entry.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { until } from '../world/until.ts';
import { openReaders } from './readers/open-readers.ts';

let database: TestDatabase;
let folder: string;
let left: (() => Promise<void>)[];

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'lukou-derived-'));
  left = [];
});
afterEach(async () => {
  for (const close of left) await close();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function open(log = 'gateway', follower?: ReturnType<typeof deriveBehind>): Promise<AuditLog> {
  const signer = await openFileSigner({ folder, log, origin: `lukou.test/${log}` });
  const store = createDisclosureLogStore(database.log);
  const audit = await openAuditLog({ store, signer, log, clock: systemClock, follower });
  left.push(() => audit.close());
  return audit;
}

const write = (audit: AuditLog, count: number, change: Partial<DisclosureEntry> = {}) =>
  Promise.all(Array.from({ length: count }, () => audit.record(entryWith(change))));

/** Rows as they are now, whatever waits to be derived. */
async function rowsOf<Row extends object>(sql: string): Promise<readonly Row[]> {
  return (await database.admin((client) => client.query<Row>(sql))).rows;
}
const countRows = async (): Promise<number> =>
  (await rowsOf<{ count: number }>('select count(*)::integer as count from oversight.disclosure'))[0]!.count;

async function askForRecords() {
  const readers = openReaders(database, {}, { agency: 'AG-OVERSIGHT' });
  try {
    return (await readers.oversight.disclosureRecords({ first: 50 })).nodes;
  } finally {
    await readers.close();
  }
}

/** What one record is searched by. */
async function termsOf(change: Partial<DisclosureEntry>): Promise<unknown> {
  const [receipt] = await write(await open(), 1, change);
  await deriveCommitted(database.app);
  const { rows } = await database.app.query<object>(
    'select d.*, d.recorded_at = $2::timestamptz as "isOnTime" from oversight.disclosure d where id = $1',
    [receipt!.id, receipt!.recordedAt],
  );
  return rows[0];
}

it('has a record’s columns from its bytes', async () => {
  expect(
    await termsOf({
      stage: 'DENY',
      actor: { pseudonym: 'p1_x', agency: 'AG-A', role: 'analyst', auth: 'jwt' },
      purpose: { code: 'ROAD_SAFETY', caseReference: 'A-2026-０1〇号\u202e', breakGlass: 'LIFE_AT_RISK' },
      agreements: [
        { uid: 'urn:agr:b', version: 2, sha256: 'ab' },
        { uid: 'urn:agr:a', version: 1, sha256: 'cd' },
      ],
      operation: { name: 'Q', documentSha256: null, variablesHmac: null },
      fields: [
        ['T.b', 'mask:plate.region', 'r'],
        ['T.a', 'deny:NOT_GRANTED', 'r'],
        ['T.c', 'statistic:k=5', 'r'],
        ['T.a', 'filter:deny:NO_CASE', 'r'],
        ['T.d', 'sort:allow', 'r'],
      ],
      owners: ['AG-B', null, 'AG-A', null, 'AG-B'],
      result: { rows: 7, bytes: 2, sha256: 'ab'.repeat(32), status: 200, code: 'NOT_GRANTED' },
      subjects: ['s1_b', 's1_a'],
      maxSensitivity: 'SENSITIVE',
      divisions: ['150724', '1507', '15'],
    }),
  ).toMatchObject({
    log: 'gateway',
    index: 1,
    isOnTime: true,
    stage: 'DENY',
    agency: 'AG-A',
    role: 'analyst',
    actor: 'p1_x',
    purpose: 'ROAD_SAFETY',
    case_reference: 'A-2026-０1〇号\u202e',
    operation_name: 'Q',
    code: 'NOT_GRANTED',
    row_count: 7,
    agreements: ['urn:agr:b@2', 'urn:agr:a@1'],
    coordinates: ['T.b', 'T.a', 'T.c', 'T.a', 'T.d'],
    denied: ['T.a'],
    decisions: ['mask', 'deny', 'statistic', 'deny', 'allow'],
    denials: ['NOT_GRANTED', 'NO_CASE'],
    owners: ['AG-B', null, 'AG-A', null, 'AG-B'],
    subjects: ['s1_b', 's1_a'],
    open_divisions: expect.arrayContaining(['150724', '1507', '15', '15*', '1507*']),
    max_sensitivity: 'SENSITIVE',
    break_glass: 'LIFE_AT_RISK',
  });
});

it('knows each use of a field that an agreement can name', async () => {
  const fields = USES.map((use) => ['T.a', `${use}:deny:NO_CASE`, 'r'] as const);
  expect(await termsOf({ fields })).toMatchObject({
    decisions: USES.map(() => 'deny'),
    denials: ['NO_CASE'],
  });
});

it('has empty columns where a record says nothing', async () => {
  expect(await termsOf({})).toMatchObject({
    agency: null,
    agreements: [],
    coordinates: [],
    denied: [],
    decisions: [],
    denials: [],
    owners: [],
    subjects: [],
    open_divisions: [],
    max_sensitivity: null,
    break_glass: null,
  });
});

it('shows a question what was answered right before it, though nothing was derived yet', async () => {
  const audit = await open();
  const [receipt] = await write(audit, 1);
  expect(await countRows()).toBe(0);
  expect((await askForRecords()).map(({ index }) => index)).toEqual([receipt!.index, 0]);
});

it('refuses a question where it cannot be derived, rather than answer without it', async () => {
  await write(await open(), 1);
  await database.admin((client) =>
    client.query('revoke execute on function oversight.derive_log from lukou_app'),
  );
  await expect(askForRecords()).rejects.toMatchObject({ code: 'STORAGE_FAULT' });
  await database.admin((client) =>
    client.query('grant execute on function oversight.derive_log to lukou_app'),
  );
  expect(await askForRecords()).toHaveLength(2);
});

it('is derived by whoever starts next where a process ends between commit and deriving', async () => {
  await write(await open(), 20);
  const client = await database.log.connect();
  // Killed in the middle: neither rows nor place are kept, or both.
  await client.query("begin; select oversight.derive_log('gateway')");
  client.release(new Error('killed'));
  expect(await countRows()).toBe(0);
  const deriver = createLogDeriver(database.log);
  const messages: string[] = [];
  const onMessage = (message: string): void => void messages.push(message);
  const next = await open('other', deriveBehind({ deriver, log: 'gateway', delayMs: 1, onMessage }));
  await until(async () => (await countRows()) === 21);
  await next.close();
  expect(messages).toEqual([]);
});

it('is derived once, however many are at it while others write', async () => {
  const logs = [await open('gateway'), await open('gateway-2')];
  await Promise.all([
    ...logs.map((audit) => write(audit, 700)),
    ...Array.from({ length: 12 }, () => deriveCommitted(database.app)),
  ]);
  await Promise.all(Array.from({ length: 4 }, () => deriveCommitted(database.app)));
  expect(
    await rowsOf(
      `select log, count(*)::integer as count, max(index)::integer as last from oversight.disclosure group by log order by log`,
    ),
  ).toEqual([
    { log: 'gateway', count: 701, last: 700 },
    { log: 'gateway-2', count: 701, last: 700 },
  ]);
}, 60_000);

describe('Of records that cannot be read', () => {
  beforeEach(async () => {
    await write(await open(), 9);
    // No record of the log's own is one: a byte is broken, and a whole record is gone.
    await database.admin((client) =>
      client.query(`alter table oversight.log_batch disable trigger user;
        update oversight.log_batch set leaves = overlay(leaves placing '\\xff' from ends[3] + 1) where first_index = 1`),
    );
  });

  it('each stands in the table with its place, and the others with all that they say', async () => {
    await deriveCommitted(database.app);
    const rows = await rowsOf<{ index: number; code: string }>(
      'select index, code from oversight.disclosure order by index',
    );
    expect(rows.map(({ code }) => code)).toEqual(
      Array.from({ length: 10 }, (_, index) => (index === 4 ? 'UNREADABLE' : 'OK')),
    );
  });

  it('a question is answered, and shows the one with nothing but its hash', async () => {
    const records = await askForRecords();
    expect(records).toHaveLength(10);
    const broken = records.find(({ code }) => code === 'UNREADABLE')!;
    expect([broken.index, broken.leaf, broken.fields, broken.resultSha256]).toEqual([4, null, [], null]);
    expect(broken.leafHash).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });

  it('the operator is told, also where somebody else met them first', async () => {
    await deriveCommitted(database.app);
    expect(await createLogDeriver(database.log).derive('gateway')).toEqual({ waiting: 0, unreadable: 1 });
  });

  it('none goes before its three years, since nobody knows what it shared', async () => {
    await write(await open('old'), 300);
    await deriveCommitted(database.app);
    await database.admin((client) =>
      client.query(`set session_replication_role = replica;
        update oversight.disclosure set recorded_at = now() - interval '400 days' where log = 'old'`),
    );
    const range = { log: 'old', toIndex: 256 };
    const desk = createRetentionDesk(database.log);
    const keep = { keepDays: 180, keepSharingDays: 1_096 };
    expect(await desk.whyNotPrunable(range, keep)).toBeNull();
    await database.admin((client) =>
      client.query(`set session_replication_role = replica;
        update oversight.disclosure set code = 'UNREADABLE' where log = 'old' and index = 7`),
    );
    expect(await desk.whyNotPrunable(range, keep)).toBe('some of them are too young');
  });
});

it('keeps records that were not derived from going', async () => {
  await write(await open(), 600);
  const why = "select oversight.why_not_prunable('gateway', 256, 180, 1096) as why";
  expect(await rowsOf(why)).toEqual([{ why: 'some of them are not derived yet' }]);
  await deriveCommitted(database.app);
  expect(await rowsOf(why)).toEqual([{ why: 'some of them are too young' }]);
});

it('is derived some megabytes at a time, however large its records are', async () => {
  const leaf = Buffer.alloc(3 << 20, 'x');
  await database.admin(async (client) => {
    await client.query(
      `insert into oversight.log (log, origin, born_at) values ('wide', 'lukou.test/wide', now())`,
    );
    await client.query(
      `insert into oversight.log_head (log, size, root, frontier, note)
       values ('wide', 3, sha256(''), array[sha256('')], 'a note')`,
    );
    for (const index of [0, 1, 2])
      await client.query(
        `insert into oversight.log_batch (log, first_index, ends, leaves, owners)
         values ('wide', $1, array[octet_length($2::bytea)], $2, '{-}')`,
        [index, leaf],
      );
  });
  const reached: unknown[] = [];
  for (let turn = 0; turn < 3; turn += 1)
    reached.push(...(await rowsOf(`select oversight.derive_log('wide')::integer as "toIndex"`)));
  expect(reached).toEqual([{ toIndex: 2 }, { toIndex: 3 }, { toIndex: 3 }]);
});

it('stores no batch beyond a tile in one row, so that whole tiles can go', async () => {
  const audit = await open();
  for (const count of [200, 400, 1, 300]) await write(audit, count);
  const rows = await rowsOf<{ first: number; last: number }>(
    `select first_index::integer as first, (first_index + cardinality(ends) - 1)::integer as last
     from oversight.log_batch order by first_index`,
  );
  expect(rows.length).toBeGreaterThan(4);
  for (const { first, last } of rows) expect(Math.floor(first / 256)).toBe(Math.floor(last / 256));
  expect(rows.slice(1).map(({ first }) => first)).toEqual(rows.slice(0, -1).map(({ last }) => last + 1));
});

it('carries over the records of an earlier version, as they are', async () => {
  const old = await createTestDatabase({ template: 'template1' });
  left.push(() => old.drop());
  const migrations = readMigrations();
  const before = migrations.findIndex(({ name }) => name.startsWith('0021'));
  const migrate = (files: typeof migrations) =>
    old.owner((owner) => migrateDatabase(owner, old.signer, { sharedDatabase: false, migrations: files }));
  await migrate(migrations.slice(0, before));
  // Two logs; in one of them somebody has removed records.
  await old.admin((client) =>
    client.query(`insert into oversight.disclosure
        (log, index, id, recorded_at, stage, role, actor, code, row_count, agreements, coordinates, denied, owners, leaf)
      select log, n, gen_random_uuid(), now(), 'RELEASE', 'public', 'public', 'OK', 0, '{}', '{T.a,T.b}', '{}',
        array['AG-A', null], convert_to('{"v":2,"seq":' || n || ',"x":"' || repeat('x', n * 7 % 3000) || '"}', 'UTF8')
      from unnest(array['gateway', 'other']) log, generate_series(0, 699) n
      where log = 'gateway' or n not between 300 and 309`),
  );
  const leaves = (
    await old.admin((client) =>
      client.query('select log, index, leaf from oversight.disclosure order by 1, 2'),
    )
  ).rows;
  await migrate(migrations);
  const carried = await old.admin((client) =>
    client.query(`select log, index, leaf from unnest(array['gateway', 'other']) log,
      lateral oversight.read_leaves(log, 0, 1000) order by 1, 2`),
  );
  expect(carried.rows).toHaveLength(1_390);
  expect(carried.rows).toEqual(leaves);
  const { rows } = await old.admin((client) =>
    client.query('select distinct owners from oversight.read_leaves($1, 0, 1000)', ['gateway']),
  );
  expect(rows).toEqual([{ owners: 'AG-A,-' }]);
  await deriveCommitted(old.app);
  expect((await old.app.query('select from oversight.disclosure')).rowCount).toBe(1_390);
}, 120_000);
