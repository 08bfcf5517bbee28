import type { ReactNode } from 'react';
import type { ShownRecordQuery } from '../../graphql/generated.ts';
import type { Answer } from '../../graphql/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Badge, Empty, Panel, PlainTable } from '../../ui/index.ts';
import { recordWords } from './words.ts';

type Replayed = NonNullable<ShownRecordQuery['disclosureRecord']>['replay'];

/** What the policy that a record names decides today, step by step beside what the record says. */
export function Replay({
  replay,
  answer: { disclosure, errors },
}: {
  readonly replay: Replayed;
  readonly answer: Pick<Answer<ShownRecordQuery>, 'disclosure' | 'errors'>;
}): ReactNode {
  const words = useWords(recordWords);
  const isWithheld = disclosure.some(({ path }) => path.at(-1) === 'replay');
  const failed = errors.find(({ path }) => path?.at(-1) === 'replay')?.extensions?.['code'];
  return (
    <Panel title={words.replay}>
      <p className="soft">{words.replayAbout}</p>
      {replay !== null && <Steps replay={replay} />}
      {replay === null && isWithheld && <Empty>{words.replayWithheld}</Empty>}
      {replay === null && !isWithheld && (
        <Empty>{typeof failed === 'string' ? words.replayFailed(failed) : words.replayNothing}</Empty>
      )}
    </Panel>
  );
}

function Steps({ replay }: { readonly replay: NonNullable<Replayed> }): ReactNode {
  const words = useWords(recordWords);
  const formats = useFormats();
  const { policyDigest, recordedGrantDigest, replayedGrantDigest, decisions } = replay;
  const steps: readonly StepProps[] = [
    { name: words.policyStep, recorded: policyDigest, replayed: policyDigest },
    { name: words.grantStep, recorded: recordedGrantDigest, replayed: replayedGrantDigest },
    ...decisions.map(({ coordinate, recorded, recordedRule, replayed, replayedRule }) => ({
      name: <code>{coordinate}</code>,
      recorded: `${recorded} · ${recordedRule}`,
      replayed: `${replayed} · ${replayedRule}`,
    })),
  ];
  // Said by the gateway, and seen here step by step.
  const isIdentical = replay.isIdentical && steps.every(({ recorded, replayed }) => recorded === replayed);
  return (
    <>
      <p role="status" data-record="replay">
        <Badge tone={isIdentical ? 'allow' : 'deny'}>
          {isIdentical ? words.replaySame(formats.number(decisions.length)) : words.replayOther}
        </Badge>
      </p>
      <PlainTable label={words.replay} heads={[words.step, words.recorded, words.replayed, words.outcome]}>
        {steps.map((step, index) => (
          // Steps have no other name than their place: a record may decide about a field several times.
          <Step key={index} {...step} />
        ))}
      </PlainTable>
    </>
  );
}

interface StepProps {
  readonly name: ReactNode;
  readonly recorded: string;
  readonly replayed: string;
}

function Step({ name, recorded, replayed }: StepProps): ReactNode {
  const words = useWords(recordWords);
  const isSame = recorded === replayed;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <code className="small">{recorded}</code>
      </td>
      <td>
        <code className="small">{isSame ? '=' : replayed}</code>
      </td>
      <td>
        <Badge tone={isSame ? 'allow' : 'deny'}>{isSame ? words.same : words.other}</Badge>
      </td>
    </tr>
  );
}
