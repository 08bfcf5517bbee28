import type { ReactNode } from 'react';
import { ClauseBehindDocument } from '../../graphql/generated.ts';
import { useQuestion } from '../../graphql/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useStated } from '../../session/index.ts';
import { Answered, Box, Empty } from '../../ui/index.ts';
import { type FoundClause, findClause } from './find-clause.ts';
import { recordWords } from './words.ts';

/** The text of the agreement that decided, as it was then, the clause before the rest. */
export function Clause({
  rule,
  onClose,
}: {
  readonly rule: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords(recordWords);
  const [, uid = '', version = '', id = ''] = /^(.*)@(\d+)#(.*)$/.exec(rule) ?? [];
  const question = useQuestion(ClauseBehindDocument, { uid }, useStated());
  return (
    <Box kind="drawer" title={words.clauseOf(rule)} onClose={onClose}>
      <Answered question={question}>
        {({ data }) => {
          const nodes = data.agreements?.nodes ?? [];
          const text = nodes.find((node) => node.version === Number(version))?.document ?? null;
          const found = text === null ? null : findClause(text, id);
          return found === null ? <Empty>{words.noDocument}</Empty> : <Text found={found} />;
        }}
      </Answered>
    </Box>
  );
}

function Text({ found: { clause, whole } }: { readonly found: FoundClause }): ReactNode {
  const words = useWords(recordWords);
  return (
    <div className="stack">
      {clause !== null && <pre className="record-text">{clause}</pre>}
      <details open={clause === null}>
        <summary>{words.wholeAgreement}</summary>
        <pre className="record-text">{whole}</pre>
      </details>
    </div>
  );
}
