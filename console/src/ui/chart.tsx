import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { useFormats, useWords } from '../i18n/index.ts';
import { uiWords } from './words.ts';
import { Empty, Loading } from './states.tsx';
import type { ChartProps } from './chart-props.ts';

// The drawing library is loaded with the first chart.
const ChartCanvas = lazy(() => import('./chart-canvas.tsx'));

/** A chart that answers one question, with the table behind it. */
export function Chart(props: ChartProps): ReactNode {
  const { title, categories } = props;
  const words = useWords(uiWords);
  const titleId = useId();
  const [isTable, setTable] = useState(false);
  return (
    <section className="panel" aria-labelledby={titleId}>
      <div className="page-head">
        <h2 id={titleId}>{title}</h2>
        <div className="row">
          <button type="button" className="button" aria-pressed={!isTable} onClick={() => setTable(false)}>
            {words.chart}
          </button>
          <button type="button" className="button" aria-pressed={isTable} onClick={() => setTable(true)}>
            {words.table}
          </button>
        </div>
      </div>
      {categories.length === 0 && <Empty />}
      {categories.length > 0 && isTable && <ChartTable {...props} />}
      {categories.length > 0 && !isTable && (
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
    <div className="scroll" tabIndex={0} role="region" aria-label={title}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{axis}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col" data-align="end">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </div>
  );
}
