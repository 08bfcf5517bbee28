import type { ReactNode } from 'react';
import { UnusualBoardDocument } from '../../graphql/generated.ts';
import { useQuestion } from '../../graphql/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useStated } from '../../session/index.ts';
import { Answered, Denied, PageHead, Panel, useSpanChoice } from '../../ui/index.ts';
import { Findings } from './findings.tsx';
import { UNUSUAL_KINDS, unusualKindWords, unusualWords } from './words.ts';

/** Whose access was more than the threshold of its role: four rules, in one question and so in one record. */
export default function UnusualPage(): ReactNode {
  const words = useWords(unusualWords);
  const kinds = useWords(unusualKindWords);
  const [during, spanChoice] = useSpanChoice();
  const question = useQuestion(UnusualBoardDocument, { during }, useStated());
  return (
    <div className="page">
      <PageHead title={words.title} about={words.about}>
        {spanChoice}
      </PageHead>
      <Answered question={question}>
        {({ data, errors }) => (
          <>
            {UNUSUAL_KINDS.map((kind) => {
              const found = data[kind];
              return (
                <Panel key={kind} title={kinds[kind]}>
                  <p className="soft small">{words[kind]}</p>
                  {found === null ? (
                    <Denied errors={errors} />
                  ) : (
                    <Findings kind={kind} findings={found} during={during} />
                  )}
                </Panel>
              );
            })}
          </>
        )}
      </Answered>
    </div>
  );
}
