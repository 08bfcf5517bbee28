import type { ReactNode } from 'react';
import type { DraftImpactQuery } from '../../graphql/generated.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { DecisionBadge, Panel, PlainTable } from '../../ui/index.ts';
import { draftWords, kindWords } from './words.ts';

type FoundImpact = NonNullable<DraftImpactQuery['agreementImpact']>;

/** Decisions of the past that would come out otherwise under a draft. */
export function Impact({ impact }: { readonly impact: FoundImpact }): ReactNode {
  const words = useWords(draftWords);
  const kinds = useWords(kindWords);
  const formats = useFormats();
  const { recordsRead, recordsChanged, isWhole, impacts } = impact;
  return (
    <Panel title={words.impacts}>
      <p role="status">
        {words.read(formats.number(recordsRead), formats.number(recordsChanged))}
        {!isWhole && ` ${words.notWhole}`}
      </p>
      {impacts.length === 0 && <p className="soft">{words.unchanged}</p>}
      {impacts.length > 0 && (
        <PlainTable
          label={words.impacts}
          heads={[
            words.who,
            words.field,
            words.before,
            words.after,
            words.kind,
            { name: words.records, align: 'end' },
          ]}
        >
          {impacts.map(({ who, coordinate, before, after, kind, records }) => (
            <tr key={`${who} ${coordinate} ${before} ${after}`}>
              <th scope="row">{who}</th>
              <td>
                <code>{coordinate}</code>
              </td>
              <td>
                <DecisionBadge decision={before} />
              </td>
              <td>
                <DecisionBadge decision={after} />
              </td>
              <td>{kinds[kind]}</td>
              <td data-align="end">{formats.number(records)}</td>
            </tr>
          ))}
        </PlainTable>
      )}
    </Panel>
  );
}
