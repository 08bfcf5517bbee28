import type { ReactNode } from 'react';
import type { ShownRecordQuery } from '../../graphql/generated.ts';
import { useFormats, useLanguage, useWords } from '../../i18n/index.ts';
import { STAGES } from '../../records/index.ts';
import { usePurposeName } from '../../session/index.ts';
import {
  Badge,
  CopiedCode,
  Fact,
  Panel,
  reasonWords,
  roleWords,
  sensitivityWords,
  Time,
} from '../../ui/index.ts';
import { recordWords } from './words.ts';

type ShownRecord = NonNullable<ShownRecordQuery['disclosureRecord']>;

/** Who asked, when and why, and how much was answered. */
export function Facts({ record }: { readonly record: ShownRecord }): ReactNode {
  const words = useWords(recordWords);
  const roles = useWords(roleWords);
  const reasons = useWords(reasonWords);
  const levels: Readonly<Record<string, string>> = useWords(sensitivityWords);
  const { language } = useLanguage();
  const formats = useFormats();
  const nameOfPurpose = usePurposeName();
  const { stage, role, purpose, breakGlass, code, divisions, maxSensitivity } = record;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.recordedAt, <Time key="at" at={record.recordedAt} />],
    [words.stage, stage && STAGES[stage][language]],
    [words.agency, record.agency],
    [words.role, role && roles[role]],
    [words.actor, record.actor === null ? null : <code key="actor">{record.actor}</code>],
    [words.purpose, purpose && nameOfPurpose(purpose)],
    [words.caseReference, record.caseReference ?? <Badge key="case">{words.noCase}</Badge>],
    [words.breakGlass, breakGlass && <Badge tone="deny">{reasons[breakGlass]}</Badge>],
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
    [words.sensitivity, maxSensitivity && (levels[maxSensitivity] ?? maxSensitivity)],
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
