import { LukouError } from '../../base/index.ts';
import { ContextRefusal } from './context-refusal.ts';

const DEFAULT_CAPACITY = 100_000;

/** The ids of contexts that were used and could be used again. */
export interface ContextMemory {
  /**
   * Remembers an id until the instant at which the clocks' tolerance ends too; then nobody believes it any more.
   * Throws {@link ContextRefusal} `REPLAYED` where it is known, and LukouError CONTEXT_MEMORY_FULL where no room is
   * left: forgetting one instead would let it be used twice.
   */
  remember(jti: string, untilMs: number, nowMs: number): void;
}

/** Opens an empty memory for at most `capacity` ids. */
export function openContextMemory(capacity: number = DEFAULT_CAPACITY): ContextMemory {
  const known = new Set<string>();
  // By the second in which they end: a context lives for half a minute, so there are never many seconds to look at.
  const ending = new Map<number, string[]>();

  function forgetEnded(nowMs: number): void {
    for (const [second, ids] of ending) {
      if ((second + 1) * 1_000 > nowMs) continue;
      for (const id of ids) known.delete(id);
      ending.delete(second);
    }
  }

  return {
    remember(jti, untilMs, nowMs) {
      forgetEnded(nowMs);
      if (known.has(jti)) throw new ContextRefusal('REPLAYED');
      if (known.size >= capacity) throw new LukouError('CONTEXT_MEMORY_FULL');
      known.add(jti);
      const second = Math.floor(untilMs / 1_000);
      const ids = ending.get(second);
      if (ids === undefined) ending.set(second, [jti]);
      else ids.push(jti);
    },
  };
}
