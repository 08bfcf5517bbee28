import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, nextMessage } from '../federation/peer-process.ts';
import { writeAgreements } from './make-agreements.ts';

const COUNT = 10_000;
const ROUNDS = 3;

/** What a change of files costs a gateway that serves. */
export interface Reload {
  readonly what: string;
  readonly cpuMs: number;
  /** Longest that a request waits while the files are taken in. */
  readonly longestPauseMs: number;
}

/** One load in a process of its own. */
export interface LoadFigures {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly agreements: number;
  readonly digest: string;
  readonly memoryMb: number;
  readonly reloads: readonly Reload[];
}

/** Reading and compiling ten thousand agreements, from their files and from what was kept, in turn. */
export async function measureLoading(): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'lukou-bench-'));
  const set = join(folder, 'agreements');
  const saved = join(folder, 'agreements.saved');
  try {
    await writeAgreements(set, COUNT);
    const cold: LoadFigures[] = [];
    const kept: LoadFigures[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await rm(saved, { force: true });
      cold.push(await load(set, saved));
      kept.push(await load(set, saved));
    }
    const { reloads } = await load(set, saved, 'watch');
    if (new Set([...cold, ...kept].map(({ digest }) => digest)).size !== 1)
      throw new Error('The loads made different policies.');
    for (const [what, figures, barMs] of [
      ['from their files', cold, 10_000],
      ['from what was kept', kept, 1_000],
    ] as const)
      console.log(
        `${COUNT} agreements ${what}: ${medianOf(figures, 'cpuMs')} ms CPU, ${medianOf(figures, 'wallMs')} ms ` +
          `(bar ${barMs}), ${medianOf(figures, 'memoryMb')} MB`,
      );
    for (const { what, cpuMs, longestPauseMs } of reloads)
      console.log(
        `${what} changed: ${cpuMs.toFixed(0)} ms CPU, and no request waits longer than ${longestPauseMs.toFixed(0)} ms`,
      );
    return { cold, kept, reloads };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function load(...args: readonly string[]): Promise<LoadFigures> {
  const child = fork(join(import.meta.dirname, 'serve-load.ts'), args);
  return (await nextMessage(child)) as LoadFigures;
}

function medianOf(figures: readonly LoadFigures[], what: 'cpuMs' | 'wallMs' | 'memoryMb'): string {
  return median(figures.map((one) => one[what])).toFixed(0);
}
