import { type Clock, LukouError } from '../../base/index.ts';
import type { Principal } from '../../identity/index.ts';

/** When a stream ends that nothing else has ended, and why. */
export interface Ending extends Disposable {
  /** Ends with the stream. */
  readonly signal: AbortSignal;
  /** Throws why the stream has to end now: TOKEN_EXPIRED or GATEWAY_STOPPING. */
  check(): void;
}

/** The longest that a timer can be set to; a token that is good for longer is looked at again then. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A stream ends with its token, with the gateway, and with whoever reads it. */
export function openEnding(
  { expiresAtMs }: Pick<Principal, 'expiresAtMs'>,
  {
    clock,
    stopping,
    gone,
  }: { readonly clock: Clock; readonly stopping: AbortSignal; readonly gone: AbortSignal },
): Ending {
  const over = new AbortController();
  const leftMs = expiresAtMs === null ? null : expiresAtMs - clock.nowMs();
  const timer =
    leftMs === null ? null : setTimeout(() => over.abort(), Math.min(Math.max(leftMs, 0), LONGEST_TIMER_MS));
  return {
    signal: AbortSignal.any([over.signal, stopping, gone]),
    check() {
      if (stopping.aborted) throw new LukouError('GATEWAY_STOPPING');
      if (over.signal.aborted || (expiresAtMs !== null && clock.nowMs() >= expiresAtMs))
        throw new LukouError('TOKEN_EXPIRED');
    },
    [Symbol.dispose]: () => {
      if (timer !== null) clearTimeout(timer);
      over.abort();
    },
  };
}
