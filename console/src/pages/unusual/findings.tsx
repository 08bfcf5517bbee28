import type { ReactNode } from 'react';
import type { FoundUnusualFragment } from '../../graphql/generated.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { PageLink } from '../../shell/index.ts';
import type { Span } from '../../time/index.ts';
import { Empty, PlainTable, roleWords, Time } from '../../ui/index.ts';
import { type UnusualKind, unusualKindWords, unusualMeasureWords, unusualWords } from './words.ts';

/** What one rule found, with a way to the caller's records of that time. */
export function Findings({
  kind,
  findings,
  during,
}: {
  readonly kind: UnusualKind;
  readonly findings: readonly FoundUnusualFragment[];
  readonly during: Span;
}): ReactNode {
  const words = useWords(unusualWords);
  const kinds = useWords(unusualKindWords);
  if (findings.length === 0) return <Empty>{words.nothing}</Empty>;
  return (
    <PlainTable
      label={kinds[kind]}
      heads={[
        words.caller,
        words.measure,
        { name: words.counted, align: 'end' },
        { name: words.usual, align: 'end' },
        { name: words.least, align: 'end' },
        words.when,
        words.records,
      ]}
    >
      {findings.map((finding) => (
        <Finding
          key={`${finding.actor} ${finding.measure} ${finding.from} ${finding.recordIds?.[0]}`}
          finding={finding}
          during={during}
        />
      ))}
    </PlainTable>
  );
}

function Finding({
  finding,
  during,
}: {
  readonly finding: FoundUnusualFragment;
  readonly during: Span;
}): ReactNode {
  const words = useWords(unusualWords);
  const roles = useWords(roleWords);
  const measures: Readonly<Record<string, string>> = useWords(unusualMeasureWords);
  const formats = useFormats();
  const { actor, agency, role, measure, counted, usual, least, from, to } = finding;
  const number = (value: number | null): string => (value === null ? '—' : formats.number(value));
  const search = {
    ...(actor !== null && { caller: actor }),
    from: formats.date(from ?? during.from),
    // The end of a day is the beginning of the next one, which is not meant.
    to: formats.date(Date.parse(to ?? during.to) - 1),
  };
  return (
    <tr>
      <th scope="row">
        <code>{actor}</code>
        <div className="small soft">
          {agency} {role && roles[role]}
        </div>
      </th>
      <td>{measures[measure ?? ''] ?? measure}</td>
      <td data-align="end">
        <strong>{number(counted)}</strong>
      </td>
      <td data-align="end">{usual === null ? words.noPast : number(usual)}</td>
      <td data-align="end">{number(least)}</td>
      <td>
        <Time at={from} />
        <div className="small soft">
          {words.until} <Time at={to} />
        </div>
      </td>
      <td>
        <PageLink to="disclosures" search={search}>
          {words.lookAt}
          <span className="sr-only"> {actor}</span>
        </PageLink>
      </td>
    </tr>
  );
}
