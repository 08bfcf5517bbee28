import { type ReactNode, useState } from 'react';
import type { ShownRecordQuery } from '../../graphql/generated.ts';
import { useWords } from '../../i18n/index.ts';
import { DecisionBadge, Empty } from '../../ui/index.ts';
import { Clause } from './clause.tsx';
import { recordWords } from './words.ts';

type Fields = NonNullable<ShownRecordQuery['disclosureRecord']>['fields'];

/** What was decided for each field, and which clause of which agreement decided it. */
export function Decisions({ fields }: { readonly fields: Fields }): ReactNode {
  const words = useWords(recordWords);
  const [shown, show] = useState<string | null>(null);
  return (
    <section className="panel" aria-labelledby="record-decisions">
      <h2 id="record-decisions">{words.decisions}</h2>
      {(fields ?? []).length === 0 && <Empty>{words.noFields}</Empty>}
      {(fields ?? []).length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={words.decisions}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{words.field}</th>
                <th scope="col">{words.decision}</th>
                <th scope="col">{words.clause}</th>
              </tr>
            </thead>
            <tbody>
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
            </tbody>
          </table>
        </div>
      )}
      {shown !== null && <Clause rule={shown} onClose={() => show(null)} />}
    </section>
  );
}
