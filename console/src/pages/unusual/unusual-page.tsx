import { type ReactNode, useState } from 'react';
import { UnusualBoardDocument } from '../../graphql/generated.ts';
import { useQuestion } from '../../graphql/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useStated } from '../../session/index.ts';
import { lastDays } from '../../time/index.ts';
import { Answered, Denied, useUrlState } from '../../ui/index.ts';
import { Findings } from './findings.tsx';
import { UNUSUAL_KINDS, unusualKindWords, unusualWords } from './words.ts';

const DEFAULTS = { days: '7' };
const CHOICES = ['1', '7', '31'];

/** Whose access was more than the threshold of its role: four rules, in one question and so in one record. */
export default function UnusualPage(): ReactNode {
  const words = useWords(unusualWords);
  const kinds = useWords(unusualKindWords);
  const [state, change] = useUrlState(DEFAULTS);
  // Of the moment when the page was opened: a span that moves would ask again and again.
  const [openedAtMs] = useState(() => Date.now());
  const shown = CHOICES.includes(state.days) ? state.days : DEFAULTS.days;
  const during = lastDays(Number(shown), openedAtMs);
  const question = useQuestion(UnusualBoardDocument, { during }, useStated());
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="soft">{words.about}</p>
        </div>
        <div className="row" role="group" aria-label={words.span}>
          {CHOICES.map((days) => (
            <button
              key={days}
              type="button"
              className="button"
              aria-pressed={days === shown}
              onClick={() => change({ days })}
            >
              {words.days(days)}
            </button>
          ))}
        </div>
      </div>
      <Answered question={question}>
        {({ data, errors }) => (
          <>
            {UNUSUAL_KINDS.map((kind) => {
              const found = data[kind];
              return (
                <section key={kind} className="panel" aria-labelledby={`unusual-${kind}`}>
                  <div className="stack">
                    <h2 id={`unusual-${kind}`}>{kinds[kind]}</h2>
                    <p className="soft small">{words[kind]}</p>
                  </div>
                  {found === null ? (
                    <Denied errors={errors} />
                  ) : (
                    <Findings kind={kind} findings={found} during={during} />
                  )}
                </section>
              );
            })}
          </>
        )}
      </Answered>
    </div>
  );
}
