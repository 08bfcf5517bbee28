import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** A caller's request, as the gateway prints it for people to paste. */
export interface Example {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A gateway in a process of its own, started as its user starts it. */
export interface Gateway {
  readonly url: string;
  readonly examples: readonly Example[];
  /** From its start, or from what it had to recover from. */
  readonly readyAfterMs: number;
  readonly isAlive: boolean;
  /** Lines on standard error. */
  readonly said: readonly string[];
  kill(): Promise<void>;
  /** Ends it in order; kills it where it does not go. */
  end(): Promise<void>;
  /** The gateway, once it is ready again. */
  untilReady(): Promise<Gateway>;
}

const PATIENCE_MS = 90_000;
const ROOT = new URL('../../', import.meta.url).pathname;

/**
 * Starts a gateway on a folder and waits for it to be ready. With `killAfterMs` it is killed at that point of its start,
 * or when it is ready, whatever comes first.
 */
export async function startGateway(
  dataFolder: string,
  killAfterMs?: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<Gateway> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, ['bin/lukou.cjs', 'start'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], PORT: '0', LUKOU_DATA: dataFolder, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const printed: string[] = [];
  const said: string[] = [];
  createInterface(child.stdout).on('line', (line) => printed.push(line));
  createInterface(child.stderr).on('line', (line) => said.push(line));
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  for (;;) {
    const examples = readExamples(printed);
    const sinceMs = performance.now() - startedMs;
    if (killAfterMs !== undefined && (sinceMs > killAfterMs || examples.length > 0)) await kill();
    else if (!isAlive() || sinceMs > PATIENCE_MS) {
      await kill();
      throw new Error(`The gateway did not start again: ${said.slice(-5).join(' / ')}`);
    }
    const url = /^lukou ready (\S+)$/.exec(printed[0] ?? '')?.[1] ?? '';
    const gateway = (readyAfterMs: number): Gateway => ({
      url,
      examples,
      readyAfterMs,
      said,
      get isAlive() {
        return isAlive();
      },
      kill,
      async end() {
        child.kill('SIGTERM');
        const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
        await ended;
        clearTimeout(patience);
      },
      async untilReady() {
        const lostMs = performance.now();
        while (!(await isReady(url))) {
          if (!isAlive() || performance.now() - lostMs > PATIENCE_MS)
            throw new Error(`The gateway did not become ready again: ${said.slice(-5).join(' / ')}`);
          await sleep(50);
        }
        return gateway(performance.now() - lostMs);
      },
    });
    if (!isAlive() || examples.length > 0) return gateway(sinceMs);
    await sleep(20);
  }
}

async function isReady(url: string): Promise<boolean> {
  const reply = await fetch(new URL('/health/ready', url)).catch(() => null);
  await reply?.body?.cancel();
  return reply?.status === 200;
}

// Printed last, and its request needs no token.
const LAST = '# public';

function readExamples(printed: readonly string[]): readonly Example[] {
  const last = printed.findIndex((line) => line.startsWith(LAST));
  if (last < 0 || printed[last + 1] === undefined) return [];
  return printed
    .filter((line) => line.startsWith('curl'))
    .map((line) => ({
      headers: Object.fromEntries(
        [...line.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, name, value]) => [name!, value!]),
      ),
      body: /-d '(.+)' http/.exec(line)![1]!,
    }))
    .filter(({ body }) => body.includes('query'));
}
