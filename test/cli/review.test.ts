import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { runLukou } from './run-lukou.ts';

const run = promisify(execFile);

describe('lukou review', () => {
  let folder: string;
  let env: Record<string, string>;
  let gateway: ChildProcess;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-review-'));
    // As root the database server runs as another account, which must pass through.
    await chmod(folder, 0o711);
    env = { PATH: process.env['PATH']!, PORT: '0', LUKOU_DATA: join(folder, 'data'), LUKOU_SAMPLE: 'small' };
    gateway = spawn(process.execPath, ['bin/lukou.cjs', 'start'], { env });
    const said: string[] = [];
    createInterface(gateway.stderr!).on('line', (line) => said.push(line));
    for await (const line of createInterface(gateway.stdout!)) {
      const ready = /^lukou ready (\S+)$/.exec(line);
      if (ready === null) continue;
      url = ready[1]!;
      return;
    }
    throw new Error(said.join('\n'));
  }, 300_000);
  afterAll(async () => {
    if (gateway.exitCode === null) {
      const ended = once(gateway, 'close');
      gateway.kill('SIGTERM');
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  const lukou = (...args: string[]) => run(process.execPath, ['bin/lukou.cjs', ...args], { env });
  const failureOf = (...args: string[]) => runLukou(args, env);
  const tokenFor = async (caller: string): Promise<string> =>
    (await lukou('token', '--as', caller)).stdout.trim();

  async function ask(caller: string, query: string, headers: Record<string, string>): Promise<unknown> {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await tokenFor(caller)}`,
        ...headers,
      },
      body: JSON.stringify({ query }),
    });
    return response.json();
  }

  async function breakGlass(): Promise<string> {
    await ask('analyst', '{ mediationCases(first: 1) { nodes { parties { name } } } }', {
      'lukou-purpose': 'PUBLIC_SAFETY',
      'lukou-case': 'A-2026-0107',
      'lukou-break-glass': 'MISSING_PERSON',
    });
    const answer = (await ask('justice-steward', '{ breakGlassUses(first: 1) { nodes { id } } }', {
      'lukou-purpose': 'OVERSIGHT',
    })) as { data: { breakGlassUses: { nodes: { id: string }[] } } };
    return answer.data.breakGlassUses.nodes[0]!.id;
  }

  it('says what is missing', async () => {
    const said = async (...args: string[]): Promise<string> =>
      (await failureOf('review', 'x', '--note', 'n', ...args)).stderr;
    expect(await said('--as', 'steward')).toMatch(/--justified or --unjustified/);
    expect(await said('--justified')).toMatch(/--as or --token-file/);
    expect(await said('--justified', '--unjustified', '--as', 'steward')).toMatch(/cannot be used with/);
    expect(await said('--justified', '--token-file', join(folder, 'none'))).toMatch(/cannot be read/);
    expect(await said('--justified', '--as', 'steward')).toMatch(/REVIEW_UNKNOWN/);
  });

  it('keeps the word of a steward of the owner, once, and of nobody else', async () => {
    const id = await breakGlass();
    const review = ['review', id, '--justified', '--note', 'The person was found.'];
    for (const caller of ['analyst', 'steward'])
      expect((await failureOf(...review, '--as', caller)).stderr).toMatch(/REVIEW_UNKNOWN/);
    expect((await failureOf(...review, '--as', 'justice')).stderr).toMatch(/REVIEW_REFUSED/);

    const tokenFile = join(folder, 'token.jwt');
    await writeFile(tokenFile, `${await tokenFor('justice-steward')}\n`);
    expect((await lukou(...review, '--token-file', tokenFile)).stdout).toMatch(
      new RegExp(`^${id}: JUSTIFIED, record \\d+\\n$`),
    );
    expect((await failureOf(...review, '--as', 'justice-steward')).stderr).toMatch(/REVIEW_DONE/);
    const reviewed = await ask(
      'auditor',
      '{ breakGlassUses(filter: { state: JUSTIFIED }) { nodes { id note } } }',
      { 'lukou-purpose': 'OVERSIGHT' },
    );
    expect(reviewed).toMatchObject({
      data: { breakGlassUses: { nodes: [{ id, note: 'The person was found.' }] } },
    });
  }, 120_000);
});
