import { type ReactNode, useMemo } from 'react';
import type { OverviewQuery } from '../../graphql/generated.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { usePurposeName } from '../../session/index.ts';
import type { Span } from '../../time/index.ts';
import { Chart, type Series } from '../../ui/index.ts';
import { fillHours } from './span.ts';
import { Withheld } from './withheld.tsx';
import { denialWords, overviewWords } from './words.ts';

type Counts = OverviewQuery['agencies'];

/** As many bars as can be told apart; the table of a chart has no more. */
const MOST_BARS = 15;

/** Who asked, for what, when, and why not: a chart for each. */
export function CountCharts({
  data,
  during,
}: {
  readonly data: OverviewQuery;
  readonly during: Span;
}): ReactNode {
  const words = useWords(overviewWords);
  const denials: Readonly<Record<string, string>> = useWords(denialWords);
  const purposeName = usePurposeName();
  const nameOfAgency = (key: string): string => (key === 'public' ? words.publicAgency : key);
  const nameOfPurpose = (key: string): string => (key === 'none' ? words.noPurpose : purposeName(key));
  return (
    <>
      <OverTime counts={data.hours} during={during} />
      <div className="columns">
        <Bars title={words.byAgency} axis={words.agency} counts={data.agencies} nameOf={nameOfAgency} />
        <Bars title={words.byPurpose} axis={words.purpose} counts={data.purposes} nameOf={nameOfPurpose} />
        <Bars title={words.byField} axis={words.field} counts={data.fields} />
        <Bars
          title={words.byDenial}
          axis={words.denial}
          counts={data.denials}
          nameOf={(key) => denials[key] ?? key}
        />
      </div>
    </>
  );
}

function OverTime({ counts, during }: { readonly counts: Counts; readonly during: Span }): ReactNode {
  const words = useWords(overviewWords);
  const formats = useFormats();
  const { from, to } = during;
  const steps = useMemo(() => fillHours(counts ?? [], { from, to }), [counts, from, to]);
  const categories = useMemo(
    () => steps.map(({ at }) => formats.dateTime(at).slice(5, 16)),
    [steps, formats],
  );
  const series = useMemo(
    (): readonly Series[] => [
      { name: words.answers, values: steps.map(({ answers }) => answers) },
      { name: words.refusals, values: steps.map(({ refusals }) => refusals), tone: 'deny' },
    ],
    [steps, words],
  );
  if (!counts) return <Withheld title={words.overTime} />;
  return (
    <Chart title={words.overTime} kind="line" axis={words.time} categories={categories} series={series} />
  );
}

function Bars({
  title,
  axis,
  counts,
  nameOf = same,
}: {
  readonly title: string;
  readonly axis: string;
  readonly counts: Counts;
  readonly nameOf?: (key: string) => string;
}): ReactNode {
  const words = useWords(overviewWords);
  const shown = useMemo(() => (counts ?? []).slice(0, MOST_BARS), [counts]);
  const categories = shown.map(({ key }) => nameOf(key ?? ''));
  const series: readonly Series[] = [
    { name: words.answers, values: shown.map(({ answers }) => answers) },
    { name: words.refusals, values: shown.map(({ refusals }) => refusals), tone: 'deny' },
  ];
  if (!counts) return <Withheld title={title} />;
  return (
    <Chart
      title={title}
      kind="stacked"
      axis={axis}
      categories={categories}
      series={series}
      isHorizontal
      height={60 + shown.length * 26}
    />
  );
}

const same = (key: string): string => key;
