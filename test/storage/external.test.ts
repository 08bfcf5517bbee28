import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import {
  asOwner,
  checkServer,
  openDatabase,
  startEmbedded,
  type Database,
  type DatabaseOptions,
  type EmbeddedServer,
} from '../../src/storage/index.ts';
import { requireCluster } from '../postgres/cluster.ts';

// "External" is any server that the gateway did not start; here one of our own that plays the part, with fsync on.
let server: EmbeddedServer;
let parent: string;
const open: Database[] = [];

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'lukou-external-'));
  chmodSync(parent, 0o755);
  server = await startEmbedded({ dataFolder: join(parent, 'server'), onMessage: console.warn });
  await admin('drop database lukou');
  await admin(`
    drop role lukou_owner, lukou_app_login, lukou_ingest_login, lukou_app, lukou_ingest;
    create role dba login superuser password 'p';
    create role maker login createrole password 'p';
    create role humble login password 'p';
    create role app_login login password 'p';
    create role stranger login password 'p';
    create role nosy login password 'p' in role maker`);
});
afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});
afterAll(async () => {
  await server.stop();
  rmSync(parent, { recursive: true, force: true });
});

function admin(text: string): Promise<pg.QueryResult> {
  const login = { host: server.socketFolder, database: 'postgres', user: 'lukou_admin' };
  return asOwner({ ...login, password: server.passwords.lukou_admin }, (client) => client.query(text));
}

const url = (user: string, database: string, more = ''): string =>
  `postgresql://${user}:p@/${database}?host=${encodeURIComponent(server.socketFolder)}${more}`;

let folders = 0;
async function start(options: Partial<DatabaseOptions>, messages: string[] = []): Promise<Database> {
  const database = await openDatabase({
    dataFolder: join(parent, `data-${folders++}`),
    mode: 'serve',
    onMessage: (message) => messages.push(message),
    secret: 'the same for every gateway of this test',
    ...options,
  });
  open.push(database);
  return database;
}

async function makeDatabase(owner: string, extra = ''): Promise<string> {
  const name = `external_${folders++}`;
  await admin(`create database ${name} owner ${owner} ${extra}`);
  return name;
}

const madeAlready = async (): Promise<boolean> =>
  (await admin(`select from pg_roles where rolname = 'lukou_app'`)).rowCount === 1;

const who = async (pool: pg.Pool): Promise<string> =>
  (await pool.query<{ me: string }>('select current_user::text as me')).rows[0]!.me;

it('works with one login, acts by role, and says that a login of the application’s own is better', async () => {
  const name = await makeDatabase('maker');
  const messages: string[] = [];
  const database = await start({ databaseUrl: url('maker', name) }, messages);
  expect(await who(database.app)).toBe('lukou_app');
  expect(await who(database.log)).toBe('lukou_app');
  expect(await who(database.ingest)).toBe('lukou_ingest');
  expect(messages).toEqual([expect.stringContaining('DATABASE_APP_URL is not set')]);
  const client = await database.app.connect();
  await client.query('set role lukou_ingest; reset role');
  expect((await client.query<{ me: string }>('select current_user::text as me')).rows[0]!.me).toBe(
    'lukou_app',
  );
  await expect(client.query('delete from oversight.disclosure')).rejects.toMatchObject({ code: '42501' });
  client.release();
});

it('does not let startup options in the URL take the place of its own', async () => {
  const name = await makeDatabase('dba');
  const database = await start({
    databaseUrl: url('dba', name, '&options=-c%20role%3Ddba%20-c%20random_page_cost%3D1.5'),
  });
  expect(await who(database.app)).toBe('lukou_app');
  expect((await database.app.query('show random_page_cost')).rows).toEqual([{ random_page_cost: '1.5' }]);
});

it('works with a login of the application’s own', async () => {
  const name = await makeDatabase('dba');
  const messages: string[] = [];
  await start({ databaseUrl: url('dba', name) });
  await admin('grant lukou_app to app_login');
  const urls = { databaseUrl: url('dba', name), databaseAppUrl: url('app_login', name) };
  const database = await start(urls, messages);
  expect(messages).toEqual([]);
  expect(await who(database.app)).toBe('lukou_app');
  await expect(database.app.query('set role none; delete from oversight.disclosure')).rejects.toMatchObject({
    code: '42501',
  });
});

it.each([
  ['dba', 'is a superuser'],
  ['nosy', 'is a member of maker'],
  ['stranger', 'grant lukou_app to "stranger"'],
])('refuses %s as the application’s login', async (login, reason) => {
  const name = await makeDatabase('maker');
  await start({ databaseUrl: url('maker', name) });
  const urls = { databaseUrl: url('maker', name), databaseAppUrl: url(login, name) };
  await admin(`grant connect on database ${name} to stranger`);
  await expect(start(urls)).rejects.toMatchObject({
    code: 'DATABASE_UNSUITABLE',
    detail: expect.stringContaining(reason),
  });
});

it('tells the administrator what to run where the login may not make or take roles', async () => {
  const name = await makeDatabase('humble');
  const databaseUrl = url('humble', name);
  const refusal = await start({ databaseUrl }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'DATABASE_UNSUITABLE' });
  const commands = /run: (.*)$/.exec((refusal as { detail: string }).detail)![1]!;
  expect(commands).toContain('grant lukou_app to "humble"');
  await admin((await madeAlready()) ? commands.replaceAll(/create role \w+ nologin;/g, '') : commands);
  expect(await who((await start({ databaseUrl })).app)).toBe('lukou_app');
});

it('lets two gateways start on one empty database together, and serve it together', async () => {
  const databaseUrl = url('maker', await makeDatabase('maker'));
  const gateways = await Promise.all([start({ databaseUrl }), start({ databaseUrl })]);
  for (const gateway of gateways) expect(await who(gateway.app)).toBe('lukou_app');
});

it('refuses a gateway with another secret', async () => {
  const databaseUrl = url('maker', await makeDatabase('maker'));
  await start({ databaseUrl });
  await expect(start({ databaseUrl, secret: undefined })).rejects.toMatchObject({
    detail: expect.stringContaining('the same LUKOU_SECRET'),
  });
});

it('locks its data folder here too, and a command joins by the same URL', async () => {
  const databaseUrl = url('maker', await makeDatabase('maker'));
  const dataFolder = join(parent, 'locked');
  await start({ dataFolder, databaseUrl });
  await expect(start({ dataFolder, databaseUrl })).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
  await expect(start({ dataFolder, mode: 'join' })).rejects.toMatchObject({
    detail: expect.stringContaining('It uses DATABASE_URL'),
  });
  expect(await who((await start({ dataFolder, databaseUrl, mode: 'join' })).app)).toBe('lukou_app');
});

it('refuses a server whose fsync or full_page_writes is off', async () => {
  const { socketFolder, passwords } = requireCluster();
  const host = encodeURIComponent(socketFolder);
  const databaseUrl = `postgresql://lukou_admin:${passwords.lukou_admin}@/postgres?host=${host}`;
  const refusal = await start({ databaseUrl }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'DATABASE_UNSUITABLE' });
  expect((refusal as { detail: string }).detail).toMatch(/fsync is off.*full_page_writes is off/);
});

it('refuses a database that is not UTF-8', async () => {
  const ascii = `template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'`;
  await expect(
    start({ databaseUrl: url('maker', await makeDatabase('maker', ascii)) }),
  ).rejects.toMatchObject({
    detail: expect.stringContaining('its encoding is SQL_ASCII'),
  });
});

it('refuses a server older than version 15', async () => {
  const facts = { fsync: 'on', full_page_writes: 'on', encoding: 'UTF8', superuser_or_bypass: false };
  const answering = (version: number, text: string): pg.Client =>
    ({ query: async () => ({ rows: [{ ...facts, version, version_text: text }] }) }) as unknown as pg.Client;
  await expect(checkServer(answering(140_012, '14.12'))).rejects.toMatchObject({
    detail: expect.stringContaining('it is version 14.12'),
  });
  await expect(checkServer(answering(150_000, '15.0'))).resolves.toBe('15.0');
});

it.each(['localhost/lukou', 'mysql://a:hush@b/c', ''])(
  'refuses %j as an address and repeats no password',
  async (databaseUrl) => {
    const refusal = await start({ databaseUrl }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'SETTING_INVALID' });
    expect(String(refusal)).not.toContain('hush');
  },
);

it('refuses a secret that is too short', async () => {
  const databaseUrl = url('maker', await makeDatabase('maker'));
  await expect(start({ databaseUrl, secret: 'short' })).rejects.toMatchObject({ code: 'SETTING_INVALID' });
});
