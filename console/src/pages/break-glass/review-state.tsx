import type { ReactNode } from 'react';
import type { BreakGlassState } from '../../graphql/generated.ts';
import { useWords } from '../../i18n/index.ts';
import { Badge, type Tone } from '../../ui/index.ts';
import type { ListedUse } from './listed-use.ts';
import { breakGlassWords, reviewWords } from './words.ts';

const TONES: Readonly<Record<BreakGlassState, Tone>> = {
  OPEN: 'mask',
  JUSTIFIED: 'allow',
  UNJUSTIFIED: 'deny',
};

/** What the review says, and whether it is late. */
export function ReviewState({ use: { state, overdue } }: { readonly use: ListedUse }): ReactNode {
  const words = useWords(breakGlassWords);
  const reviews = useWords(reviewWords);
  if (state === null) return null;
  return (
    <>
      <Badge tone={TONES[state]}>{reviews[state]}</Badge>{' '}
      {overdue === true && <Badge tone="deny">{words.isOverdue}</Badge>}
    </>
  );
}
