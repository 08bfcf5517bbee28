import type { Decision } from '../agreement/index.ts';
import { describeStatistic } from '../masking/index.ts';

/** A decision as records write it: "allow", "mask:plate.region", "pointer", "statistic:10/5", "deny:NOT_GRANTED". */
export function describeDecision({ kind, mask, code, statistic }: Decision): string {
  if (kind === 'deny') return `deny:${code}`;
  if (kind === 'pointer') return 'pointer';
  if (statistic !== undefined) return describeStatistic(statistic);
  return mask === null ? 'allow' : `mask:${mask.fn}`;
}
