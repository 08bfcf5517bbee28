import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { runLukou } from './run-lukou.ts';

const run = promisify(execFile);

interface Started {
  readonly child: ChildProcess;
  /** Lines on standard output. */
  readonly printed: readonly string[];
  /** Lines on standard error. */
  readonly said: readonly string[];
}

const DIVISION = '{"query":"{ adminDivision(code: \\"150724\\") { name } }"}';

describe('The disclosure log on the command line', () => {
  let folder: string;
  let env: Record<string, string>;
  let gateway: ChildProcess;
  let url: string;

  const lukou = (...args: string[]) => run(process.execPath, ['bin/lukou.cjs', ...args], { env });
  /** What a command that must not succeed says. */
  const refused = (...args: string[]) => runLukou(args, env);
  const at = (name: string): string => join(folder, name);
  const ask = async (): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(url, { method: 'POST', headers, body: DIVISION })).text();
  };

  /** Starts a command that goes on, and what it says. */
  function start(...args: string[]): Started {
    const child = spawn(process.execPath, ['bin/lukou.cjs', ...args], { env });
    const [printed, said]: [string[], string[]] = [[], []];
    createInterface(child.stdout).on('line', (line) => printed.push(line));
    createInterface(child.stderr).on('line', (line) => said.push(line));
    return { child, printed, said };
  }

  async function stop(child: ChildProcess): Promise<unknown> {
    const ended = once(child, 'close');
    child.kill('SIGTERM');
    return ((await ended) as [unknown])[0];
  }

  /** The first line that fits, once it is there. */
  async function lineOf({ child, printed, said }: Started, form: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = [...printed, ...said].map((line) => form.exec(line)).find((match) => match !== null);
      if (found !== undefined && found !== null) return found;
      if (child.exitCode !== null) throw new Error(`${String(form)} is not among: ${said.join('\n')}`);
      await setTimeout(20);
    }
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-audit-'));
    // As root the database server runs as another account, which must pass through.
    await chmod(folder, 0o711);
    env = { PATH: process.env['PATH']!, PORT: '0', LUKOU_DATA: at('data'), LUKOU_SAMPLE: 'none' };
    const started = start('start');
    gateway = started.child;
    url = (await lineOf(started, /^lukou ready (\S+)$/))[1]!;
    await writeFile(at('answer.json'), await ask());
  });
  afterAll(async () => {
    await stop(gateway);
    await rm(folder, { recursive: true, force: true });
  });

  it('is exported as a bundle that proves itself, with the answer’s receipt, by one file and Node alone', async () => {
    const { stdout } = await lukou('audit', 'export', '--out', at('whole.jsonl'), '--verifier');
    expect(stdout).toMatch(/whole.jsonl: \d+ records\n$/);
    expect((await stat(at('whole.jsonl'))).mode & 0o777).toBe(0o600);
    const args = [at('whole.jsonl'), '--receipt', at('answer.json')];
    const alone = await run(process.execPath, [at('audit-verify.mjs'), ...args], { env: {} });
    expect(alone.stdout).toMatch(/record \d+ is as promised[^]*\nWHOLE: \d+ records\n$/);
    expect((await lukou('audit', 'verify', ...args)).stdout).toBe(alone.stdout);

    const bundle = await readFile(at('whole.jsonl'), 'utf8');
    await writeFile(at('forged.jsonl'), bundle.replace('"stage":"RELEASE"', '"stage":"INTENTS"'));
    expect(await refused('audit', 'verify', at('forged.jsonl'))).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/! lukou.lukou\/gateway: record \d+ does not have the hash/),
    });
  });

  it('is not exported beside another verifier, which an auditor might run', async () => {
    const folderOfAnother = at('another');
    await mkdir(folderOfAnother);
    await writeFile(join(folderOfAnother, 'audit-verify.mjs'), "console.log('WHOLE')");
    expect(
      await refused('audit', 'export', '--out', join(folderOfAnother, 'log.jsonl'), '--verifier'),
    ).toMatchObject({ code: 1, stderr: expect.stringMatching(/audit-verify.mjs is there already/) });
    expect(await readdir(folderOfAnother)).toEqual(['audit-verify.mjs']);
  });

  it('is not whole without the log of operators’ commands, which the gateway’s says is there', async () => {
    await lukou('audit', 'export', '--log', 'gateway', '--out', at('alone.jsonl'));
    expect(await refused('audit', 'verify', at('alone.jsonl'))).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('! Missing log: lukou.lukou/gateway-operator was opened.'),
    });
    expect((await lukou('audit', 'verify', '--part', at('alone.jsonl'))).stdout).toMatch(/^WHOLE/m);
  });

  it('records the export before it makes it', async () => {
    await lukou('audit', 'export', '--format', 'csv', '--out', at('all.csv'));
    expect(await readFile(at('all.csv'), 'utf8')).toMatch(/,ADMIN,OK,.*,export disclosure log as csv,0,/);
  });

  it('records what else an operator reads of it', async () => {
    const { index } = (JSON.parse(await ask()) as { extensions: { receipt: { index: number } } }).extensions
      .receipt;
    await lukou('replay', String(index));
    await lukou('agreement', 'impact', 'agreements/oversight-own.yaml');
    await lukou('audit', 'export', '--format', 'csv', '--log', 'gateway-operator', '--out', at('read.csv'));
    const read = await readFile(at('read.csv'), 'utf8');
    expect(read).toMatch(new RegExp(`,ADMIN,OK,.*,replay record ${index} of gateway,`));
    expect(read).toMatch(/,ADMIN,OK,.*,read disclosure log for a draft,/);
  }, 120_000);

  it('is exported in part, by index and by instant', async () => {
    await lukou('audit', 'export', '--log', 'gateway', '--from', '1', '--to', '2', '--out', at('part.jsonl'));
    expect((await refused('audit', 'verify', at('part.jsonl'))).stdout).toMatch(/! .*Say --part/);
    expect((await lukou('audit', 'verify', '--part', at('part.jsonl'))).stdout).toMatch(/WHOLE: 1 records/);
    const before = '2020-01-01T00:00:00+08:00';
    await lukou('audit', 'export', '--format', 'ocsf', '--to', before, '--out', at('none.ocsf'));
    expect(await readFile(at('none.ocsf'), 'utf8')).toBe('');
  });

  it.each([
    ['a file that is there', ['export', '--out', 'answer.json'], /answer.json is there already/],
    ['a folder that is not', ['export', '--out', 'no/such/x'], /There is no folder/],
    [
      'a log that is not',
      ['export', '--out', 'x', '--log', 'nothing'],
      /There is no log nothing. There are: gateway/,
    ],
    [
      'an instant without its offset',
      ['export', '--out', 'x', '--from', '2026-03-01T00:00'],
      /with its offset/,
    ],
    [
      'http to another machine',
      ['forward', '--to', 'http://192.0.2.1/', '--position', 'p'],
      /over https only/,
    ],
    ['another protocol', ['forward', '--to', 'ftp://192.0.2.1/', '--position', 'p'], /syslog\+tcp/],
  ])('refuses %s, and leaves nothing behind', async (_what, args, complaint) => {
    const placed = args.map((arg) => (/^(?:answer.json|no\/|x$|p$)/.test(arg) ? at(arg) : arg));
    expect(await refused('audit', ...placed)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(complaint),
    });
    await expect(stat(at('x'))).rejects.toThrow('ENOENT');
    expect(await readFile(at('answer.json'), 'utf8')).toMatch(/receipt/);
  });

  it('is followed: new records come, plain where it is no terminal', async () => {
    const tail = start('audit', 'tail', '--lines', '1', '--log', 'gateway');
    await lineOf(tail, /^\S+Z {2}RELEASE {2}/);
    const { index } = (JSON.parse(await ask()) as { extensions: { receipt: { index: number } } }).extensions
      .receipt;
    const { input: line } = await lineOf(tail, new RegExp(`#${index}$`));
    expect(line).toMatch(/^[\x20-\x7e]+$/);
    expect(await stop(tail.child)).toBe(0);
  });

  it('is forwarded by syslog, and goes on where it was after a restart', async () => {
    const received: string[] = [];
    const collector: Server = createServer((socket) =>
      socket.on('data', (data) => received.push(String(data))),
    );
    collector.listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const to = `syslog+tcp://127.0.0.1:${(collector.address() as AddressInfo).port}`;
    const forward = async (): Promise<string> => {
      const from = received.length;
      const forwarding = start('audit', 'forward', '--to', to, '--position', at('position'));
      await lineOf(forwarding, / sent, up to date$/);
      expect(await stop(forwarding.child)).toBe(0);
      return received.slice(from).join('');
    };
    const first = await forward();
    expect(first).toMatch(/^\d+ <110>1 \S+Z \S+ lukou \d+ ADMIN - \{"category_uid":6,"class_uid":6003,/);
    const again = await forward();
    // The second run’s own record alone: everything before was sent, and is known to have been.
    expect(again.match(/lukou \d+ [A-Z]+ - /g)).toHaveLength(1);
    collector.close();
  });

  it('is forwarded over HTTP, shows its lag while the collector is down, and sends what waited', async () => {
    let isDown = true;
    const bodies: string[] = [];
    const collector: HttpServer = createHttpServer((request, response) => {
      request.setEncoding('utf8').on('data', (data: string) => void (isDown || bodies.push(data)));
      request.on('end', () => response.writeHead(isDown ? 503 : 204).end());
    });
    collector.listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const to = `http://127.0.0.1:${(collector.address() as AddressInfo).port}/in`;
    const forwarding = start('audit', 'forward', '--to', to, '--position', at('other-position'));
    await lineOf(forwarding, /^0 sent, \d+ waiting, the oldest for \d+ s: status 503$/);
    // Nobody waits for a forwarder.
    expect(await ask()).toMatch(/"receipt"/);
    isDown = false;
    await lineOf(forwarding, /^\d+ sent, up to date$/);
    expect(bodies.join('').trimEnd().split('\n').length).toBeGreaterThan(3);
    expect(await stop(forwarding.child)).toBe(0);
    collector.closeAllConnections();
    collector.close();
  });

  describe('and its witness', () => {
    let log: string;
    beforeAll(async () => {
      await lukou('audit', 'export', '--log', 'gateway', '--out', at('keys.jsonl'));
      log = /lukou\.lukou\/gateway\+[0-9a-f]{8}\+[\w+/=]+/.exec(await readFile(at('keys.jsonl'), 'utf8'))![0];
    });
    const placeOf = (name: string) => ['--name', `witness.test/${name}`, '--folder', at(name)];
    const keyOf = async (name: string): Promise<string> =>
      (await lukou('witness', 'key', ...placeOf(name))).stdout.trim();
    const requestFor = async (key: string): Promise<string> =>
      (await lukou('witness', 'request', '--witness', key)).stdout;

    it('exchange files: request, sign, take; and the bundle shows it', async () => {
      const key = await keyOf('one');
      await writeFile(at('request'), await requestFor(key));
      const { stdout } = await lukou('witness', 'sign', ...placeOf('one'), '--log', log, at('request'));
      await writeFile(at('cosigned'), stdout);
      expect(
        (await lukou('witness', 'take', at('request'), at('cosigned'), '--witness', key)).stdout,
      ).toMatch(/^witness.test\/one has seen the first \d+ records of lukou.lukou\/gateway\n$/);
      const elsewhere = (await readFile(at('request'), 'utf8')).replace('lukou.lukou/', 'lukou.lukou/../');
      await writeFile(at('elsewhere'), elsewhere);
      expect(
        await refused('witness', 'take', at('elsewhere'), at('cosigned'), '--witness', key),
      ).toMatchObject({ code: 1, stderr: expect.stringMatching(/no log of this gateway/) });
      await lukou('audit', 'export', '--log', 'gateway', '--out', at('witnessed.jsonl'));
      const seen = [at('witnessed.jsonl'), '--witness', key, '--key', log];
      const verified = await lukou('audit', 'verify', ...seen, '--part');
      expect(verified.stdout).toMatch(/witness.test\/one saw its first \d+ records, at /);
      expect(
        await refused('witness', 'take', at('request'), at('answer.json'), '--witness', key),
      ).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/WITNESS_INVALID/),
      });
    }, 120_000);

    it('speak over HTTP', async () => {
      const serving = start('witness', ...placeOf('two'), '--port', '0', '--log', log);
      const [, address] = await lineOf(serving, /^witness ready (\S+)$/);
      const body = await requestFor(await keyOf('two'));
      const reply = await fetch(new URL('add-checkpoint', address), { method: 'POST', body });
      expect([reply.status, await reply.text()]).toEqual([
        200,
        expect.stringMatching(/^— witness.test\/two /),
      ]);
      expect(await stop(serving.child)).toBe(0);
    });
  });

  it('lets an auditor hold a log, and keeps what is young', async () => {
    const prune = ['audit', 'prune', '--log', 'gateway', '--before', '2020-01-01T00:00:00+08:00'];
    expect(await refused(...prune, '--as', 'auditor')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('PRUNE_REFUSED'),
    });
    expect((await refused(...prune)).stderr).toContain('write who you are');
    const hold = ['audit', 'hold', '--log', 'gateway', '--reason', 'Court order 12', '--as'];
    expect((await refused(...hold, 'steward')).stderr).toContain('PRUNE_REFUSED');
    const [, id] = /^([0-9a-f-]{36}) holds gateway\n$/.exec((await lukou(...hold, 'auditor')).stdout)!;
    const lift = ['audit', 'hold', '--as', 'auditor', '--lift', id!];
    expect((await lukou(...lift)).stdout).toBe(`${id} has ended\n`);
    expect((await refused(...lift)).stderr).toContain('HOLD_UNKNOWN');
  }, 120_000);
});
