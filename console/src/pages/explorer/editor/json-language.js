// In place of Monaco's own JSON (console/build/slim-editor.ts), whose worker alone is a tenth of the console: colours and
// brackets. What is wrong with variables, GraphiQL says when they are sent, and the gateway after that.
import { languages } from 'monaco-editor/esm/vs/editor/editor.api.js';

const ID = 'json';

languages.register({ id: ID, extensions: ['.json'], mimetypes: ['application/json'] });
languages.setLanguageConfiguration(ID, {
  brackets: [
    ['{', '}'],
    ['[', ']'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '"', close: '"', notIn: ['string'] },
  ],
});
languages.setMonarchTokensProvider(ID, {
  tokenizer: {
    root: [
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'string.key.json'],
      [/"(?:[^"\\]|\\.)*"/, 'string.value.json'],
      [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
      [/\b(?:true|false|null)\b/, 'keyword'],
      [/\/\/.*$/, 'comment'],
      [/[{}[\]]/, '@brackets'],
    ],
  },
});

// What GraphiQL sets at start; nobody reads it.
languages.json = { jsonDefaults: { diagnosticsOptions: {}, setDiagnosticsOptions: () => undefined } };
