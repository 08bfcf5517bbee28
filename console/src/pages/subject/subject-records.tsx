import { type ReactNode, useMemo } from 'react';
import { RecordsOfSubjectDocument } from '../../graphql/generated.ts';
import { moreOf, useListQuestion } from '../../graphql/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { RecordTable } from '../../records/index.ts';
import { useStated } from '../../session/index.ts';
import { duringDays } from '../../time/index.ts';
import { Answered, Denied, Empty } from '../../ui/index.ts';
import type { AskedSubject } from './subject-form.tsx';
import { subjectWords } from './words.ts';

/** The records that tell about one subject, newest first. */
export function SubjectRecords({ asked }: { readonly asked: AskedSubject }): ReactNode {
  const words = useWords(subjectWords);
  const formats = useFormats();
  const { kind, value, caseReference, from, to } = asked;
  const during = useMemo(() => duringDays({ from, to }), [from, to]);
  const { purpose } = useStated();
  const question = useListQuestion(
    RecordsOfSubjectDocument,
    { kind, value, during, first: 100 },
    { purpose, caseReference, pageOf: (data) => data.disclosuresOfSubject },
  );
  return (
    <section className="stack" aria-labelledby="subject-found">
      <h2 id="subject-found">{words.found(value)}</h2>
      <Answered question={question}>
        {({ rows, denied, receipt }) => {
          if (denied !== null) return <Denied errors={denied} />;
          return (
            <>
              {receipt !== null && (
                <p className="small soft" role="status">
                  {words.recorded(formats.number(receipt.index))}
                </p>
              )}
              {rows.length === 0 ? (
                <Empty>{words.nobody}</Empty>
              ) : (
                <RecordTable label={words.found(value)} rows={rows} {...moreOf(question)} />
              )}
            </>
          );
        }}
      </Answered>
    </section>
  );
}
