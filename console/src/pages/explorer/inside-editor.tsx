import { useGraphiQL, useGraphiQLActions, useMonaco } from '@graphiql/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { EDITOR_THEMES } from './editor/editor-themes.ts';
import type { Example } from './examples.ts';

/**
 * Stands inside GraphiQL and shows nothing: gives the editor its colours, and opens an example in a tab of its own, so that what
 * was being written stays where it is.
 */
export function InsideEditor({ example }: { readonly example: Example | null }): ReactNode {
  const monaco = useMonaco((store) => store.monaco);
  const { addTab } = useGraphiQLActions();
  const editor = useGraphiQL(({ queryEditor }) => queryEditor);
  const opened = useRef<Example | null>(null);
  useEffect(() => {
    for (const [name, theme] of Object.entries(EDITOR_THEMES)) monaco?.editor.defineTheme(name, theme);
  }, [monaco]);
  useEffect(() => {
    if (example === null || editor === undefined || opened.current === example) return;
    opened.current = example;
    if (editor.getValue().trim() !== '') addTab();
    editor.setValue(example.text);
  }, [example, editor, addTab]);
  return null;
}
