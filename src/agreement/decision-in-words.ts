import { describeMask, describeStatistic } from '../masking/index.ts';
import type { Decision } from './grant.ts';

/** A decision as people read it, with the parameters of its mask: "allow", "mask:time.bucket(PT1H)", "statistic:10/5", "pointer" or "deny". */
export function decisionInWords({ kind, mask, statistic }: Decision): string {
  if (statistic !== undefined) return describeStatistic(statistic);
  return mask === null ? kind : `mask:${describeMask(mask)}`;
}
