const EVERY_MS = 20;

/** Watches this process's memory; `stop` answers by how many megabytes it grew at most. */
export function watchMemory(): { stop(): number } {
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return Math.round((Math.max(most, process.memoryUsage.rss()) - before) / 1_048_576);
    },
  };
}
