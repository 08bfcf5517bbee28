import { type ReactNode, useMemo } from 'react';
import { ExplainOperationDocument } from '../../graphql/generated.ts';
import { type Disclosure, useQuestion } from '../../graphql/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { type PageStated, usePurposeName } from '../../session/index.ts';
import { Answered, CopyButton, DecisionBadge, decisionOf, PlainTable, whyWords } from '../../ui/index.ts';
import { markAnswer, MOST_LINES } from './mark-answer.ts';
import { explorerWords } from './words.ts';

/** A question that was run, and what came back. */
export interface Run {
  readonly operation: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly stated: PageStated;
  readonly data: unknown;
  readonly disclosure: readonly Disclosure[];
  readonly recordIndex: number | null;
}

/** Marks in an answer what is not shown as it is, and says why. */
export function DisclosurePanel({
  run,
  isExplained,
  explain,
}: {
  readonly run: Run | null;
  readonly isExplained: boolean;
  readonly explain: () => void;
}): ReactNode {
  const words = useWords(explorerWords);
  const formats = useFormats();
  return (
    <section className="panel" aria-labelledby="disclosure" data-explorer="disclosure">
      <div className="page-head">
        <div>
          <h2 id="disclosure">{words.disclosure}</h2>
          {run?.recordIndex !== undefined && run.recordIndex !== null && (
            <p className="soft small">{words.receipt(formats.number(run.recordIndex))}</p>
          )}
        </div>
        {run !== null && run.disclosure.length > 0 && !isExplained && (
          <button type="button" className="button" onClick={explain}>
            {words.explain}
          </button>
        )}
      </div>
      {run === null && <p className="soft">{words.none}</p>}
      {run !== null && run.disclosure.length === 0 && <p className="soft">{words.allShown}</p>}
      {run !== null && run.disclosure.length > 0 && (
        <div className="columns">
          <div className="stack">
            <h3>{words.reasons}</h3>
            <Reasons disclosure={run.disclosure} />
            {isExplained && <Clauses run={run} />}
          </div>
          <div className="stack">
            <h3>{words.answer}</h3>
            <MarkedAnswer run={run} />
          </div>
        </div>
      )}
    </section>
  );
}

function Reasons({ disclosure }: { readonly disclosure: readonly Disclosure[] }): ReactNode {
  const words = useWords(explorerWords);
  const why: Readonly<Record<string, string>> = useWords(whyWords);
  return (
    <PlainTable label={words.reasons} heads={[words.field, words.decision, words.why, words.id]}>
      {disclosure.map((entry) => (
        <tr key={JSON.stringify(entry.path)}>
          <th scope="row">
            <code>{entry.path.join('.')}</code>
          </th>
          <td>
            <DecisionBadge decision={entry.decision} />
          </td>
          <td>
            {why[entry.code] ?? entry.code}
            {entry.exists !== undefined && ` (${entry.exists ? words.exists : words.absent})`}
            {entry.contact !== undefined && (
              <span className="small soft"> {Object.values(entry.contact).join(' ')}</span>
            )}
          </td>
          <td>
            <CopyButton text={entry.explainId} label={entry.explainId.slice(0, 9)} />
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}

function MarkedAnswer({ run: { data, disclosure } }: { readonly run: Run }): ReactNode {
  const words = useWords(explorerWords);
  const why: Readonly<Record<string, string>> = useWords(whyWords);
  const formats = useFormats();
  const lines = useMemo(() => markAnswer(data, disclosure), [data, disclosure]);
  return (
    <>
      <div className="scroll explorer-answer" tabIndex={0} role="region" aria-label={words.answer}>
        {lines.map(({ depth, name, text, disclosure: mark }, index) => (
          // Lines have no names of their own, and never move.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="explorer-line" style={{ paddingInlineStart: depth * 14 }}>
            {name !== null && <span className="soft">{name}: </span>}
            {mark === null ? (
              text
            ) : (
              <mark data-tone={decisionOf(mark.decision)} title={why[mark.code] ?? mark.code}>
                {text} <DecisionBadge decision={mark.decision} />
              </mark>
            )}
          </div>
        ))}
      </div>
      {lines.length >= MOST_LINES && <p className="soft small">{words.cut(formats.number(MOST_LINES))}</p>}
    </>
  );
}

/** The clause behind each decision, and what would open what is denied: the gateway's own explanation. */
function Clauses({ run }: { readonly run: Run }): ReactNode {
  const words = useWords(explorerWords);
  const nameOfPurpose = usePurposeName();
  const { operation, operationName, variables, stated } = run;
  const question = useQuestion(
    ExplainOperationDocument,
    {
      operation,
      operationName,
      variables: JSON.stringify(variables),
      withCase: stated.caseReference !== null,
    },
    stated,
  );
  return (
    <div className="stack" data-explorer="clauses">
      <h3>{words.explained}</h3>
      <Answered question={question}>
        {({ data }) => (
          <dl className="facts">
            {data.explain.fields
              .filter(({ decision }) => decisionOf(decision) !== 'allow')
              .map(({ path, coordinate, clause, openedBy }) => (
                <div key={path} className="explorer-clause">
                  <dt>
                    <code>{coordinate}</code>
                  </dt>
                  <dd>
                    {words.clause}: <code>{clause ?? words.noClause}</code>
                  </dd>
                  <dd className="soft">
                    {words.opens}:{' '}
                    {openedBy.length === 0
                      ? words.nothingOpens
                      : openedBy
                          .map(
                            ({ purpose, withCase }) =>
                              `${nameOfPurpose(purpose)}${withCase ? ` ${words.withCase}` : ''}`,
                          )
                          .join(', ')}
                  </dd>
                </div>
              ))}
          </dl>
        )}
      </Answered>
    </div>
  );
}
