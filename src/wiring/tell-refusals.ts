import type { Clock } from '../base/index.ts';

const LINES_A_MINUTE = 20;
const MINUTE_MS = 60_000;

/**
 * Tells the operator of refused questions, a line each, at most 20 a minute; the first line of the next minute says how
 * many were left out. A line holds the reason and the address, nothing of what was sent.
 */
export function createRefusalTeller(
  tell: (line: string) => void,
  clock: Clock,
): (reason: string, from: string) => void {
  let minuteFromMs = clock.nowMs();
  let told = 0;
  let leftOut = 0;
  return (reason, from) => {
    const nowMs = clock.nowMs();
    if (Math.abs(nowMs - minuteFromMs) >= MINUTE_MS) {
      if (leftOut > 0)
        tell(`refused: ${leftOut} more in the minute from ${new Date(minuteFromMs).toISOString()}`);
      minuteFromMs = nowMs;
      told = 0;
      leftOut = 0;
    }
    if (told >= LINES_A_MINUTE) {
      leftOut += 1;
      return;
    }
    told += 1;
    tell(`refused: ${reason} from ${from}`);
  };
}
