import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { openDatabase, type Database, type DatabaseOptions } from '../../src/storage/index.ts';

const open: Database[] = [];
let seed: string;
let parent: string;
let dataFolder: string;

/** A folder that the database server's account, another one than root, may pass. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lukou-embedded-'));
  chmodSync(folder, 0o755);
  return realpathSync(folder);
}

// initdb takes a second: it is done once, and every test works on a copy of what it made.
beforeAll(async () => {
  seed = makeFolder();
  await (
    await openDatabase({ dataFolder: join(seed, 'data'), mode: 'serve', onMessage: console.warn })
  ).close();
});
beforeEach(() => {
  parent = makeFolder();
  dataFolder = join(parent, 'data');
  execFileSync('cp', ['-a', join(seed, 'data'), dataFolder]);
});
afterEach(async () => {
  for (const database of open.splice(0).toReversed()) await database.close();
  rmSync(parent, { recursive: true, force: true });
});
afterAll(() => rmSync(seed, { recursive: true, force: true }));

async function start(mode: DatabaseOptions['mode'] = 'serve', messages: string[] = []): Promise<Database> {
  const database = await openDatabase({ dataFolder, mode, onMessage: (message) => messages.push(message) });
  open.push(database);
  return database;
}

const roads = async (database: Database): Promise<string[]> =>
  (await database.app.query<{ id: string }>('select id from traffic.road order by id')).rows.map(
    (row) => row.id,
  );
const addRoad = (database: Database, id: string): Promise<unknown> =>
  database.ingest.query(
    `insert into traffic.road (id, code_system, road_ref, online_label) values ($1, 'GB_T_917', 'G10', 'PUBLIC')`,
    [id],
  );
const serverPid = (): number =>
  Number(readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

const socketFolder = (): string =>
  (JSON.parse(readFileSync(join(dataFolder, 'running.json'), 'utf8')) as { socketFolder: string })
    .socketFolder;

/** Waits until the process has ended; one that nobody has waited for yet (a zombie) has. */
async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++, await sleep(50)) {
    try {
      process.kill(pid, 0);
      if (existsSync('/proc/self') && readFileSync(`/proc/${pid}/cmdline`, 'utf8') === '') return true;
    } catch {
      return true;
    }
  }
  return false;
}

async function hold(id: string): Promise<ReturnType<typeof spawnHolder>> {
  const child = spawnHolder(id);
  expect(String((await once(child.stdout, 'data'))[0])).toContain('holding');
  return child;
}

function spawnHolder(id: string) {
  const program = join(import.meta.dirname, 'programs', 'hold-database.ts');
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, dataFolder, id], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
}

it('listens on a socket only, forgets nothing, and finds its data again', async () => {
  const first = await start();
  const settings = ['fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'server_encoding'];
  const { rows } = await first.app.query(
    `select name, current_setting(name) as value from unnest($1::text[]) name`,
    [settings],
  );
  expect(rows.map((row: { value: string }) => row.value)).toEqual(['on', 'on', 'on', '', 'UTF8']);
  await addRoad(first, 'kept');
  const pid = serverPid();
  await first.close();
  expect(await isGone(pid)).toBe(true);
  expect(await roads(await start())).toEqual(['kept']);
});

it('refuses a second start on the folder and names folder and process; the first works on', async () => {
  const first = await start();
  await expect(start()).rejects.toMatchObject({
    code: 'DATA_FOLDER_IN_USE',
    detail: `The folder is ${dataFolder}, in use by process ${process.pid}.`,
  });
  expect(await roads(first)).toEqual([]);
});

it('refuses a second start also while another process holds the folder', async () => {
  const child = await hold('a');
  const pid = serverPid();
  await expect(start()).rejects.toMatchObject({ detail: expect.stringContaining(`process ${child.pid}`) });
  child.kill('SIGKILL');
  expect(await isGone(pid)).toBe(true);
});

it('joins the server of a running gateway and leaves it running', async () => {
  const serving = await start();
  const joined = await start('join');
  await addRoad(joined, 'by the command');
  await joined.close();
  expect(await roads(serving)).toEqual(['by the command']);
});

it('starts a server for a command where no gateway runs, and keeps it until the last command is done', async () => {
  const first = await start('join');
  const pid = serverPid();
  const second = await start('join');
  await addRoad(second, 'x');
  let firstIsClosed = false;
  const closing = first.close().then(() => (firstIsClosed = true));
  await sleep(500);
  expect(firstIsClosed).toBe(false);
  expect(await roads(second)).toEqual(['x']);
  await second.close();
  await closing;
  expect(await isGone(pid)).toBe(true);
});

it('leaves no server behind when Node is killed, and recovers what it had acknowledged', async () => {
  const child = await hold('acknowledged');
  const pid = serverPid();
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  expect(await roads(await start())).toEqual(['acknowledged']);
  expect(await isGone(pid)).toBe(true);
});

it('recovers when server and Node are killed together', async () => {
  const child = await hold('acknowledged');
  const exited = once(child, 'exit');
  process.kill(serverPid(), 'SIGKILL');
  child.kill('SIGKILL');
  await exited;
  expect(await roads(await start())).toEqual(['acknowledged']);
});

it('keeps Ctrl-C from the server, so that Node can still write what it must', async () => {
  const child = await hold('road');
  const exited = once(child, 'exit');
  process.kill(-child.pid!, 'SIGINT');
  expect(await exited).toEqual([0, null]);
  expect(await roads(await start())).toEqual(['road', 'road-after-signal']);
});

it('keeps passwords and secret from other accounts, and asks for the password', async () => {
  await start();
  for (const file of ['database.json', 'secret', 'running.json']) {
    expect([file, (statSync(join(dataFolder, file)).mode & 0o777).toString(8)]).toEqual([file, '600']);
  }
  const stranger = new Client({
    host: socketFolder(),
    user: 'lukou_owner',
    database: 'lukou',
    password: 'guess',
  });
  await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
  expect((statSync(socketFolder()).mode & 0o777).toString(8)).toBe('700');
});

it('writes no value of a row into the server’s log', async () => {
  const database = await start();
  await addRoad(database, '蒙E12345');
  await expect(addRoad(database, '蒙E12345')).rejects.toMatchObject({ code: '23505' });
  await expect(database.app.query(`select '蒙E12345'::integer`)).rejects.toMatchObject({ code: '22P02' });
  const log = readFileSync(join(dataFolder, 'postgres.log'), 'utf8');
  expect(log).toContain('ready to accept connections');
  expect(log).not.toContain('蒙E12345');
});

it('finds its data again after the data folder was moved', async () => {
  await addRoad(await start(), 'moved');
  await open.pop()!.close();
  renameSync(dataFolder, join(parent, 'elsewhere'));
  dataFolder = join(parent, 'elsewhere');
  expect(await roads(await start())).toEqual(['moved']);
});

it('says what to do when the passwords of a database are gone', async () => {
  await (await start()).close();
  renameSync(join(dataFolder, 'database.json'), join(parent, 'elsewhere.json'));
  await expect(start()).rejects.toMatchObject({
    code: 'DATABASE_UNSUITABLE',
    detail: expect.stringContaining('Restore'),
  });
  renameSync(join(parent, 'elsewhere.json'), join(dataFolder, 'database.json'));
  await start();
});

it('tells when the server has ended by itself', async () => {
  const messages: string[] = [];
  const database = await start('serve', messages);
  const pid = serverPid();
  process.kill(pid, 'SIGKILL');
  expect(await isGone(pid)).toBe(true);
  await sleep(200);
  expect(messages).toContainEqual(expect.stringContaining('The database server has ended.'));
  await expect(database.app.query('select')).rejects.toMatchObject({ code: 'ENOENT' });
});

it('cleans up after itself: its socket’s folder goes when it ends', async () => {
  const database = await start();
  const folder = socketFolder();
  expect(existsSync(folder)).toBe(true);
  await database.close();
  expect(existsSync(folder)).toBe(false);
});
