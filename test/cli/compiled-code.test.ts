import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

it('keeps what it compiled out of the folder that every account may write to', async () => {
  const shared = await mkdtemp(join(tmpdir(), 'lukou-shared-'));
  const help = () =>
    spawnSync(process.execPath, ['bin/lukou.cjs', '--help'], {
      env: { TMPDIR: shared },
      encoding: 'utf8',
    });
  try {
    expect(help()).toMatchObject({ status: 0, stderr: '' });
    expect(await readdir(shared)).toEqual([]);
    // The control: left to itself, Node keeps it there.
    const byDefault = "require('node:module').enableCompileCache()";
    spawnSync(process.execPath, ['-e', `${byDefault}; require('commander')`], { env: { TMPDIR: shared } });
    expect(await readdir(shared)).not.toEqual([]);
  } finally {
    await rm(shared, { recursive: true });
  }
});
