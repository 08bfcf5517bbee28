import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { useFormats, useWords } from '../i18n/index.ts';
import type { ChartProps } from './chart-props.ts';
import { ChoiceButtons } from './choice-buttons.tsx';
import { PlainTable } from './plain-table.tsx';
import { Empty, Loading } from './states.tsx';
import { uiWords } from './words.ts';

// The drawing library is loaded with the first chart.
const ChartCanvas = lazy(() => import('./chart-canvas.tsx'));

/** A chart that answers one question, with the table behind it. */
export function Chart(props: ChartProps): ReactNode {
  const { title, categories } = props;
  const words = useWords(uiWords);
  const titleId = useId();
  const [shown, show] = useState<'chart' | 'table'>('chart');
  return (
    <section className="panel" aria-labelledby={titleId}>
      <div className="page-head">
        <h2 id={titleId}>{title}</h2>
        <ChoiceButtons
          label={title}
          choices={[
            { value: 'chart', label: words.chart },
            { value: 'table', label: words.table },
          ]}
          chosen={shown}
          choose={show}
        />
      </div>
      {categories.length === 0 && <Empty />}
      {categories.length > 0 && shown === 'table' && <ChartTable {...props} />}
      {categories.length > 0 && shown === 'chart' && (
        <Suspense fallback={<Loading />}>
          <ChartCanvas {...props} />
        </Suspense>
      )}
    </section>
  );
}

function ChartTable({ title, axis, categories, series }: ChartProps): ReactNode {
  const formats = useFormats();
  return (
    <PlainTable label={title} heads={[axis, ...series.map(({ name }) => ({ name, align: 'end' as const }))]}>
      {categories.map((category, index) => (
        <tr key={category}>
          <th scope="row">{category}</th>
          {series.map(({ name, values }) => {
            const value = values[index] ?? null;
            return (
              <td key={name} data-align="end">
                {value === null ? '—' : formats.number(value)}
              </td>
            );
          })}
        </tr>
      ))}
    </PlainTable>
  );
}
