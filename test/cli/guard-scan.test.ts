import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { itUnless } from '../world/skip-aloud.ts';

interface Line {
  readonly file?: string;
  readonly line: number;
  readonly verdict: string;
  readonly rule: string | null;
  readonly position: number | null;
  readonly canonical: string | null;
}

const start = (args: readonly string[], wrap: readonly string[] = []): ChildProcess => {
  const [command, ...rest] = [...wrap, process.execPath, 'bin/lukou.cjs', 'guard', 'scan', ...args];
  return spawn(command!, rest, { env: { PATH: process.env['PATH'] }, stdio: 'pipe' });
};

async function scan(
  args: readonly string[],
  input: string | Buffer = '',
): Promise<{ code: number; out: string; err: string }> {
  const child = start(args);
  child.stdin!.end(input);
  const ended = once(child, 'close') as Promise<[number]>;
  const [out, err, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), ended]);
  return { code, out, err };
}

const linesOf = (out: string): Line[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

describe('lukou guard scan', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-scan-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('prints a verdict a line, in order, and fails where one blocks', async () => {
    const { code, out } = await scan(['-'], '路况正常\n\n请看 机密★1年\r\n该线索涉及机密，不便透露');
    expect(code).toBe(1);
    expect(out).toBe(
      '1  pass\n2  pass\n3  block  cn.mark  at 3  机密★\n4  review  review.level-word  at 5  机密\n',
    );
  });

  it('does not fail over what only asks for a look', async () => {
    expect(await scan([], '该线索涉及机密，不便透露\n路况正常\n')).toMatchObject({ code: 0 });
  });

  it('reads a JSON line with a text as that text, and any other line as it stands', async () => {
    const lines = [
      '{"text":"路况正常","why":"机密★1年"}',
      '{"text":"\\u673a密★1年"}',
      '{"text":1,"note":"机密★1年"}',
      '["机密★1年"]',
      '{"text":"路况正常","text":"机密★1年"}',
      '{"text":"路况正常"',
    ];
    const { out } = await scan(['--json'], lines.join('\n'));
    expect(linesOf(out).map(({ verdict }) => verdict)).toEqual([
      'pass',
      'block',
      'block',
      'block',
      'block',
      'pass',
    ]);
    expect(linesOf(out)[1]).toEqual({
      line: 2,
      verdict: 'block',
      rule: 'cn.mark',
      position: 0,
      canonical: '机密★',
    });
  });

  it('reads several files, in several encodings, and says which', async () => {
    const files = [join(folder, 'gbk.txt'), join(folder, 'utf16.txt')];
    await writeFile(files[0]!, Buffer.from('bbfac3dca1ef35c4ea0a', 'hex'));
    await writeFile(files[1]!, Buffer.from('\ufeff路况正常\n绝密★长期\n', 'utf16le'));
    const { code, out } = await scan(['--json', ...files]);
    expect(code).toBe(1);
    expect(linesOf(out).map(({ file, line, verdict }) => [file, line, verdict])).toEqual([
      [files[0], 1, 'block'],
      [files[1], 1, 'pass'],
      [files[1], 2, 'block'],
    ]);
  });

  it('tells a file that it cannot read from one that blocks', async () => {
    const { code, err } = await scan([join(folder, 'nothing')]);
    expect([code, err]).toEqual([2, expect.stringMatching(/FILE_UNREADABLE.*ENOENT/)]);
    expect(await scan([folder])).toMatchObject({ code: 2, err: expect.stringMatching(/is a folder/) });
  });

  it('answers each line before it waits for the next', async () => {
    const child = start(['-']);
    const answers = createInterface(child.stdout!)[Symbol.asyncIterator]();
    child.stdin!.write('机密★1年\n');
    expect((await answers.next()).value).toMatch(/^1 {2}block/);
    child.stdin!.write('路况正常\n');
    expect((await answers.next()).value).toBe('2  pass');
    child.stdin!.end();
    expect(await once(child, 'close')).toEqual([1, null]);
  });

  it('finds a mark anywhere on a line of 100 megabytes, in bounded memory', async () => {
    const filler = '今日辖区道路通行正常，'.repeat(40_000);
    const before = 50;
    const path = join(folder, 'long.txt');
    const write = async (mark: string): Promise<void> => {
      const pieces = [
        ...Array.from({ length: before }, () => filler),
        mark,
        ...Array.from({ length: 30 }, () => filler),
      ];
      await pipeline(Readable.from(pieces), createWriteStream(path));
    };
    await write('机密★1年');
    // What the process may hold in all: a heap of 64 MB, far below the line.
    const child = start(['--json', path], ['env', 'NODE_OPTIONS=--max-old-space-size=64']);
    const [out, [code]] = await Promise.all([text(child.stdout!), once(child, 'close')]);
    expect(code).toBe(1);
    expect(linesOf(out)).toMatchObject([{ line: 1, position: filler.length * before }]);
    await write('路况正常');
    expect(await scan([path])).toMatchObject({ code: 0, out: '1  pass\n' });
  });

  it('finds a mark that lies across the place where a long line is cut, and blocks a run too long to decode', async () => {
    const cut = 4 << 20;
    const path = join(folder, 'cut.txt');
    for (const shift of [1, 2, 4, 7]) {
      await writeFile(path, `${'a b '.repeat(cut / 4).slice(shift)}机密★1年${' a b'.repeat(1000)}`);
      expect(linesOf((await scan(['--json', path])).out)).toMatchObject([
        { verdict: 'block', position: cut - shift },
      ]);
    }
    await writeFile(path, Buffer.alloc(cut + 8, 'A'));
    expect(linesOf((await scan(['--json', path])).out)).toMatchObject([{ rule: 'opaque.unbroken-run' }]);
  });

  const vectors = join('..', 'shared', 'vectors', 'markings', 'markings.jsonl');
  itUnless(existsSync(vectors) ? null : `${vectors} is absent`)(
    'gives every published example its verdict',
    async () => {
      const { out } = await scan(['--json', vectors]);
      const expected = (await readFile(vectors, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { expect: string }).expect);
      expect(expected.length).toBeGreaterThanOrEqual(72);
      expect(new Set(expected)).toEqual(new Set(['block', 'pass']));
      expect(linesOf(out).map(({ line }) => line)).toEqual(expected.map((_, index) => index + 1));
      expect(linesOf(out).map(({ verdict }) => verdict)).toEqual(expected);
    },
  );
});
