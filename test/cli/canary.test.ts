import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { holdsText } from '../../src/classification/index.ts';
import { findFilesHolding, makeCanary } from '../../src/wiring/index.ts';
import { checkpointAdapter } from '../rules/ingest/memory-intake.ts';
import { itUnless } from '../world/skip-aloud.ts';
import { runLukou } from './run-lukou.ts';
import { coreLimitOf, countInMemory, listDescendants } from './search-memory.ts';

const canary = makeCanary();
// What is taken in, and has to be found by every search that is to find nothing of the canary.
const KEPT = `kept${randomBytes(10).toString('hex')}`;

const onLinux = itUnless(process.platform === 'linux' ? null : 'processes are looked into through /proc');

describe('A mark that was brought to a running gateway', () => {
  let folder: string;
  let data: string;
  let env: Record<string, string>;
  let gateway: ChildProcess;
  let url: string;
  const said: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-canary-'));
    // As root the database server runs as another account, which must pass through.
    await chmod(folder, 0o711);
    data = join(folder, 'data');
    env = { PATH: process.env['PATH']!, PORT: '0', LUKOU_DATA: data, LUKOU_SAMPLE: 'none' };
    await mkdir(join(folder, 'in'));
    await startGateway();
    await bringEverywhere();
  }, 400_000);
  afterAll(async () => {
    await endGateway();
    await rm(folder, { recursive: true, force: true });
  });

  /** With core files allowed, as an operator's shell may have them. */
  async function startGateway(): Promise<void> {
    const command = 'ulimit -c unlimited; exec "$@"';
    gateway = spawn('sh', ['-c', command, 'sh', process.execPath, 'bin/lukou.cjs', 'start'], { env });
    createInterface(gateway.stderr!).on('line', (line) => said.push(line));
    for await (const line of createInterface(gateway.stdout!)) {
      said.push(line);
      const found = /^lukou ready (\S+)$/.exec(line)?.[1];
      if (found === undefined) continue;
      url = found;
      gateway.stdout!.resume();
      return;
    }
    throw new Error(`The gateway did not start: ${said.slice(-5).join(' / ')}`);
  }

  async function endGateway(): Promise<void> {
    if (gateway.exitCode !== null) return;
    const ended = once(gateway, 'close');
    gateway.kill('SIGTERM');
    await ended;
  }

  async function bringEverywhere(): Promise<void> {
    const { text, token } = canary;
    const encoded = Buffer.from(text).toString('base64');
    await writeFile(join(folder, 'in', 'adapter.yaml'), checkpointAdapter({ name: 'name' }));
    const files = {
      'kept.csv': `id,name\n1,${KEPT}\n`,
      'marked.csv': `id,name\n2,桥头\n3,${text}\n`,
      'encoded.csv': `id,name\n4,${encoded}\n`,
      [`机密★10年${token}.csv`]: 'id,name\n5,桥头\n',
    };
    for (const [name, rows] of Object.entries(files)) {
      const path = join(folder, 'in', name);
      await writeFile(path, rows);
      const { code, stdout, stderr } = await runLukou(
        ['ingest', path, '--adapter', join(folder, 'in', 'adapter.yaml')],
        env,
      );
      expect([name, code]).toEqual([name, name === 'kept.csv' ? 0 : 1]);
      said.push(stdout, stderr);
    }
    // Around the application.
    await asAdmin(async (admin) => {
      const insert = `insert into traffic.road (id, code_system, road_ref, name, online_label)
        values ('canary', 'GB_T_917', 'G10', $1, 'PUBLIC')`;
      await expect(admin.query(insert, [text])).rejects.toMatchObject({ code: '23514' });
    });
    // What a caller writes: it may come back to this caller, who wrote it, and stays nowhere.
    const asked = [
      { query: `query ($id: ID!) { roadSegment(id: $id) { id } }`, variables: { id: text } },
      { query: `{ roadSegment(id: ${JSON.stringify(text)}) { id } }` },
      { query: `query ${token} { ${token}: __typename }`, operationName: token },
      { query: `{ ${token} }` },
      { query: text },
      { query: '{ __typename }', variables: { [text]: encoded } },
    ];
    for (const body of asked) await ask(JSON.stringify(body));
    for (const name of ['lukou-purpose', 'lukou-case', 'traceparent', 'user-agent'])
      await ask('{"query":"{ __typename }"}', { [name]: token });
  }

  async function ask(body: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
    const reply = await fetch(new URL('/graphql', url), {
      method: 'POST',
      // The gateway closes a connection that rests: none is used twice.
      headers: { 'content-type': 'application/json', connection: 'close', ...headers },
      body,
    });
    await reply.text();
  }

  async function askForNothing(times: number): Promise<void> {
    for (let done = 0; done < times; done += 1) await ask('{"query":"{ __typename }"}');
  }

  async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const { place, passwords } = JSON.parse(await readFile(join(data, 'database.json'), 'utf8')) as {
      place: string | null;
      passwords: Record<string, string>;
    };
    const lines = (await readFile(join(place ?? data, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
    const client = new pg.Client({
      host: lines[4]!,
      database: 'lukou',
      user: 'lukou_admin',
      password: passwords['lukou_admin']!,
    });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  it('is in nothing that was said', () => {
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((text) => holdsText(text, canary.token))).toEqual([]);
    expect(holdsText(said.join('\n'), url)).toBe(true);
  });

  // pg_dump does not come with the embedded database: what it would write is every table as COPY writes it.
  it('is in no dump of every table', async () => {
    const dump = join(folder, 'dump');
    await mkdir(dump);
    // The server writes the files, as an account of its own.
    await chmod(dump, 0o777);
    const tables = await asAdmin(async (admin) => {
      const { rows } = await admin.query<{ name: string }>(
        `select format('%I.%I', n.nspname, c.relname) as name
           from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'm') and n.nspname <> 'information_schema'`,
      );
      for (const { name } of rows)
        await admin.query(`copy (select * from ${name}) to ${pg.escapeLiteral(join(dump, `${name}.copy`))}`);
      return rows.map(({ name }) => name);
    });
    expect(tables).toEqual(expect.arrayContaining(['oversight.guard_incident', 'oversight.disclosure']));
    expect(await findFilesHolding(dump, canary.token)).toEqual([]);
    expect(await findFilesHolding(dump, KEPT)).toEqual(['checkpoint.checkpoint.copy']);
  });

  it('is in no file of a backup of the whole data folder, its write-ahead log among them', async () => {
    const backup = join(folder, 'backup');
    await asAdmin(async (admin) => {
      await admin.query(`select pg_backup_start('canary', true)`);
      await cp(data, backup, { recursive: true, filter: (path) => !path.includes('.s.PGSQL') });
      await admin.query('select pg_backup_stop(false)');
    });
    expect(await findFilesHolding(backup, canary.token)).toEqual([]);
    expect((await findFilesHolding(backup, KEPT)).join('\n')).toMatch(/postgres\/pg_wal\//);
  });

  onLinux(
    'may be in memory for a while, and none of its processes may write its memory to a core file',
    async () => {
      const pids = [gateway.pid!, ...listDescendants(gateway.pid!)];
      const names = pids.map((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim());
      expect(names.filter((name) => name === 'postgres').length).toBeGreaterThan(3);
      for (const pid of pids) expect(coreLimitOf(pid)).toEqual(['1', '1']);
      // What a core file would hold. When it goes is up to the garbage collector, so nothing is expected of it.
      const count = () => pids.map((pid) => countInMemory(pid, canary.text) ?? 0);
      const first = count();
      await askForNothing(150);
      const later = count();
      const held = pids.flatMap((_, at) =>
        first[at] === 0 ? [] : `${names[at]} ${first[at]} times, then ${later[at]}`,
      );
      console.log(`the mark in memory, at once and 500 requests later: ${held.join('; ') || 'nowhere'}`);
      expect(first.length).toBe(pids.length);
    },
    240_000,
  );

  it('is in no file of the data folder once it has stopped, and in no memory once it has started again', async () => {
    await endGateway();
    expect(await findFilesHolding(data, canary.token)).toEqual([]);
    expect((await findFilesHolding(data, KEPT)).length).toBeGreaterThan(0);
    await startGateway();
    if (process.platform !== 'linux') return;
    const pids = [gateway.pid!, ...listDescendants(gateway.pid!)];
    expect(pids.map((pid) => countInMemory(pid, canary.token) ?? 0)).toEqual(pids.map(() => 0));
  }, 240_000);

  onLinux('and the search of memory finds what is there (positive control)', () => {
    const held = makeCanary().token;
    expect(countInMemory(process.pid, held)).toBeGreaterThan(0);
  });
});
