import { type ReactNode, useMemo } from 'react';
import { type Decision, DecisionBadge, decisionOf } from '../ui/index.ts';

// What was withheld comes first: a narrow column cuts off the end.
const ORDER: readonly Decision[] = ['deny', 'mask', 'pointer', 'statistic', 'allow'];

/** How many fields of a record were decided how. */
export function DecisionCounts({
  fields,
}: {
  readonly fields: readonly { readonly decision: string }[];
}): ReactNode {
  const counts = useMemo(() => {
    const found = new Map<Decision, number>();
    for (const { decision } of fields) {
      const kind = decisionOf(decision);
      found.set(kind, (found.get(kind) ?? 0) + 1);
    }
    return found;
  }, [fields]);
  if (counts.size === 0) return '—';
  return ORDER.filter((kind) => counts.has(kind)).map((kind) => (
    <span key={kind}>
      <DecisionBadge decision={kind} count={counts.get(kind) ?? 0} />{' '}
    </span>
  ));
}
