import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { ShownRecordDocument, type ShownRecordQuery } from '../../graphql/generated.ts';
import { type Answer, useQuestion } from '../../graphql/index.ts';
import { useWords } from '../../i18n/index.ts';
import type { ProvedRecord } from '../../proof/index.ts';
import { useStated } from '../../session/index.ts';
import { PageLink } from '../../shell/index.ts';
import { Answered, Empty, PageHead, Panel } from '../../ui/index.ts';
import { Decisions } from './decisions.tsx';
import { Facts } from './facts.tsx';
import { ProofSteps } from './proof-steps.tsx';
import { Replay } from './replay.tsx';
import './record.css';
import { recordWords } from './words.ts';

/** One record: who saw what, why, under which clause, and that it stands in the log. */
export default function RecordPage(): ReactNode {
  const words = useWords(recordWords);
  const { log = '', index = '' } = useParams({ strict: false }) as Readonly<Record<string, string>>;
  const isPlace = /^\d{1,9}$/.test(index);
  const question = useQuestion(
    ShownRecordDocument,
    { log, index: Number(index) },
    { ...useStated(), enabled: isPlace },
  );
  return (
    <div className="page">
      <PageHead back={<PageLink to="disclosures">{words.back}</PageLink>} title={words.title(log, index)} />
      {isPlace ? (
        <Answered question={question}>{(answer) => <Shown answer={answer} />}</Answered>
      ) : (
        <Empty>{words.absent}</Empty>
      )}
    </div>
  );
}

function Shown({ answer }: { readonly answer: Answer<ShownRecordQuery> }): ReactNode {
  const words = useWords(recordWords);
  const { data } = answer;
  const record = data.disclosureRecord;
  const proved = useMemo(() => provedOf(data), [data]);
  if (record === null) return <Empty>{words.absent}</Empty>;
  return (
    <>
      <Facts record={record} />
      <Decisions fields={record.fields} />
      <Replay replay={record.replay} answer={answer} />
      <Panel title={words.proof}>
        <p className="soft">{words.proofAbout}</p>
        {proved === null ? <Empty>{words.unproved}</Empty> : <ProofSteps record={proved} />}
      </Panel>
    </>
  );
}

/** What can be proved of an answer; null where something of it was not granted or is not signed yet. */
function provedOf({ disclosureRecord: record, logs }: ShownRecordQuery): ProvedRecord | null {
  if (record === null) return null;
  const { index, leafHash, leaf, proof, origin, log } = record;
  const found = logs?.find(({ name }) => name === log);
  if (index === null || leafHash === null || leaf === null || proof === null) return null;
  if (origin === null || !found?.keys) return null;
  const keys = found.keys.map(({ vkey }) => vkey);
  const witnesses = (found.witnesses ?? []).map(({ vkey }) => vkey);
  return { index, shown: record, leafHash, leaf, proof, origin, keys, witnesses };
}
