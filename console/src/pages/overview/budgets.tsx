import type { ReactNode } from 'react';
import type { OverviewQuery } from '../../graphql/generated.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Empty, measureWords, Panel, PlainTable } from '../../ui/index.ts';
import { Withheld } from './withheld.tsx';
import { overviewWords } from './words.ts';

type Use = NonNullable<OverviewQuery['budgetUse']>['nodes'][number];

/** What was used today of each budget, beside what is allowed. */
export function Budgets({ uses }: { readonly uses: OverviewQuery['budgetUse'] }): ReactNode {
  const words = useWords(overviewWords);
  if (!uses) return <Withheld title={words.budgets} />;
  return (
    <Panel title={words.budgets}>
      {uses.nodes.length === 0 ? (
        <Empty>{words.nothing}</Empty>
      ) : (
        <PlainTable
          label={words.budgets}
          heads={[
            words.agreement,
            words.caller,
            words.measure,
            { name: words.used, align: 'end' },
            { name: words.allowed, align: 'end' },
          ]}
        >
          {uses.nodes.map((use) => (
            <UseRow key={Object.values(use).join(' ')} use={use} />
          ))}
        </PlainTable>
      )}
    </Panel>
  );
}

function UseRow({ use }: { readonly use: Use }): ReactNode {
  const words = useWords(overviewWords);
  const measures: Readonly<Record<string, string>> = useWords(measureWords);
  const formats = useFormats();
  const { agreement, clause, agency, actor, measure, used, allowed } = use;
  return (
    <tr>
      <th scope="row">
        <code>{[agreement, clause].filter(Boolean).join('#')}</code>
      </th>
      <td>
        {agency} <code className="soft">{actor}</code>
      </td>
      <td>{measures[measure ?? ''] ?? measure}</td>
      <td data-align="end">
        {used === null ? '—' : formats.number(used)}
        {used !== null && allowed !== null && (
          <meter
            aria-label={words.budgets}
            min={0}
            max={Math.max(allowed, 1)}
            value={used}
            high={0.8 * allowed}
            optimum={0}
          />
        )}
      </td>
      <td data-align="end">{allowed === null ? words.unbounded : formats.number(allowed)}</td>
    </tr>
  );
}
