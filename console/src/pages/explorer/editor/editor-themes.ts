interface EditorTheme {
  readonly base: 'vs' | 'vs-dark';
  readonly inherit: boolean;
  readonly colors: Record<string, string>;
  readonly rules: { readonly token: string; readonly foreground: string }[];
}

const COMMON = {
  'editor.background': '#ffffff00',
  'scrollbar.shadow': '#ffffff00',
} as const;

/** The editor's colours, by the names under which GraphiQL asks for them: the console's own, with enough contrast. */
export const EDITOR_THEMES: Readonly<Record<string, EditorTheme>> = {
  'graphiql-LIGHT': {
    base: 'vs',
    inherit: true,
    colors: {
      ...COMMON,
      'editorLineNumber.foreground': '#5f6b7a',
      focusBorder: '#1a5aa8',
      'editorSuggestWidget.selectedBackground': '#e4eefa',
      'editorSuggestWidget.selectedForeground': '#17202c',
      'editorSuggestWidget.highlightForeground': '#1a5aa8',
    },
    rules: [
      { token: 'comment', foreground: '4a6b2f' },
      { token: 'key.identifier.gql', foreground: '1a5aa8' },
      { token: 'argument.identifier.gql', foreground: '5b3a9c' },
      { token: 'type.identifier.gql', foreground: '0b5f6b' },
      { token: 'keyword', foreground: '8a2a63' },
    ],
  },
  'graphiql-DARK': {
    base: 'vs-dark',
    inherit: true,
    colors: {
      ...COMMON,
      'editorLineNumber.foreground': '#93a0b3',
      focusBorder: '#84b6f4',
      'editorHoverWidget.background': '#1e2631',
      'editorSuggestWidget.background': '#1e2631',
      'editorSuggestWidget.selectedBackground': '#1c3250',
      'editorSuggestWidget.highlightForeground': '#84b6f4',
      'editorWidget.background': '#1e2631',
    },
    rules: [
      { token: 'comment', foreground: '9cc07f' },
      { token: 'key.identifier.gql', foreground: '84b6f4' },
      { token: 'argument.identifier.gql', foreground: 'c2abf7' },
      { token: 'type.identifier.gql', foreground: '79cdd9' },
      { token: 'keyword', foreground: 'f0a3cf' },
    ],
  },
};
