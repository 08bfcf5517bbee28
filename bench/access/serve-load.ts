// One load of a folder of agreements, as a gateway does at its start; and, where it is asked to, what comes after it.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { requireCatalogue } from '../../src/agreement/index.ts';
import { AgreementFiles } from '../../src/wiring/index.ts';
import { readDocuments } from '../bare-agencies.ts';
import type { LoadFigures, Reload } from './load.ts';
import { cpuMicrosOf } from './measure.ts';

const [folder = '', savedPath = '', isWatched = ''] = process.argv.slice(2);
const catalogue = requireCatalogue(await readDocuments());
const saved = { path: savedPath, key: new Uint8Array(32) };
const files = new AgreementFiles({ path: folder, saved, onMessage: (message) => console.error(message) });

const beganMs = performance.now();
let agreements = 0;
let digest = '';
const load = async (): Promise<void> => {
  const policy = await files.compile(await files.read(), catalogue);
  agreements = policy.agreements.length;
  digest = policy.digest;
};
const cpuMs = (await cpuMicrosOf(load)) / 1_000;
const wallMs = performance.now() - beganMs;
await files.settled();

const figures: LoadFigures = {
  cpuMs,
  wallMs,
  agreements,
  digest,
  memoryMb: Math.round(process.memoryUsage().rss / 1e6),
  reloads: isWatched === 'watch' ? [await reload('one file', 1), await reload('all files', Infinity)] : [],
};
process.send?.(figures);
process.disconnect?.();

/** Changes files, and takes them in while the event loop is watched. */
async function reload(what: string, count: number): Promise<Reload> {
  for (const name of readdirSync(folder).slice(0, count)) {
    const path = join(folder, name);
    writeFileSync(path, `${readFileSync(path, 'utf8')}# ${what}\n`);
  }
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const reloadMs = (await cpuMicrosOf(load)) / 1_000;
  delay.disable();
  await files.settled();
  return { what, cpuMs: reloadMs, longestPauseMs: delay.max / 1e6 };
}
