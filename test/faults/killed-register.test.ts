import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { systemClock } from '../../src/base/index.ts';
import {
  addEntry,
  cutTornTail,
  foundRegister,
  makePersonKey,
  openRegister,
} from '../../src/register/index.ts';

const PASSPHRASE = 'a passphrase of many words';
const LOW_COST = { cost: 1 << 14, blockSize: 8 };
const KILLS = 8;

describe('a register whose writer is killed', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lukou-killed-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds every entry that was confirmed, and goes on', async () => {
    const path = join(folder, 'register.lukou');
    const by = 'keeper';
    foundRegister(path, PASSPHRASE, { by, unit: '分局' }, systemClock, LOW_COST);
    const key = makePersonKey('secret', LOW_COST);
    addEntry(path, PASSPHRASE, systemClock, { by, event: { kind: 'enrol', person: by, ...key } });
    const confirmed: string[] = [];
    for (let kill = 1; kill <= KILLS; kill++) {
      const child = spawn(process.execPath, ['test/faults/programs/write-register.ts', path], {
        env: { PATH: process.env['PATH'] },
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      child.stdin.end(PASSPHRASE);
      let heads = 0;
      for await (const head of createInterface(child.stdout)) {
        confirmed.push(head);
        heads += 1;
        // Somewhere in the midst of the next entry.
        if (heads === kill) setTimeout(() => child.kill('SIGKILL'), kill * 3);
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      cutTornTail(path, PASSPHRASE, by, systemClock);
    }
    const { roots, tornBytes } = openRegister(path, PASSPHRASE);
    expect(tornBytes).toBe(0);
    expect(confirmed.length).toBeGreaterThanOrEqual(KILLS);
    for (const head of confirmed) {
      const [size, root] = head.split(':');
      expect(roots[Number(size) - 1]).toBe(root);
    }
  });
});
