import { type ReactNode, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { PageHead } from '../../ui/index.ts';
import { type AskedSubject, SubjectForm } from './subject-form.tsx';
import { SubjectRecords } from './subject-records.tsx';
import { subjectWords } from './words.ts';

/** Who looked at one vehicle or person. What is asked about is never in the address: it is nobody else's to see. */
export default function SubjectPage(): ReactNode {
  const words = useWords(subjectWords);
  const [asked, setAsked] = useState<{ readonly of: AskedSubject; readonly times: number } | null>(null);
  return (
    <div className="page">
      <PageHead title={words.title} about={words.about} />
      <SubjectForm onAsk={(of) => setAsked((before) => ({ of, times: (before?.times ?? 0) + 1 }))} />
      {/* Anew for each question: one person's records never stand under another's name. */}
      {asked !== null && <SubjectRecords key={asked.times} asked={asked.of} />}
    </div>
  );
}
