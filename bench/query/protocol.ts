import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { profileShares } from '../profile-shares.ts';

/** What a measured server tells its parent once it listens. */
export interface Ready {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const PROFILE_MS = 3_000;

/**
 * Says that this process listens. Answers "cpu" with the CPU time used so far, in microseconds, by this process and those
 * of `others`; "shares" with what each stage takes of it during the next three seconds.
 */
export function reportToParent(
  ready: object,
  stop: () => Promise<void>,
  others: readonly ChildProcess[] = [],
): void {
  process.send?.(ready);
  process.on('message', (message) => {
    if (message === 'stop') {
      void stop().then(() => process.disconnect());
      return;
    }
    if (message === 'shares') {
      void profileShares(() => sleep(PROFILE_MS)).then((shares) => process.send?.(shares));
      return;
    }
    void Promise.all(others.map(cpuMicrosOf)).then((theirs) => {
      const { user, system } = process.cpuUsage();
      return process.send?.(theirs.reduce((sum, micros) => sum + micros, user + system));
    });
  });
}

/** CPU time that a process that reports to this one has used so far, in microseconds. */
export async function cpuMicrosOf(child: ChildProcess): Promise<number> {
  const reply = once(child, 'message');
  child.send('cpu');
  const [micros] = (await reply) as [number];
  return micros;
}
