import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { runLukou } from './run-lukou.ts';

const run = promisify(execFile);

const DIVISION = '{"query":"{ adminDivision(code: \\"150724\\") { name } }"}';

describe('A gateway of several processes', () => {
  let folder: string;
  let env: Record<string, string>;
  let gateway: ChildProcess;
  let lines: string[];
  let url: string;

  const at = (name: string): string => join(folder, name);
  const lukou = (...args: string[]) => runLukou(args, env);

  async function startGateway(): Promise<void> {
    gateway = spawn(process.execPath, ['bin/lukou.cjs', 'start', '--workers', '2'], { env });
    lines = [];
    createInterface(gateway.stdout!).on('line', (line) => lines.push(line));
    createInterface(gateway.stderr!).on('line', (line) => lines.push(line));
    await until(() => lines.some((line) => line.startsWith('lukou ready ')));
    url = lines.find((line) => line.startsWith('lukou ready '))!.slice('lukou ready '.length);
  }

  async function stopGateway(): Promise<unknown> {
    const ended = once(gateway, 'close');
    gateway.kill('SIGTERM');
    return ((await ended) as [unknown])[0];
  }

  async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await isSo())) {
      if (gateway.exitCode !== null) throw new Error(`The gateway has ended:\n${lines.join('\n')}`);
      await setTimeout(20);
    }
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-workers-'));
    // As root the database server runs as another account, which must pass through.
    await chmod(folder, 0o711);
    env = { PATH: process.env['PATH']!, PORT: '0', LUKOU_DATA: at('data'), LUKOU_SAMPLE: 'none' };
    await startGateway();
  }, 300_000);
  afterAll(async () => {
    if (gateway.exitCode === null) await stopGateway();
    await rm(folder, { recursive: true, force: true });
  });

  /** Asks on a connection of its own, which any worker may get. */
  async function ask(): Promise<string> {
    const headers = { 'content-type': 'application/json', connection: 'close' };
    // A connection that was on its way to the killed worker is never answered.
    const asked = request(url, {
      method: 'POST',
      headers,
      agent: false,
      signal: AbortSignal.timeout(20_000),
    });
    asked.end(DIVISION);
    const [answer] = (await once(asked, 'response')) as [NodeJS.ReadableStream];
    return text(answer);
  }

  const readiness = async (): Promise<unknown> => (await fetch(new URL('/health/ready', url))).json();
  const isReady = async (): Promise<boolean> =>
    JSON.stringify(await readiness()).includes('"workers":{"serving":2,"of":2}');

  async function workerPids(): Promise<readonly number[]> {
    const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,args=']);
    return stdout.split('\n').flatMap((line) => {
      const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return Number(parent) === gateway.pid && args.includes('--workers') ? [Number(pid)] : [];
    });
  }

  it('loses no answered request when a worker is killed, replaces it, and its log goes on', async () => {
    const answers: string[] = [];
    const over = new AbortController();
    const load = Array.from({ length: 4 }, async () => {
      // Those that the killed worker held get no answer: only what was answered counts.
      for (; !over.signal.aborted; await setTimeout(20))
        await ask().then(
          (answer) => answers.push(answer),
          () => undefined,
        );
    });
    await until(() => answers.length > 40);
    const [killed] = await workerPids();
    process.kill(killed!, 'SIGKILL');
    await until(() => lines.some((line) => line.includes('another one takes over its log')));
    const before = answers.length;
    await until(() => answers.length > before + 20);
    await until(isReady);
    const after = answers.length;
    await until(() => answers.length > after + 20);
    over.abort();
    await Promise.all(load);

    const receipts = answers.map((answer) => receiptOf(answer));
    expect(new Set(receipts.map(({ origin }) => origin))).toEqual(
      new Set(['lukou.lukou/gateway-1', 'lukou.lukou/gateway-2']),
    );
    expect(await workerPids()).toHaveLength(2);
    expect(await workerPids()).not.toContain(killed);
    await lukou('audit', 'export', '--out', at('all.jsonl'));
    expect(await lukou('audit', 'verify', at('all.jsonl'))).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^WHOLE: \d+ records$/m),
    });
    const logged = new Set((await readFile(at('all.jsonl'), 'utf8')).split('\n').map(hashLeaf));
    expect(receipts.map(({ leafHash }) => leafHash).filter((hash) => !logged.has(hash))).toEqual([]);
  }, 240_000);

  it('reports a log that was taken away', async () => {
    await writeFile(at('cut.jsonl'), withoutLog(await readFile(at('all.jsonl'), 'utf8'), 'gateway-2'));
    const { code, stdout } = await lukou('audit', 'verify', at('cut.jsonl'));
    expect(code).toBe(1);
    expect(stdout).toContain('! Missing log: lukou.lukou/gateway-2 was opened.');
    expect((await lukou('audit', 'verify', at('cut.jsonl'), '--part')).code).toBe(0);
  }, 60_000);

  it('closes no log while it runs, ends in order, and leaves a closed log alone', async () => {
    expect((await lukou('audit', 'close', '--log', 'gateway-2')).stderr).toContain('DATA_FOLDER_IN_USE');
    expect(await stopGateway()).toBe(0);
    expect(lines).toEqual(expect.arrayContaining(['gateway-1: stopped', 'gateway-2: stopped', 'stopped']));
    expect(await lukou('audit', 'close', '--log', 'gateway-2')).toMatchObject({ code: 0 });
    expect(await lukou('audit', 'close', '--log', 'gateway-2')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('closed for good'),
    });

    await startGateway();
    const origins = (await Promise.all([ask(), ask(), ask(), ask()])).map(
      (answer) => receiptOf(answer).origin,
    );
    expect(new Set(origins)).toEqual(new Set(['lukou.lukou/gateway-1', 'lukou.lukou/gateway-3']));
    await lukou('audit', 'export', '--out', at('later.jsonl'));
    expect((await lukou('audit', 'verify', at('later.jsonl'))).code).toBe(0);
  }, 300_000);

  it('takes 1 to 8 workers', async () => {
    for (const count of ['0', '9', 'many', '1.5'])
      expect((await lukou('start', '--workers', count)).stderr).toContain('Write a whole number, 1 to 8.');
  }, 60_000);
});

function receiptOf(answer: string): { readonly origin: string; readonly leafHash: string } {
  return JSON.parse(answer).extensions.receipt;
}

/** RFC 6962: the hash of a record. */
function hashLeaf(record: string): string {
  return createHash('sha256').update('\0').update(record).digest('base64');
}

/** The bundle as it would be had the log never been. */
function withoutLog(bundle: string, log: string): string {
  const [first, ...rest] = bundle.trimEnd().split('\n');
  const end = JSON.parse(rest.pop()!) as { end: string; records: number };
  const { lukou, logs } = JSON.parse(first!) as { lukou: string; logs: readonly string[] };
  const kept = [JSON.stringify({ lukou, logs: logs.filter((origin) => !origin.endsWith(`/${log}`)) })];
  let isGone = false;
  let { records } = end;
  for (const line of rest) {
    if (line.startsWith('{"log":')) isGone = (JSON.parse(line) as { log: string }).log.endsWith(`/${log}`);
    if (!isGone) kept.push(line);
    else if (line.startsWith('{"v":')) records -= 1;
  }
  const body = `${kept.join('\n')}\n`;
  return `${body}${JSON.stringify({ end: end.end, records, sha256: createHash('sha256').update(body).digest('hex') })}\n`;
}
