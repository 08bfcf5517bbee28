import { type ReactNode, useState } from 'react';
import type { BreakGlassState, ReviewBrokenGlassMutation } from '../../graphql/generated.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { useSignedIn } from '../../session/index.ts';
import { PageLink } from '../../shell/index.ts';
import { Fact, reasonWords, roleWords, Time } from '../../ui/index.ts';
import type { ListedUse } from './listed-use.ts';
import { Review } from './review.tsx';
import { ReviewState } from './review-state.tsx';
import { breakGlassWords } from './words.ts';

type Receipt = NonNullable<ReviewBrokenGlassMutation['reviewBreakGlass']>;

/** One use: who opened what and why, what was asked, and its review. */
export function Use({
  use,
  onReviewed,
}: {
  readonly use: ListedUse;
  readonly onReviewed: (state: BreakGlassState) => void;
}): ReactNode {
  const words = useWords(breakGlassWords);
  const reasons = useWords(reasonWords);
  const roles = useWords(roleWords);
  const formats = useFormats();
  const { role, agency } = useSignedIn();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const { id, owner, actor, caseReference, openedAt, sessionEndsAt, fields, answerCount, reviewedAt } = use;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.state, <ReviewState key="state" use={use} />],
    [words.dueAt, <Time key="due" at={use.dueAt} />],
    [words.reason, use.reason && reasons[use.reason]],
    [words.caseReference, caseReference],
    [words.asker, [use.agency, use.role && roles[use.role], actor].filter((part) => part !== null).join(' ')],
    [words.owner, owner],
    [words.agreement, <code key="agreement">{use.agreement}</code>],
    [words.openedAt, <Time key="opened" at={openedAt} />],
    [words.sessionEndsAt, <Time key="ends" at={sessionEndsAt} />],
    [words.answers, answerCount === null ? null : formats.number(answerCount)],
    [words.reviewedAt, reviewedAt === null ? null : <Time key="reviewed" at={reviewedAt} />],
    [words.reviewer, use.reviewer === null ? null : <code key="reviewer">{use.reviewer}</code>],
    [words.note, use.note],
  ];
  const isForReview = use.state === 'OPEN' && id !== null;
  return (
    <div className="stack">
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ))}
      </dl>
      <section className="stack" aria-labelledby="break-glass-fields">
        <h3 id="break-glass-fields">{words.fields}</h3>
        <div>
          {(fields ?? []).map((field) => (
            <div key={field}>
              <code>{field}</code>
            </div>
          ))}
        </div>
        {openedAt !== null && (
          <PageLink
            to="disclosures"
            search={{
              breakGlass: 'yes',
              ...(actor !== null && { caller: actor }),
              ...(caseReference !== null && { caseReference }),
              from: formats.date(openedAt),
              to: formats.date(sessionEndsAt ?? openedAt),
            }}
          >
            {words.records}
          </PageLink>
        )}
      </section>
      <p role="status">
        {receipt?.log != null && words.recorded(receipt.log, formats.number(receipt.index))}
      </p>
      {isForReview && role === 'steward' && agency === owner && (
        <Review
          id={id}
          onReviewed={(now) => {
            setReceipt(now);
            onReviewed(now.state as BreakGlassState);
          }}
        />
      )}
      {isForReview && (role !== 'steward' || agency !== owner) && (
        <p className="soft">{words.forOwner(owner ?? '')}</p>
      )}
    </div>
  );
}
