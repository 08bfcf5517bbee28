import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './editor/set-up-workers.ts';
import './explorer.css';
import type { Fetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { type ReactNode, useMemo, useState } from 'react';
import { post } from '../../graphql/index.ts';
import { useLanguage, useWords } from '../../i18n/index.ts';
import { isPurpose, type PageStated, useChosen, useSignedIn, useStated } from '../../session/index.ts';
import { PageHead, useTheme } from '../../ui/index.ts';
import { formatQuery } from './editor/format-query.ts';
import { DisclosurePanel, type Run } from './disclosure-panel.tsx';
import { type Example, EXAMPLES, titleOf } from './examples.ts';
import { InsideEditor } from './inside-editor.tsx';
import { explorerWords } from './words.ts';

/** GraphiQL over the caller's own view of the schema, and beside it what an answer does not show as it is. */
export default function ExplorerPage(): ReactNode {
  const words = useWords(explorerWords);
  const { language } = useLanguage();
  const { shown } = useTheme();
  const { role } = useSignedIn();
  const stated = useStated();
  const { choose } = useChosen();
  const [run, setRun] = useState<Run | null>(null);
  const [explained, setExplained] = useState<Run | null>(null);
  const [example, setExample] = useState<Example | null>(null);
  const fetcher = useMemo(() => createFetcher(stated, setRun), [stated]);
  // Another purpose or case is another view of the schema.
  const view = `${role} ${stated.purpose} ${stated.caseReference}`;
  const open = (name: string): void => {
    const found = EXAMPLES.find((known) => known.name === name) ?? null;
    // The public states no purpose.
    if (found !== null && role !== 'public' && isPurpose(found.purpose)) choose({ purpose: found.purpose });
    setExample(found);
    setRun(null);
  };
  return (
    <div className="page">
      <PageHead title={words.title} about={words.about}>
        <label className="field">
          <span>{words.examples}</span>
          <select value={example?.name ?? ''} onChange={({ target }) => open(target.value)}>
            <option value="">{words.chooseExample}</option>
            {EXAMPLES.map((known) => (
              <option key={known.name} value={known.name}>
                {titleOf(known, language)}
              </option>
            ))}
          </select>
        </label>
      </PageHead>
      <div className="explorer-editor" role="region" aria-label={words.editor} lang="en">
        <GraphiQL
          key={view}
          fetcher={fetcher}
          forcedTheme={shown}
          storage={sessionStorage}
          isHeadersEditorEnabled={false}
          shouldPersistHeaders={false}
          showPersistHeadersSettings={false}
          defaultEditorToolsVisibility="variables"
          defaultQuery=""
          onPrettifyQuery={formatQuery}
        >
          <GraphiQL.Logo>{null}</GraphiQL.Logo>
          <GraphiQL.Footer>
            <InsideEditor example={example} />
          </GraphiQL.Footer>
        </GraphiQL>
      </div>
      <DisclosurePanel
        run={run}
        isExplained={run !== null && run === explained}
        explain={() => setExplained(run)}
      />
    </div>
  );
}

/** Asks as every page does, and keeps what came back of what the person ran. */
function createFetcher(stated: PageStated, keep: (run: Run) => void): Fetcher {
  return async ({ query, variables, operationName }) => {
    const asked = { query, variables: variables ?? {}, ...(operationName ? { operationName } : {}) };
    const { body } = await post(asked, stated);
    if (operationName !== 'IntrospectionQuery')
      keep({
        operation: query,
        operationName: operationName ?? null,
        variables: (variables ?? {}) as Readonly<Record<string, unknown>>,
        stated,
        data: body.data ?? null,
        disclosure: body.extensions?.disclosure ?? [],
        recordIndex: body.extensions?.receipt?.index ?? null,
      });
    return body as never;
  };
}
