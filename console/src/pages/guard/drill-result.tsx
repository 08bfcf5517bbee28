import type { ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Badge } from '../../ui/index.ts';
import { drillWords } from './drill-words.ts';
import type { ListedDrill } from './listed-drill.ts';

/** Whether the drill passed. */
export function DrillResult({ drill: { passed } }: { readonly drill: ListedDrill }): ReactNode {
  const words = useWords(drillWords);
  if (passed === null) return null;
  return <Badge tone={passed ? 'allow' : 'deny'}>{passed ? words.passed : words.failed}</Badge>;
}
