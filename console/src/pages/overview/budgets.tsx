import type { ReactNode } from 'react';
import type { OverviewQuery } from '../../graphql/generated.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Empty, measureWords } from '../../ui/index.ts';
import { Panel, Withheld } from './withheld.tsx';
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
        <div className="scroll" tabIndex={0} role="region" aria-label={words.budgets}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{words.agreement}</th>
                <th scope="col">{words.caller}</th>
                <th scope="col">{words.measure}</th>
                <th scope="col" data-align="end">
                  {words.used}
                </th>
                <th scope="col" data-align="end">
                  {words.allowed}
                </th>
              </tr>
            </thead>
            <tbody>
              {uses.nodes.map((use) => (
                <UseRow key={Object.values(use).join(' ')} use={use} />
              ))}
            </tbody>
          </table>
        </div>
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
