/** What a measured server tells its parent once it listens. */
export interface Ready {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Says that this process listens, and answers every message with the CPU time used so far, in microseconds. */
export function reportToParent(ready: Ready, stop: () => Promise<void>): void {
  process.send?.(ready);
  process.on('message', (message) => {
    if (message === 'stop') {
      void stop().then(() => process.disconnect());
      return;
    }
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
}
