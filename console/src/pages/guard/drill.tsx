import type { ReactNode } from 'react';
import type { GuardDrillWay, GuardGate } from '../../graphql/generated.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { PageLink } from '../../shell/index.ts';
import { Badge, Fact, gateWords, PlainTable, Time } from '../../ui/index.ts';
import { DrillResult } from './drill-result.tsx';
import { drillWayWords, drillWords } from './drill-words.ts';
import type { ListedDrill } from './listed-drill.ts';

/** One drill: what was brought to each gate, where it was stopped, and what had to pass. */
export function Drill({ drill }: { readonly drill: ListedDrill }): ReactNode {
  const words = useWords(drillWords);
  const formats = useFormats();
  const { drilledAt, actor, agency, gates, controls, kept, log, index } = drill;
  return (
    <div className="stack">
      <dl className="facts">
        <Fact name={words.result}>
          <DrillResult drill={drill} />
        </Fact>
        <Fact name={words.at}>
          <Time at={drilledAt} />
        </Fact>
        <Fact name={words.by}>
          {agency} <code>{actor}</code>
        </Fact>
        {log !== null && index !== null && (
          <Fact name={words.record}>
            <PageLink to={`disclosures/${log}/${index}`}>
              {words.recordOf(log, formats.number(index))}
            </PageLink>
          </Fact>
        )}
        <Fact name={words.kept}>
          {kept?.length === 0
            ? words.nothingKept
            : (kept ?? []).map((place) => (
                <div key={place} lang="en">
                  {place}
                </div>
              ))}
        </Fact>
      </dl>
      <Outcomes
        label={words.marks}
        outcomes={(gates ?? []).map(({ isStopped, ...one }) => ({ ...one, isGood: isStopped }))}
        results={[words.isStopped, words.isNotStopped]}
      />
      <Outcomes
        label={words.plainTexts}
        outcomes={(controls ?? []).map(({ isPassed, ...one }) => ({ ...one, isGood: isPassed }))}
        results={[words.isPassed, words.isNotPassed]}
      />
    </div>
  );
}

interface Outcome {
  readonly gate: GuardGate | null;
  readonly way: GuardDrillWay;
  readonly isGood: boolean;
  readonly by: string;
}

function Outcomes({
  label,
  outcomes,
  results: [good, bad],
}: {
  readonly label: string;
  readonly outcomes: readonly Outcome[];
  readonly results: readonly [good: string, bad: string];
}): ReactNode {
  const words = useWords(drillWords);
  const ways = useWords(drillWayWords);
  const names = useWords(gateWords);
  return (
    <PlainTable label={label} heads={[words.gate, label, words.result, words.what]}>
      {outcomes.map(({ gate, way, isGood, by }) => (
        <tr key={`${gate} ${way}`}>
          <th scope="row">{gate === null ? words.search : names[gate]}</th>
          <td>{ways[way]}</td>
          <td>
            <Badge tone={isGood ? 'allow' : 'deny'}>{isGood ? good : bad}</Badge>
          </td>
          <td>
            <code lang="en">{by}</code>
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}
