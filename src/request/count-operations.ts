import { LukouError } from '../base/index.ts';

/** How many operations each caller has under way. */
export interface OperationCounter {
  /**
   * Does a caller's work, which counts as under way until it ends, however it ends.
   *
   * @throws LukouError LIMIT_CONCURRENCY where that caller has as many under way as it may.
   */
  during<T>(caller: string, work: () => Promise<T>): Promise<T>;
}

/** Counts in this process alone: several gateways each give every caller the same number. */
export function createOperationCounter(maxOperations: number): OperationCounter {
  const underWay = new Map<string, number>();
  return {
    async during(caller, work) {
      const before = underWay.get(caller) ?? 0;
      if (before >= maxOperations)
        throw new LukouError('LIMIT_CONCURRENCY', `The limit is ${maxOperations} at a time.`);
      underWay.set(caller, before + 1);
      try {
        return await work();
      } finally {
        const left = underWay.get(caller)! - 1;
        // A caller without operations is forgotten, or every address ever seen would stay in memory.
        if (left === 0) underWay.delete(caller);
        else underWay.set(caller, left);
      }
    },
  };
}
