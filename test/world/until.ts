import { setTimeout } from 'node:timers/promises';

/** Waits until something holds. The test's own time limit ends it otherwise. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await setTimeout(20);
}
