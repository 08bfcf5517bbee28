/** Lets a few pieces of work run at once, and the others wait. */
export interface Turns {
  /**
   * Does a piece of work when its turn comes: in the order in which turns were asked for. Whoever asks for one at a time
   * waits for at most one piece of everybody else.
   */
  take<T>(work: () => Promise<T>): Promise<T>;
}

/** Turns of one process. */
export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    async take(work) {
      // A turn that ends is handed to the next in line: whoever comes in between finds none free.
      if (running < atOnce) running += 1;
      else await new Promise<void>((begin) => waiting.push(begin));
      try {
        return await work();
      } finally {
        const begin = waiting.shift();
        if (begin === undefined) running -= 1;
        else begin();
      }
    },
  };
}
