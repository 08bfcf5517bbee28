import type { ReactNode } from 'react';
import type { OverviewQuery } from '../../graphql/generated.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Empty, gateWords, incidentWords, Panel, PlainTable } from '../../ui/index.ts';
import { Withheld } from './withheld.tsx';
import { overviewWords } from './words.ts';

/** What each gate of the guard stopped, and what became of it. */
export function GuardCounts({
  counts,
}: {
  readonly counts: OverviewQuery['guardIncidentCounts'];
}): ReactNode {
  const words = useWords(overviewWords);
  const gates = useWords(gateWords);
  const states = useWords(incidentWords);
  const formats = useFormats();
  if (!counts) return <Withheld title={words.guard} />;
  return (
    <Panel title={words.guard}>
      {counts.length === 0 ? (
        <Empty>{words.nothing}</Empty>
      ) : (
        <PlainTable heads={[words.gate, words.state, { name: words.count, align: 'end' }]}>
          {counts.map(({ gate, state, incidents }) => (
            <tr key={`${gate} ${state}`}>
              <th scope="row">{gates[gate]}</th>
              <td>{states[state]}</td>
              <td data-align="end">{formats.number(incidents)}</td>
            </tr>
          ))}
        </PlainTable>
      )}
    </Panel>
  );
}
