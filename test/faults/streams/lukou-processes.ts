import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A command of lukou that goes on until it is ended. */
export interface LukouProcess {
  readonly pid: number;
  readonly lines: readonly string[];
  /** The rest of the first line that begins so, once it is there. */
  waitFor(beginning: string): Promise<string>;
  /** Returns its exit code. */
  end(signal: NodeJS.Signals): Promise<unknown>;
}

export function startLukou(args: readonly string[], env: Readonly<Record<string, string>>): LukouProcess {
  const child: ChildProcess = spawn(process.execPath, ['bin/lukou.cjs', ...args], { env });
  const lines: string[] = [];
  for (const stream of [child.stdout!, child.stderr!])
    createInterface(stream).on('line', (line) => lines.push(line));
  const gone = once(child, 'close') as Promise<[unknown]>;
  return {
    pid: child.pid!,
    lines,
    async waitFor(beginning) {
      for (;;) {
        const line = lines.find((each) => each.startsWith(beginning));
        if (line !== undefined) return line.slice(beginning.length);
        if (child.exitCode !== null) throw new Error(`lukou ${args[0]} has ended:\n${lines.join('\n')}`);
        await sleep(20);
      }
    },
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return (await gone)[0];
    },
  };
}

/** The processes that answer for a gateway of several. */
export async function workersOf({ pid }: LukouProcess): Promise<readonly number[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,args=']);
  return stdout.split('\n').flatMap((line) => {
    const [, own, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === pid && args.includes('--workers') ? [Number(own)] : [];
  });
}
