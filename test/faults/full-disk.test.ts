import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Gateway, startGateway } from '../crash/gateway.ts';
import { itUnless, whyNotRun } from '../world/skip-aloud.ts';

/** Enough for an empty database and its journal, and no more. */
const SIZE = '260m';

describe('L1 A disk that is full', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lukou-full-'));
  const disk = join(folder, 'disk');
  const whyNot = whyNoDisk();
  let gateway: Gateway | undefined;

  function whyNoDisk(): string | null {
    mkdirSync(disk);
    chmodSync(folder, 0o711);
    return whyNotRun('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=711`, 'tmpfs', disk]);
  }

  afterAll(async () => {
    await gateway?.end();
    if (whyNot === null) execFileSync('umount', [disk]);
    rmSync(folder, { recursive: true });
  }, 60_000);

  const ask = async () => {
    const { headers, body } = gateway!.examples.at(-1)!;
    const reply = await fetch(gateway!.url, { method: 'POST', headers, body });
    return { status: reply.status, answer: (await reply.json()) as Record<string, unknown> };
  };

  const withSmallDisk = itUnless(whyNot && `only root can make a small disk (${whyNot})`);
  withSmallDisk(
    'costs the answer and not the gateway, which goes on when there is room',
    async () => {
      gateway = await startGateway(join(disk, 'data'), undefined, { LUKOU_SAMPLE: 'none' });
      expect((await ask()).status).toBe(200);

      // All but nothing is taken; what is left goes to the answers that follow, a record each.
      const ballast = join(disk, 'ballast');
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(ballast, Buffer.alloc(bavail * bsize - 64 * 1_024, 1));
      let refused = await ask();
      for (let asked = 0; refused.status === 200 && asked < 5_000; asked += 1) refused = await ask();
      expect(refused.status).toBe(503);
      expect(refused.answer).toEqual({
        errors: [
          expect.objectContaining({ extensions: expect.objectContaining({ code: 'AUDIT_UNAVAILABLE' }) }),
        ],
      });
      // disk_full, and no other reason.
      expect(gateway.said.join('\n')).toContain('SQLSTATE 53100');
      expect(gateway.isAlive).toBe(true);

      rmSync(ballast);
      await gateway.untilReady();
      expect((await ask()).status).toBe(200);
    },
    180_000,
  );
});
