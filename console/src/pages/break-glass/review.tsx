import { type ReactNode, useState } from 'react';
import {
  type BreakGlassVerdict,
  ReviewBrokenGlassDocument,
  type ReviewBrokenGlassMutation,
} from '../../graphql/generated.ts';
import { ask, refusalOf } from '../../graphql/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useStated } from '../../session/index.ts';
import { ActForm, type ActGrounds } from '../../ui/index.ts';
import { breakGlassWords, reviewWords } from './words.ts';

/** Says whether it was right to break the glass, once. The gateway refuses whoever broke it, and whoever does not own the data. */
export function Review({
  id,
  onReviewed,
}: {
  readonly id: string;
  readonly onReviewed: (receipt: NonNullable<ReviewBrokenGlassMutation['reviewBreakGlass']>) => void;
}): ReactNode {
  const words = useWords(breakGlassWords);
  const reviews = useWords(reviewWords);
  const stated = useStated();
  const [verdict, setVerdict] = useState<BreakGlassVerdict>('JUSTIFIED');
  const review = async (grounds: ActGrounds): Promise<void> => {
    const answer = await ask(ReviewBrokenGlassDocument, { id, verdict, ...grounds }, stated);
    const { reviewBreakGlass: receipt } = answer.data;
    if (receipt === null) throw refusalOf(answer);
    onReviewed(receipt);
  };
  return (
    <ActForm title={words.review} noteHint={words.noteHint} take={words.take} onAct={review}>
      <label className="field">
        <span>{words.verdict}</span>
        <select value={verdict} onChange={({ target }) => setVerdict(target.value as BreakGlassVerdict)}>
          <option value="JUSTIFIED">{reviews.JUSTIFIED}</option>
          <option value="UNJUSTIFIED">{reviews.UNJUSTIFIED}</option>
        </select>
      </label>
    </ActForm>
  );
}
