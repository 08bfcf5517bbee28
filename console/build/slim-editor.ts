import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const OWN = new URL('../src/pages/explorer/editor/', import.meta.url);

// What GraphiQL and Monaco would load, and what the console has instead: two languages and what writing a query needs; no
// comparing of texts, no command palette, no animation of tabs, no compiler to format JSON.
const REPLACED: readonly (readonly [asked: RegExp, instead: string])[] = [
  [/^(monaco-graphql\/esm|\.)\/monaco-editor(\.js)?$/, 'monaco-editor.js'],
  [/\/(diffEditorWidget|multiDiffEditorWidget|standaloneQuickInputService)\.js$/, 'left-out.js'],
  [/^prettier\/standalone$/, 'format-json.ts'],
  [/^prettier\/(plugins\/estree|parser-babel|parser-graphql)$/, 'left-out.js'],
  [/^monaco-editor\/esm\/vs\/language\/json\/monaco\.contribution\.js$/, 'left-out.js'],
  [/^markdown-it$/, 'plain-descriptions.ts'],
  [/\/viewParts\/minimap\/minimap\.js$/, 'no-minimap.js'],
  [
    /\/(linesDiffComputers|inlayHintsHover|colorHoverParticipant|goToDefinitionAtPosition)\.js$/,
    'left-out.js',
  ],
  [/^@headlessui\/react$/, 'search-box.tsx'],
  [/^framer-motion$/, 'still-tabs.tsx'],
];

/** Leaves out of the query editor what takes most of its bytes and serves no query. */
export function slimEditor(): Plugin {
  return {
    name: 'lukou-slim-editor',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer === undefined || !/\/(monaco-editor|monaco-graphql|@graphiql)\//.test(importer))
        return null;
      const found = REPLACED.find(([asked]) => asked.test(source));
      return found === undefined ? null : fileURLToPath(new URL(found[1], OWN));
    },
  };
}
