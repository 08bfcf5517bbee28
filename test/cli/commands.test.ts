import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

const DIVISIONS = 'code,name,province,city,area\n150702,海拉尔区,15,07,02\n150724,鄂温克族自治旗,15,07,24\n';

const DOCUMENT = 'query Division($code: AdminDivisionCode!) { adminDivision(code: $code) { name } }\n';
const DIGEST = createHash('sha256').update(DOCUMENT).digest('hex');

describe('The command line', () => {
  let folder: string;
  let env: Record<string, string>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-cli-'));
    // As root the database server runs as another account, which must pass through.
    await chmod(folder, 0o711);
    env = { PATH: process.env['PATH']!, PORT: '0', LUKOU_DATA: join(folder, 'data'), LUKOU_SAMPLE: 'none' };
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const lukou = (args: string[], extra: Record<string, string> = {}) =>
    run(process.execPath, ['bin/lukou.cjs', ...args], { env: { ...env, ...extra } });

  async function start(): Promise<{ gateway: ChildProcess; url: string; said: string[] }> {
    const gateway = spawn(process.execPath, ['bin/lukou.cjs', 'start'], { env });
    const said: string[] = [];
    createInterface(gateway.stderr).on('line', (line) => said.push(line));
    for await (const line of createInterface(gateway.stdout)) {
      const ready = /^lukou ready (\S+)$/.exec(line);
      if (ready !== null) return { gateway, url: ready[1]!, said };
    }
    throw new Error(said.join('\n'));
  }

  async function stop(gateway: ChildProcess): Promise<unknown> {
    const ended = once(gateway, 'close');
    gateway.kill('SIGTERM');
    const [code] = (await ended) as [unknown];
    return code;
  }

  it('explains itself, with an example for each command', async () => {
    expect((await lukou(['documents', 'publish', '--help'])).stdout).toMatch(/Example:\n {2}\S/);
    for (const command of ['start', 'subgraph', 'gateway-key', 'token', 'ingest', 'compose'])
      expect((await lukou([command, '--help'])).stdout).toMatch(/Example:\n {2}\S/);
  });

  it.each([
    ['an unknown caller', ['token', '--as', 'nobody'], {}, /Allowed choices are analyst/],
    ['an unknown command', ['frobnicate'], {}, /unknown command/],
    ['a new key for no log', ['log-key', 'rotate'], {}, /There is no log gateway/],
    ['a token of no gateway', ['token', '--as', 'analyst'], {}, /No gateway was started in/],
    ['an unknown adapter', ['ingest', '--adapter', 'nothing', 'x.csv'], {}, /There is no adapter nothing/],
    [
      'a release package on nobody’s word',
      ['ingest', '--adapter', 'cn-divisions', '--release', 'x.json'],
      {},
      /SETTING_INVALID.*LUKOU_RELEASE_SIGNERS: name the list/,
    ],
    [
      'a file beside a package',
      ['ingest', '--adapter', 'x', '--release', 'x.json', 'y.csv'],
      {},
      /name one file/,
    ],
    [
      'a misspelt setting',
      ['start'],
      { LUKOU_DATTA: 'x' },
      /LUKOU_DATTA is not a setting; the nearest is LUKOU_DATA/,
    ],
    ['the development issuer off loopback', ['start'], { HOST: '0.0.0.0' }, /reached from other machines/],
  ])('refuses %s with status 1 and says what to do', async (_what, args, extra, message) => {
    await expect(lukou(args, extra)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(message),
    });
  });

  it('starts, is joined by other commands, refuses a second start, drains, and finds its data again', async () => {
    const file = join(folder, 'divisions.csv');
    await writeFile(file, DIVISIONS);
    const first = await start();
    const ask = async (url: string): Promise<unknown> => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ adminDivision(code: \\"150724\\") { name } }"}',
      });
      return ((await response.json()) as { data: unknown }).data;
    };
    expect(first.said.join('\n')).toContain('DEVELOPMENT ISSUER');
    expect(await ask(first.url)).toEqual({ adminDivision: null });

    const receipt = JSON.parse(
      (await lukou(['ingest', '--adapter', 'cn-divisions', '--json', file])).stdout,
    ) as object;
    expect(receipt).toMatchObject({ rowsRead: 2, rowsWritten: 2, rowsDuplicate: 0, quarantined: {} });
    const again = (await lukou(['ingest', '--adapter', 'cn-divisions', file])).stdout;
    expect(again).toMatch(/written +0 rows\nalready there +2 rows/);
    expect(await ask(first.url)).toEqual({ adminDivision: { name: '鄂温克族自治旗' } });
    await expect(lukou(['start'])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/DATA_FOLDER_IN_USE/),
    });

    await mkdir(join(folder, 'operations'));
    await writeFile(join(folder, 'operations', 'division.graphql'), DOCUMENT);
    const published = (await lukou(['documents', 'publish', join(folder, 'operations')])).stdout;
    expect(published).toBe(`${DIGEST}  division.graphql\n`);
    const answered = await fetch(first.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ documentId: `sha256:${DIGEST}`, variables: { code: '150724' } }),
    });
    expect(await answered.json()).toMatchObject({ data: { adminDivision: { name: '鄂温克族自治旗' } } });

    // The first letters of a signature name its key.
    const signerAt = async (url: string): Promise<string | undefined> => {
      const head = await (await fetch(new URL('/log/checkpoint', url))).text();
      return /^— lukou\.lukou\/gateway (\S{5})/mu.exec(head)?.[1];
    };
    const signer = await signerAt(first.url);
    expect(await stop(first.gateway)).toBe(0);
    expect(first.said.at(-1)).toBe('stopped');
    const rotated = (await lukou(['log-key', 'rotate'])).stdout;
    expect(rotated).toBe('A new key of lukou.lukou/gateway takes over when the gateway starts next.\n');
    const second = await start();
    expect(await signerAt(second.url)).toMatch(/^\S{5}$/);
    expect(await signerAt(second.url)).not.toBe(signer);
    expect(await ask(second.url)).toEqual({ adminDivision: { name: '鄂温克族自治旗' } });
    expect(await stop(second.gateway)).toBe(0);
  });

  it('publishes all documents or none, and lists them', async () => {
    const operations = join(folder, 'two-operations');
    await mkdir(operations);
    await writeFile(join(operations, 'right.graphql'), '{ __typename }');
    await writeFile(join(operations, 'wrong.graphql'), '{ nothing }');
    await expect(lukou(['documents', 'publish', operations])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/Nothing was published.\nwrong.graphql: OPERATION_INVALID: .*"nothing"/),
    });
    const listed = JSON.parse((await lukou(['documents', 'list', '--json'])).stdout) as object;
    expect(listed).toEqual([
      { sha256: DIGEST, sourceName: 'division.graphql', publishedAt: expect.stringMatching(/^\d{4}-/) },
    ]);
  });

  it('prints a token and nothing else', async () => {
    const { stdout } = await lukou(['token', '--as', 'analyst']);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const json = JSON.parse((await lukou(['token', '--as', 'auditor', '--json'])).stdout) as object;
    expect(json).toEqual({ caller: 'auditor', token: expect.any(String) });
  });
});
