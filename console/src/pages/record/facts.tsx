import type { ReactNode } from 'react';
import type { ShownRecordQuery } from '../../graphql/generated.ts';
import { useFormats, useLanguage, useWords } from '../../i18n/index.ts';
import { isPurpose, PURPOSES } from '../../session/index.ts';
import { Badge, CopyButton, Time } from '../../ui/index.ts';
import { recordWords } from './words.ts';

type ShownRecord = NonNullable<ShownRecordQuery['disclosureRecord']>;

/** Who asked, when and why, and how much was answered. */
export function Facts({ record }: { readonly record: ShownRecord }): ReactNode {
  const words = useWords(recordWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const { purpose, code, divisions } = record;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.recordedAt, <Time key="at" at={record.recordedAt} />],
    [words.stage, record.stage],
    [words.agency, record.agency],
    [words.role, record.role],
    [words.actor, record.actor === null ? null : <code key="actor">{record.actor}</code>],
    [words.purpose, purpose !== null && isPurpose(purpose) ? PURPOSES[purpose][language] : purpose],
    [words.caseReference, record.caseReference ?? <Badge key="case">{words.noCase}</Badge>],
    [words.breakGlass, record.breakGlass === null ? null : <Badge tone="deny">{record.breakGlass}</Badge>],
    [words.operation, record.operationName],
    [
      words.code,
      <Badge key="code" tone={code === 'OK' ? 'allow' : 'deny'}>
        {code}
      </Badge>,
    ],
    [words.rows, record.rowCount === null ? null : formats.number(record.rowCount)],
    [words.subjects, record.subjectCount === null ? null : formats.number(record.subjectCount)],
    [words.divisions, divisions === null ? words.allDivisions : divisions.join(', ')],
    [words.sensitivity, record.maxSensitivity],
    [words.recipient, record.recipient],
    [words.agreements, record.agreements?.length ? record.agreements.map(nameOf) : null],
    [words.resultHash, record.resultSha256 ? <Hash text={record.resultSha256} /> : null],
  ];
  return (
    <section className="panel" aria-labelledby="record-facts">
      <h2 id="record-facts">{words.facts}</h2>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <FactRow key={name} name={name}>
            {value}
          </FactRow>
        ))}
      </dl>
    </section>
  );
}

function nameOf(agreement: string): ReactNode {
  return (
    <div key={agreement}>
      <code>{agreement}</code>
    </div>
  );
}

function Hash({ text }: { readonly text: string }): ReactNode {
  return (
    <>
      <code>{text}</code> <CopyButton text={text} />
    </>
  );
}

function FactRow({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children ?? '—'}</dd>
    </>
  );
}
