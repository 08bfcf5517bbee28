import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/base/index.ts';
import { readConfig } from '../../src/config.ts';
import { createLogReader } from '../../src/storage/index.ts';
import { VERIFIER_PATH, verifyBundle } from '../../src/verify/index.ts';
import { openAuditDesk, openLog, rotateLogKey } from '../../src/wiring/index.ts';
import { entryWith } from '../audit-log/entry.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';

let database: TestDatabase;
let folder: string;
const messages: string[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'lukou-export-'));
  messages.length = 0;
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const logFolder = (): string => join(folder, 'log');
const bundle = (): string => join(folder, 'bundle.jsonl');

/** Writes records to a log, with the signer of a folder. */
async function write(count: number, signer = logFolder(), log = 'gateway'): Promise<void> {
  const onMessage = (): void => undefined;
  const place = { database, folder: signer, log, gatewayName: 'lukou', onMessage };
  const audit = await openLog({ ...place, clock: systemClock });
  for (let written = 0; written < count; written += 1) await audit.record(entryWith());
  await audit.close();
}

function exportLog(): Promise<{ readonly records: number }> {
  const desk = openAuditDesk({
    readConfig: () => readConfig({ LUKOU_DATA: folder }),
    joinDatabase: async () => ({ ...database, [Symbol.asyncDispose]: async () => undefined }),
    onMessage: (message) => void messages.push(message),
    productVersion: '0',
  });
  const order = { format: 'bundle', out: bundle(), from: null, to: null, logs: [], withVerifier: false };
  return desk.exportLog({ ...order, format: 'bundle' }, () => undefined);
}

const verifyExport = () =>
  verifyBundle(bundle(), { keys: [], witnesses: [], logs: [], heads: [], receipts: [], part: false });

const keepBackup = (): Promise<unknown> =>
  database.admin((client) =>
    client.query('create table public.saved as select * from oversight.log_head where log = $1', ['gateway']),
  );

/** What restoring a backup does, which nobody but a superuser can. */
const restoreBackup = (): Promise<unknown> =>
  database.admin((client) =>
    client.query(`
      alter table oversight.log_batch disable trigger user;
      alter table oversight.log_head disable trigger user;
      delete from oversight.log_batch b using public.saved s where b.log = s.log and b.first_index >= s.size;
      update oversight.log_head h set size = s.size, root = s.root, frontier = s.frontier, note = s.note
        from public.saved s where h.log = s.log`),
  );

it('An export of what the signer keeps says nothing, and is whole', async () => {
  await write(5);
  await expect(exportLog()).resolves.toEqual({ records: 8 });
  expect(verifyExport()).toMatchObject({ whole: true });
  expect(messages).toEqual([]);
});

it('An export of a database that was rolled back fails, and the bundle shows it to a verifier too', async () => {
  await write(5);
  await keepBackup();
  await write(5);
  await restoreBackup();
  await expect(exportLog()).rejects.toMatchObject({
    code: 'LOG_ROLLED_BACK',
    detail: `The signer keeps 11 records of gateway, and the database holds 6. ${bundle()} shows what the database holds.`,
  });
  expect(verifyExport().findings).toEqual([
    'lukou.lukou/gateway: the head of 11 records covers records that are not in this part.',
  ]);
});

it('An export of a database with another history, signed with a stolen key, fails likewise', async () => {
  await write(5);
  await keepBackup();
  await cp(logFolder(), join(folder, 'stolen'), { recursive: true });
  await write(5);
  await restoreBackup();
  await write(9, join(folder, 'stolen'));
  await expect(exportLog()).rejects.toMatchObject({
    code: 'LOG_FORKED',
    detail: expect.stringMatching(/^The 15 records of gateway in the database do not begin with the 11/),
  });
  expect(verifyExport().findings).toEqual([
    'lukou.lukou/gateway: the head of 11 records is over other records than these: one of 0 to 10 is not as signed.',
  ]);
});

it('An export says which logs it could not compare, since their signer is elsewhere', async () => {
  await write(5, join(folder, 'elsewhere'));
  await expect(exportLog()).resolves.toEqual({ records: 8 });
  expect(messages).toEqual([`log gateway: not compared with its signer, which is not in ${logFolder()}.`]);
});

it('An export of a database that a whole log was taken out of fails, since its signer is there', async () => {
  await write(5);
  await write(2, logFolder(), 'gateway-1');
  await expect(exportLog()).resolves.toEqual({ records: 11 });
  await rm(bundle());
  await database.admin((client) =>
    client.query(`
      alter table oversight.log_batch disable trigger user;
      alter table oversight.log_head disable trigger user;
      delete from oversight.log_batch where log = 'gateway-1';
      delete from oversight.log_head where log = 'gateway-1'`),
  );
  await expect(exportLog()).rejects.toMatchObject({
    code: 'LOG_ROLLED_BACK',
    detail: `The signer keeps 3 records of gateway-1; there is no such log. ${bundle()} shows what the database holds.`,
  });
});

it('An export of logs whose keys were changed proves itself to whoever knows the first key alone', async () => {
  const config = readConfig({ LUKOU_DATA: folder });
  await write(3);
  await rotateLogKey(config);
  await write(3);
  await exportLog();
  await rm(bundle());
  await rotateLogKey(config, 'gateway-operator');
  await write(3);
  await exportLog();
  const logs = await createLogReader(database.log).listLogs();
  expect(logs.map(({ keys }) => keys.length)).toEqual([2, 2]);
  const verify = (which: number) =>
    spawnSync(process.execPath, [
      VERIFIER_PATH,
      bundle(),
      ...logs.flatMap(({ keys }) => ['--key', keys.at(which)!.vkey]),
    ]).status;
  expect([verify(0), verify(-1)]).toEqual([0, 0]);
});
