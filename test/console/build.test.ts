import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { builtConsole } from './world/built-console.ts';

const build = (...words: readonly string[]) =>
  spawnSync(process.execPath, ['console/build.mjs', '--if-stale', ...words], { encoding: 'utf8' });

describe('Before npm start', () => {
  it('a console of these very sources is not built again', async () => {
    const folder = await builtConsole();
    const { mtimeMs } = await stat(join(folder, 'index.html'));
    expect(build('--out', folder)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect((await stat(join(folder, 'index.html'))).mtimeMs).toBe(mtimeMs);
  }, 240_000);

  it('a console that cannot be built is told of, and keeps no gateway from starting', () => {
    const { status, stderr } = build('--out', '/dev/null/console');
    expect(status).toBe(0);
    expect(stderr).toContain('The console is not built: ');
  }, 120_000);
});
