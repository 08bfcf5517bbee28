import { setTimeout as sleep } from 'node:timers/promises';
import { profileShares } from '../profile-shares.ts';

/** What a measured server tells its parent once it listens. */
export interface Ready {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const PROFILE_MS = 3_000;

/**
 * Says that this process listens. Answers "cpu" with the CPU time used so far, in microseconds; "shares" with what each
 * stage takes of it during the next three seconds.
 */
export function reportToParent(ready: Ready, stop: () => Promise<void>): void {
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
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
}
