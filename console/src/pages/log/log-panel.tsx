import { type ReactNode, useCallback } from 'react';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Proof, verifyHead } from '../../proof/index.ts';
import { CopiedCode, Empty, Fact, Panel, Time } from '../../ui/index.ts';
import type { ListedLog } from './listed-log.ts';
import { NewestRecord } from './newest-record.tsx';
import { logWords } from './words.ts';

// What was written a second ago is about to be searchable, and no news.
const LATE_MS = 10_000;

/** One log: its head against its key, and its newest record against its head. */
export function LogPanel({ log }: { readonly log: ListedLog }): ReactNode {
  const words = useWords(logWords);
  const formats = useFormats();
  const { name, size, head, origin, keys, writtenAt, derivedTo, waitingSince, prunedTo, closedAt } = log;
  const isTold = name !== null && origin !== null && size !== null && keys !== null;
  return (
    <Panel title={words.log(name ?? '')}>
      <dl className="facts">
        <Fact name={words.size}>{size === null ? '—' : formats.number(size)}</Fact>
        <Fact name={words.writtenAt}>
          <Time at={writtenAt} />
        </Fact>
        {waitingSince !== null && Date.now() - Date.parse(waitingSince) > LATE_MS && (
          <Fact name={words.waiting(formats.number((size ?? 0) - (derivedTo ?? 0)))}>
            <Time at={waitingSince} />
          </Fact>
        )}
        {(keys ?? []).map(({ vkey }) => (
          <Fact key={vkey} name={words.key}>
            <CopiedCode text={vkey} />
          </Fact>
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
    </Panel>
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
  return <Proof verify={verify} whole={words.headHolds} broken={words.headBroken} />;
}
