import type { ReactNode } from 'react';
import { type OverviewQuery, OverviewDocument } from '../../graphql/generated.ts';
import { useQuestion } from '../../graphql/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { useStated } from '../../session/index.ts';
import type { Span } from '../../time/index.ts';
import { Answered, PageHead, Stat, Stats, useSpanChoice } from '../../ui/index.ts';
import { Budgets } from './budgets.tsx';
import { CountCharts } from './count-charts.tsx';
import { GuardCounts } from './guard-counts.tsx';
import { LogHealth } from './log-health.tsx';
import { overviewWords } from './words.ts';

/** Everything at a glance, in one question and so in one record. */
export default function OverviewPage(): ReactNode {
  const words = useWords(overviewWords);
  const [during, spanChoice] = useSpanChoice();
  const question = useQuestion(OverviewDocument, { during }, useStated());
  return (
    <div className="page">
      <PageHead title={words.title}>{spanChoice}</PageHead>
      <Answered question={question}>{({ data }) => <Shown data={data} during={during} />}</Answered>
    </div>
  );
}

function Shown({ data, during }: { readonly data: OverviewQuery; readonly during: Span }): ReactNode {
  return (
    <>
      <Figures data={data} />
      <CountCharts data={data} during={during} />
      <LogHealth logs={data.logs} />
      <div className="columns">
        <GuardCounts counts={data.guardIncidentCounts} />
        <Budgets uses={data.budgetUse} />
      </div>
    </>
  );
}

function Figures({ data }: { readonly data: OverviewQuery }): ReactNode {
  const words = useWords(overviewWords);
  const formats = useFormats();
  const { agencies, logs, guardIncidentCounts: incidents } = data;
  const answers = sum(agencies?.map((count) => count.answers));
  const refusals = sum(agencies?.map((count) => count.refusals));
  const asked = answers + refusals;
  const all = sum(incidents?.map((count) => count.incidents));
  const open = sum(incidents?.filter(({ state }) => !ENDED.has(state)).map((count) => count.incidents));
  return (
    <Stats>
      {agencies && <Stat label={words.answers} value={formats.number(answers)} />}
      {agencies && (
        <Stat
          label={words.refusals}
          value={formats.number(refusals)}
          note={asked === 0 ? words.nothing : words.refusedShare(formats.percent(refusals / asked))}
        />
      )}
      {logs && (
        <Stat
          label={words.records}
          value={formats.number(sum(logs.map(({ size }) => size)))}
          note={words.inLogs(formats.number(logs.length))}
        />
      )}
      {incidents && (
        <Stat
          label={words.incidents}
          value={formats.number(all)}
          note={words.open(formats.number(open))}
          {...(open > 0 && { tone: 'deny' as const })}
        />
      )}
    </Stats>
  );
}

const ENDED: ReadonlySet<string> = new Set(['CLOSED', 'FALSE_POSITIVE']);

function sum(values: readonly (number | null)[] = []): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
