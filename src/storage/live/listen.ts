import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Tells that a topic may have news, or with null that anything may have happened unheard, which is told first of all. Returns
 * when the line is lost, or the signal has ended; throws nothing.
 */
export type Listen = (tell: (topic: string | null) => void, signal: AbortSignal) => Promise<void>;

const AGAIN_AFTER_MS = 250;

/** Listens until the signal ends, anew whenever the line is lost. */
export async function keepListening(
  listen: Listen,
  tell: Parameters<Listen>[0],
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await listen(tell, signal);
    await sleep(AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined);
  }
}
