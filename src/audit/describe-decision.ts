import type { Decision } from '../agreement/index.ts';

/** A decision as records write it: "allow", "mask:plate.region", "deny:NOT_GRANTED". */
export function describeDecision({ kind, mask, code }: Decision): string {
  if (kind === 'deny') return `deny:${code}`;
  return mask === null ? 'allow' : `mask:${mask.fn}`;
}
