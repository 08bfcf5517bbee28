import { readDecisions } from '../../audit/index.ts';
import { LukouError } from '../../base/index.ts';

/** Null for a record without decisions: a question that was refused before anything was judged. */
export function findDecisions(leaf: Buffer): ReturnType<typeof readDecisions> | null {
  try {
    return readDecisions(leaf);
  } catch (error) {
    if (error instanceof LukouError && error.code === 'REPLAY_IMPOSSIBLE') return null;
    throw error;
  }
}
