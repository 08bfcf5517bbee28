import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AuditLog,
  findSignedHead,
  openAuditLog,
  openFileSigner,
  prepareKeyRotation,
} from '../../src/audit/index.ts';
import { systemClock } from '../../src/base/index.ts';
import {
  fetchProof,
  hashLeaf,
  proveInclusion,
  readNoteKey,
  readSignedNote,
  verifyInclusion,
} from '../../src/merkle/index.ts';
import { createDisclosureLogStore, createLogReader } from '../../src/storage/index.ts';
import { entryWith } from '../audit-log/entry.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';

let database: TestDatabase;
let folder: string;
/** What tests leave open, as a process does that is killed. */
let left: (() => Promise<void>)[];

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'lukou-log-'));
  left = [];
});
afterEach(async () => {
  for (const close of left) await close();
  await database.drop();
  await rm(folder, { recursive: true });
});

const placeOf = (log: string) => ({ folder, log, origin: `lukou.test/${log}` });

async function open(log = 'gateway', deadlineMs = 5_000): Promise<AuditLog> {
  const signer = await openFileSigner(placeOf(log));
  left.push(() => signer.close());
  const store = createDisclosureLogStore(database.log);
  const limits = { batchSize: 100, deadlineMs };
  return openAuditLog({ store, keepsDetail: true, signer, log, clock: systemClock, limits });
}

async function write(audit: AuditLog, count: number): Promise<readonly number[]> {
  const receipts = await Promise.all(Array.from({ length: count }, () => audit.record(entryWith())));
  return receipts.map(({ index }) => index);
}

const admin = (sql: string): Promise<unknown> => database.admin((client) => client.query(sql));

it('goes on over restarts, and proves every record from what is stored', async () => {
  const first = await open();
  await write(first, 300);
  await first.close();
  const second = await open();
  expect((await write(second, 300)).at(-1)).toBe(600);
  await second.close();

  const reader = createLogReader(database.log);
  const [log] = await reader.listLogs();
  const head = (await reader.readHead('gateway'))!;
  expect(log).toMatchObject({ log: 'gateway', origin: 'lukou.test/gateway', closedAt: null });
  expect(head.size).toBe(601);
  expect(findSignedHead(head.note, readNoteKey(log!.keys[0]!.vkey))).toMatchObject({ size: 601 });
  const readHashes = (level: number, from: number, to: number) =>
    reader.readHashes('gateway', level, from, to);
  let count = 0;
  for await (const { index, leaf } of reader.readEntries('gateway', 0, head.size)) {
    expect(JSON.parse(leaf.toString())).toMatchObject({ seq: index, v: 3 });
    count += 1;
    if (index % 37 > 0) continue;
    const proof = await fetchProof((read) => proveInclusion(index, head.size, read), readHashes);
    const claim = { index, size: head.size, leafHash: hashLeaf(leaf), root: head.root };
    expect(verifyInclusion(claim, proof)).toBe(true);
  }
  expect(count).toBe(601);
  expect(await readHashes(1, 0, 2)).toHaveLength(2);
  expect(await readHashes(0, 590, 700)).toHaveLength(11);
});

it('takes over the records of a log that had no tree, with every tile of it', async () => {
  await admin(`insert into oversight.log_batch (log, first_index, ends, leaves, owners)
    select 'gateway', n, array[octet_length(leaf)], leaf, '{-}'
    from generate_series(0, 699) n, lateral convert_to('{"v":1,"seq":' || n || '}', 'UTF8') as leaf;
    insert into oversight.log_derived (log, to_index) values ('gateway', 700)`);
  const audit = await open();
  expect(await write(audit, 1)).toEqual([701]);
  await audit.close();
  const reader = createLogReader(database.log);
  expect(await reader.readHashes('gateway', 1, 0, 3)).toHaveLength(2);
  const head = (await reader.readHead('gateway'))!;
  for await (const { index, leaf } of reader.readEntries('gateway', 0, head.size)) {
    if (index % 97 > 0) continue;
    const proof = await fetchProof(
      (read) => proveInclusion(index, head.size, read),
      (level, from, to) => reader.readHashes('gateway', level, from, to),
    );
    const claim = { index, size: head.size, leafHash: hashLeaf(leaf), root: head.root };
    expect(verifyInclusion(claim, proof)).toBe(true);
  }
});

it('keeps several logs apart, each with its own indices', async () => {
  const [one, other] = [await open('gateway'), await open('gateway-2')];
  await Promise.all([write(one, 20), write(other, 30)]);
  const reader = createLogReader(database.log);
  expect(await reader.readHead('gateway')).toMatchObject({ size: 21 });
  expect(await reader.readHead('gateway-2')).toMatchObject({ size: 31 });
  await Promise.all([one.close(), other.close()]);
});

it('keeps key and head where nobody else may read them', async () => {
  const audit = await open();
  await write(audit, 1);
  await audit.close();
  for (const name of ['gateway.key', 'gateway.head'])
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  const [key] = (await createLogReader(database.log).listLogs())[0]!.keys;
  const head = await readFile(join(folder, 'gateway.head'), 'utf8');
  const notes = head.split(/\n{3,}/).filter((note) => note.trim() !== '');
  expect(notes.map((note) => findSignedHead(`${note.trim()}\n`, readNoteKey(key!.vkey))?.size)).toEqual([
    2, 1,
  ]);
});

it('goes on where a crash tore the newer of the two heads that the signer keeps', async () => {
  const audit = await open();
  await write(audit, 1);
  await write(audit, 1);
  await audit.close();
  const path = join(folder, 'gateway.head');
  const torn = (await readFile(path, 'utf8')).replace('lukou.test/gateway\n3\n', 'lukou.te');
  await writeFile(path, torn);
  const again = await open();
  expect(await write(again, 1)).toEqual([3]);
  await again.close();
});

it.each(['gateway.key', 'gateway.head'])('is not opened where %s is lost', async (name) => {
  const audit = await open();
  await write(audit, 3);
  await audit.close();
  const backup = await readFile(join(folder, name));
  await rm(join(folder, name));
  await expect(open()).rejects.toMatchObject({ code: 'LOG_SIGNER_LOST' });
  await writeFile(join(folder, name), backup, { mode: 0o600 });
  await expect(open()).resolves.toMatchObject({ fatal: null });
});

it('lets a new key take over with a record, and with a head that both keys sign', async () => {
  const audit = await open();
  await write(audit, 3);
  await audit.close();
  await prepareKeyRotation(placeOf('gateway'));
  const rotated = await open();
  const reader = createLogReader(database.log);
  const [log] = await reader.listLogs();
  const [first, second] = log!.keys.map(({ vkey }) => readNoteKey(vkey));
  const both = (await reader.readHead('gateway'))!;
  expect(log!.keys.map(({ fromSize, note }) => [fromSize, note])).toEqual([
    [0, null],
    [5, both.note],
  ]);
  expect(readSignedNote(both.note).signatures.map(({ id }) => id)).toEqual([first!.id, second!.id]);
  await write(rotated, 1);
  const head = (await reader.readHead('gateway'))!;
  expect(findSignedHead(head.note, first!)).toBeNull();
  expect(findSignedHead(head.note, second!)).toMatchObject({ size: 6 });
  await rotated.close();
  await expect(open()).resolves.toMatchObject({ fatal: null });
});

describe('A database that somebody has changed is noticed', () => {
  const restoreTo = `
    alter table oversight.log_batch disable trigger user;
    alter table oversight.log_head disable trigger user;
    delete from oversight.log_batch where log = 'gateway' and first_index >= `;

  it('where the last records were removed', async () => {
    const audit = await open();
    await write(audit, 7);
    await write(audit, 3);
    await admin(`${restoreTo} 8`);
    await expect(open()).rejects.toMatchObject({
      code: 'LOG_ALTERED',
      message: expect.stringMatching(/Record 8 of gateway is missing/),
    });
  });

  it('where an old backup was restored', async () => {
    const audit = await open();
    await write(audit, 5);
    await admin('create table public.saved as select * from oversight.log_head');
    await write(audit, 5);
    await admin(`${restoreTo} 6;
      update oversight.log_head h set size = s.size, root = s.root, frontier = s.frontier, note = s.note from public.saved s;`);
    await expect(open()).rejects.toMatchObject({ code: 'LOG_ROLLED_BACK' });
    await expect(write(audit, 1)).rejects.toMatchObject({ code: 'LOG_ROLLED_BACK' });
    expect(await audit.isWritable()).toBe(false);
  });

  it('where a record was rewritten', async () => {
    await write(await open(), 10);
    await admin(`alter table oversight.log_batch disable trigger user;
      update oversight.log_batch set leaves = overlay(leaves placing '\\x20' from ends[3] + 1) where first_index = 1`);
    await expect(open()).rejects.toMatchObject({ code: 'LOG_ALTERED' });
  });

  it('where another process writes the same log', async () => {
    const first = await open();
    await write(first, 2);
    const second = await open();
    await write(second, 2);
    await expect(write(first, 1)).rejects.toMatchObject({ code: 'LOG_SECOND_WRITER' });
    expect(await write(second, 1)).toEqual([5]);
  });
});

it('L3 finds a hung commit that was given up, once it has ended, and goes on behind it', async () => {
  const audit = await open('gateway', 300);
  await admin(`create function oversight.hang() returns trigger language plpgsql as
    $$ begin perform pg_sleep(0.8); return new; end $$;
    create trigger hang before insert on oversight.log_batch execute function oversight.hang()`);
  await expect(write(audit, 1)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  expect(await audit.isWritable()).toBe(false);
  await admin('drop trigger hang on oversight.log_batch');
  while (!(await audit.isWritable()));
  const { rows } = await database.admin((client) =>
    client.query<{ count: string }>('select sum(cardinality(ends)) as count from oversight.log_batch'),
  );
  const stored = Number(rows[0]!.count);
  expect(await write(audit, 1)).toEqual([stored]);
  await audit.close();
});

it('stores the detail of exactly the records that it stores', async () => {
  const first = await open();
  await write(first, 3);
  const second = await open();
  await write(second, 2);
  // Its batch is begun on a head that is no longer the log's.
  await expect(write(first, 4)).rejects.toMatchObject({ code: 'LOG_SECOND_WRITER' });
  await admin(
    'create trigger refuse before insert on oversight.log_batch execute function oversight.refuse_change()',
  );
  await expect(write(second, 5)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  const { rows } = await database.admin((client) =>
    client.query<{ id: string }>('select id from oversight.record_detail order by id'),
  );
  const records = [];
  for await (const { leaf } of createLogReader(database.log).readEntries('gateway', 1, 6))
    records.push(JSON.parse(leaf.toString('utf8')) as { id: string; src: object });
  expect(records).toHaveLength(5);
  expect(rows.map(({ id }) => id)).toEqual(records.map(({ id }) => id).toSorted());
  for (const { src } of records) expect(Object.keys(src)).toEqual(['commitment']);
});

it('grants the application no way to change, shorten or take back a log', async () => {
  const audit = await open();
  await write(audit, 2);
  await audit.close();
  for (const sql of [
    'delete from oversight.log_head',
    'update oversight.log_head set size = 1',
    "update oversight.log_head set log = 'other'",
    "update oversight.log_key set vkey = 'mine'",
    'delete from oversight.log_tile',
    'truncate oversight.log_head',
    "update oversight.log set origin = 'other'",
    "update oversight.log_batch set leaves = '{}'",
    'delete from oversight.log_batch',
    "insert into oversight.log_batch (log, first_index, ends, leaves, owners) values ('gateway', 9, '{1}', ' ', '{-}')",
  ])
    await expect(database.log.query(sql)).rejects.toMatchObject({ code: '42501' });
});
