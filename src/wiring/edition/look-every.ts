/** Work that is done again and again. */
export interface Repetition {
  /** Waits for the work under way; it is not done again. */
  stop(): Promise<void>;
}

/**
 * Does `work` again and again, `pauseMs` after it was done last, or as long after as it took: it never has more than half
 * of the time. What it throws is told, and stops nothing.
 */
export function lookEvery(
  pauseMs: number,
  work: () => Promise<void>,
  onFault: (error: unknown) => void,
): Repetition {
  let isStopped = false;
  let underWay: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const doOnce = async (): Promise<void> => {
    const beganMs = performance.now();
    await work().catch(onFault);
    wait(Math.max(pauseMs, performance.now() - beganMs));
  };
  const wait = (forMs: number): void => {
    if (isStopped) return;
    timer = setTimeout(() => {
      underWay = doOnce();
    }, forMs);
    timer.unref();
  };
  wait(pauseMs);
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
