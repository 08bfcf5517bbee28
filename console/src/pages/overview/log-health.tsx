import type { ReactNode } from 'react';
import type { OverviewQuery } from '../../graphql/generated.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Badge, Empty, Panel, PlainTable, Time } from '../../ui/index.ts';
import { Withheld } from './withheld.tsx';
import { overviewWords } from './words.ts';

type Log = NonNullable<OverviewQuery['logs']>[number];

/** Each log: how large, when it was written last, and how much of it others have seen. */
export function LogHealth({ logs }: { readonly logs: OverviewQuery['logs'] }): ReactNode {
  const words = useWords(overviewWords);
  const formats = useFormats();
  if (!logs) return <Withheld title={words.logHealth} />;
  return (
    <Panel title={words.logHealth}>
      <PlainTable
        label={words.logHealth}
        heads={[words.log, { name: words.size, align: 'end' }, words.lastHead, words.witnesses, words.state]}
      >
        {logs.map((log) => (
          <tr key={log.name}>
            <th scope="row">{log.name}</th>
            <td data-align="end">{log.size === null ? '—' : formats.number(log.size)}</td>
            <td>
              <Time at={log.writtenAt} />
            </td>
            <td>{(log.witnesses ?? []).map(({ name }) => name).join(', ') || '—'}</td>
            <td>
              <LogState log={log} />
            </td>
          </tr>
        ))}
      </PlainTable>
      {logs.length === 0 && <Empty />}
    </Panel>
  );
}

function LogState({ log }: { readonly log: Log }): ReactNode {
  const words = useWords(overviewWords);
  const formats = useFormats();
  const { size, quorum, witnessedSize, closedAt, prunedTo } = log;
  const behind = (size ?? 0) - (witnessedSize ?? 0);
  return (
    <span className="row">
      {quorum === null && <Badge>{words.noWitness}</Badge>}
      {quorum !== null && behind === 0 && <Badge tone="allow">{words.witnessed}</Badge>}
      {quorum !== null && behind > 0 && <Badge tone="mask">{words.behind(formats.number(behind))}</Badge>}
      {closedAt !== null && <Badge>{words.closed}</Badge>}
      {(prunedTo ?? 0) > 0 && <Badge>{words.pruned(formats.number(prunedTo ?? 0))}</Badge>}
    </span>
  );
}
