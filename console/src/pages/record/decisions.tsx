import { type ReactNode, useState } from 'react';
import type { ShownRecordQuery } from '../../graphql/generated.ts';
import { useWords } from '../../i18n/index.ts';
import { DecisionBadge, Empty, Panel, PlainTable } from '../../ui/index.ts';
import { Clause } from './clause.tsx';
import { recordWords } from './words.ts';

type Fields = NonNullable<ShownRecordQuery['disclosureRecord']>['fields'];

/** What was decided for each field, and which clause of which agreement decided it. */
export function Decisions({ fields }: { readonly fields: Fields }): ReactNode {
  const words = useWords(recordWords);
  const [shown, show] = useState<string | null>(null);
  return (
    <Panel title={words.decisions}>
      {(fields ?? []).length === 0 && <Empty>{words.noFields}</Empty>}
      {(fields ?? []).length > 0 && (
        <PlainTable label={words.decisions} heads={[words.field, words.decision, words.clause]}>
          {(fields ?? []).map(({ coordinate, decision, rule }) => (
            <tr key={`${coordinate} ${decision} ${rule}`}>
              <th scope="row">
                <code>{coordinate}</code>
              </th>
              <td>
                <DecisionBadge decision={decision} />
              </td>
              <td>
                {rule.includes('#') ? (
                  <button type="button" className="button" data-kind="quiet" onClick={() => show(rule)}>
                    <code>{rule}</code>
                  </button>
                ) : (
                  <span className="soft">{rule === 'default' ? words.byDefault : rule}</span>
                )}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {shown !== null && <Clause rule={shown} onClose={() => show(null)} />}
    </Panel>
  );
}
