import { type ReactNode, useCallback } from 'react';
import { useFormats, useWords } from '../../i18n/index.ts';
import { ProofList, ProofVerdict, useSteps, verifyHead } from '../../proof/index.ts';
import { CopyButton, Empty, Loading, Time } from '../../ui/index.ts';
import type { ListedLog } from './listed-log.ts';
import { NewestRecord } from './newest-record.tsx';
import { logWords } from './words.ts';

/** One log: its head against its key, and its newest record against its head. */
export function LogPanel({ log }: { readonly log: ListedLog }): ReactNode {
  const words = useWords(logWords);
  const formats = useFormats();
  const { name, size, head, origin, keys, writtenAt, prunedTo, closedAt } = log;
  const titleId = `log-${name}`;
  const isTold = name !== null && origin !== null && size !== null && keys !== null;
  return (
    <section className="panel" aria-labelledby={titleId}>
      <h2 id={titleId}>{words.log(name ?? '')}</h2>
      <dl className="facts">
        <dt>{words.size}</dt>
        <dd>{size === null ? '—' : formats.number(size)}</dd>
        <dt>{words.writtenAt}</dt>
        <dd>
          <Time at={writtenAt} />
        </dd>
        {(keys ?? []).map(({ vkey }) => (
          <KeyFact key={vkey} vkey={vkey} />
        ))}
      </dl>
      {(prunedTo ?? 0) > 0 && <p className="soft">{words.pruned(formats.number(prunedTo ?? 0))}</p>}
      {closedAt !== null && <p className="soft">{words.closed}</p>}
      {(!isTold || head === null) && <Empty>{words.noHead}</Empty>}
      {isTold && head !== null && (
        <div className="columns">
          <div className="stack">
            <h3>{words.head}</h3>
            <HeadSteps told={{ head, origin, size, keys }} />
          </div>
          {size > 0 && <NewestRecord log={log} name={name} index={size - 1} />}
        </div>
      )}
    </section>
  );
}

function KeyFact({ vkey }: { readonly vkey: string }): ReactNode {
  const words = useWords(logWords);
  return (
    <>
      <dt>{words.key}</dt>
      <dd>
        <code>{vkey}</code> <CopyButton text={vkey} />
      </dd>
    </>
  );
}

function HeadSteps({
  told,
}: {
  readonly told: { readonly head: string; readonly origin: string; readonly size: number } & Pick<
    ListedLog,
    'keys'
  >;
}): ReactNode {
  const words = useWords(logWords);
  const { head, origin, size, keys } = told;
  const verify = useCallback(
    () => verifyHead({ head, origin, size, keys: (keys ?? []).map(({ vkey }) => vkey) }),
    [head, origin, size, keys],
  );
  const steps = useSteps(verify);
  if (steps === null) return <Loading />;
  return (
    <>
      <ProofVerdict steps={steps} whole={words.headHolds} broken={words.headBroken} />
      <ProofList steps={steps} />
    </>
  );
}
