import { type ReactNode, useCallback, useMemo } from 'react';
import { NewestRecordDocument, type NewestRecordQuery } from '../../graphql/generated.ts';
import { useQuestion } from '../../graphql/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Proof, type ProvedRecord, verifyRecord } from '../../proof/index.ts';
import { useStated } from '../../session/index.ts';
import { PageLink } from '../../shell/index.ts';
import { Answered, Empty } from '../../ui/index.ts';
import type { ListedLog } from './listed-log.ts';
import { logWords } from './words.ts';

/** Proves the newest record of a log, and links to its page. */
export function NewestRecord({
  log,
  name,
  index,
}: {
  readonly log: ListedLog;
  readonly name: string;
  readonly index: number;
}): ReactNode {
  const words = useWords(logWords);
  const formats = useFormats();
  const question = useQuestion(NewestRecordDocument, { log: name, index }, useStated());
  return (
    <div className="stack">
      <h3>{words.newest(formats.number(index))}</h3>
      <Answered question={question}>
        {({ data }) => <Proved log={log} record={data.disclosureRecord} />}
      </Answered>
      <p>
        <PageLink to={`disclosures/${name}/${index}`}>
          {words.openRecord(name, formats.number(index))}
        </PageLink>
      </p>
    </div>
  );
}

function Proved({
  log,
  record,
}: {
  readonly log: ListedLog;
  readonly record: NewestRecordQuery['disclosureRecord'];
}): ReactNode {
  const words = useWords(logWords);
  const proved = useMemo(() => provedOf(log, record), [log, record]);
  return proved === null ? <Empty>{words.notGranted}</Empty> : <RecordSteps proved={proved} />;
}

function RecordSteps({ proved }: { readonly proved: ProvedRecord }): ReactNode {
  const words = useWords(logWords);
  const verify = useCallback(() => verifyRecord(proved), [proved]);
  return <Proof verify={verify} whole={words.recordHolds} broken={words.recordBroken} />;
}

/** What can be proved of a record; null where something of it was not granted. */
function provedOf(log: ListedLog, record: NewestRecordQuery['disclosureRecord']): ProvedRecord | null {
  if (record === null || log.keys === null) return null;
  const { index, recordedAt, leafHash, leaf, origin, proof } = record;
  if (index === null || leafHash === null || leaf === null || origin === null || proof === null) return null;
  return {
    index,
    shown: { recordedAt },
    leafHash,
    leaf,
    origin,
    proof,
    keys: log.keys.map(({ vkey }) => vkey),
    witnesses: (log.witnesses ?? []).map(({ vkey }) => vkey),
  };
}
