import type { ReactNode } from 'react';
import type { ShownRecordQuery } from '../../graphql/generated.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { usePurposeName } from '../../session/index.ts';
import { Badge, CopiedCode, Fact, Panel, Time } from '../../ui/index.ts';
import { recordWords } from './words.ts';

type ShownRecord = NonNullable<ShownRecordQuery['disclosureRecord']>;

/** Who asked, when and why, and how much was answered. */
export function Facts({ record }: { readonly record: ShownRecord }): ReactNode {
  const words = useWords(recordWords);
  const formats = useFormats();
  const nameOfPurpose = usePurposeName();
  const { purpose, code, divisions } = record;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.recordedAt, <Time key="at" at={record.recordedAt} />],
    [words.stage, record.stage],
    [words.agency, record.agency],
    [words.role, record.role],
    [words.actor, record.actor === null ? null : <code key="actor">{record.actor}</code>],
    [words.purpose, purpose && nameOfPurpose(purpose)],
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
    [words.resultHash, record.resultSha256 ? <CopiedCode text={record.resultSha256} /> : null],
  ];
  return (
    <Panel title={words.facts}>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <Fact key={name} name={name}>
            {value ?? '—'}
          </Fact>
        ))}
      </dl>
    </Panel>
  );
}

function nameOf(agreement: string): ReactNode {
  return (
    <div key={agreement}>
      <code>{agreement}</code>
    </div>
  );
}
