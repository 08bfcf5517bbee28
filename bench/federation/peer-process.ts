import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { PeerRequest } from './serve-peer.ts';

/** Starts something that is measured, in a process of its own, and waits until it is ready. */
export async function startPeer(program: string, args: readonly string[]): Promise<ChildProcess> {
  const child = fork(program, [...args], { env: { ...process.env, NODE_ENV: 'production' } });
  await nextMessage(child);
  return child;
}

/** Lets a peer do something, and waits for what it says. */
export async function askPeer<T>(child: ChildProcess, request: PeerRequest): Promise<T> {
  const reply = nextMessage(child);
  child.send(request);
  return (await reply) as T;
}

/** What the peer says next. Throws where it ends instead. */
export async function nextMessage(child: ChildProcess): Promise<unknown> {
  using listening = new DisposableStack();
  const ending = new AbortController();
  listening.defer(() => ending.abort());
  const { signal } = ending;
  const ended = once(child, 'exit', { signal }).then(
    ([code]) => new Error(`A peer ended with ${code}; its own message is above.`),
    () => null,
  );
  const said = once(child, 'message', { signal }).catch(() => []);
  const first = await Promise.race([said, ended]);
  if (first instanceof Error) throw first;
  return first?.[0];
}

/** CPU time that a measured server has used so far, in milliseconds. */
export async function cpuMsOf(server: ChildProcess): Promise<number> {
  server.send('cpu');
  return ((await nextMessage(server)) as number) / 1_000;
}

/** Stops a measured server, where it was started and still runs, and waits for its end. */
export async function stopServer(server: ChildProcess | undefined): Promise<void> {
  if (server?.connected !== true) return;
  const ended = once(server, 'exit');
  server.send('stop');
  await ended;
}

/** The one in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
