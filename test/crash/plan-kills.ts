/** What is killed, with SIGKILL. */
export const VICTIMS = ['gateway', 'starting gateway', 'server', 'backend'] as const;
export type Victim = (typeof VICTIMS)[number];

/** One kill. */
export interface Plan {
  readonly victim: Victim;
  /** How long the gateway has been at work before. */
  readonly delayMs: number;
  /** From 0 to below 1: which backend, or how far into the start. */
  readonly again: number;
}

const LONGEST_LOAD_MS = 1_000;

/** The kills of a seed: as many of the gateway as of PostgreSQL, one after the other; every fifth gateway twice. */
export function planKills(seed: number, count: number): readonly Plan[] {
  const random = makeRandom(seed);
  return Array.from({ length: count }, (_, at) => {
    const [which, delay, again] = [random(), random(), random()];
    const ofGateway: Victim = which < 0.2 ? 'starting gateway' : 'gateway';
    const ofPostgres: Victim = which < 0.5 ? 'server' : 'backend';
    return { victim: at % 2 === 0 ? ofGateway : ofPostgres, delayMs: delay * LONGEST_LOAD_MS, again };
  });
}

/** mulberry32. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
