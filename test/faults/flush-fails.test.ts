import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { itUnless, whyNotRun } from '../world/skip-aloud.ts';

const whyNot = whyNotRun('strace', ['-f', '-e', 'trace=fdatasync', '-o', '/dev/null', 'true']);
const withStrace = itUnless(whyNot && `calls of the system cannot be made to fail (${whyNot})`);

describe('A flush of the signer’s head that fails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lukou-flush-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What came of three entries, one after the other, and how many flushes were made to fail. */
  async function recordUnder(name: string, ...inject: readonly string[]): Promise<readonly string[]> {
    const trace = join(folder, `${name}.trace`);
    const program = [process.execPath, 'test/faults/programs/record-three.ts', join(folder, name)];
    const child = spawn(
      'strace',
      ['-f', '-qq', '-e', 'trace=fdatasync', ...inject, '-o', trace, ...program],
      // strace counts the calls of each thread by itself: one thread makes them all.
      {
        env: { PATH: process.env['PATH'], UV_THREADPOOL_SIZE: '1' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const lines: string[] = [];
    createInterface(child.stdout).on('line', (line) => lines.push(line));
    await once(child, 'close');
    const injected = readFileSync(trace, 'utf8').match(/EIO.*INJECTED/g)?.length ?? 0;
    return [...lines, `${injected} failed`];
  }

  withStrace(
    'lets no answer leave before the head is kept, and goes on when flushing works again',
    async () => {
      // The first flush is of the record that begins the log, the second of the first entry's.
      expect(await recordUnder('failing', '-e', 'inject=fdatasync:error=EIO:when=2')).toEqual([
        'AUDIT_UNAVAILABLE, 2 stored',
        'answered on record 2, 3 stored',
        'answered on record 3, 4 stored',
        '1 failed',
      ]);
    },
  );

  withStrace('lets every answer leave where none fails', async () => {
    expect(await recordUnder('working')).toEqual([
      'answered on record 1, 2 stored',
      'answered on record 2, 3 stored',
      'answered on record 3, 4 stored',
      '0 failed',
    ]);
  });
});
