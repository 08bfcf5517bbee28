import type { ReactNode } from 'react';
import { type Language, LANGUAGES, useLanguage, useWords } from '../i18n/index.ts';
import { type Theme, THEMES, useTheme } from '../ui/index.ts';
import { shellWords } from './words.ts';

const NAMES: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };

/** Language and theme. */
export function DisplayChoices(): ReactNode {
  const words = useWords(shellWords);
  const { language, choose } = useLanguage();
  const { theme, choose: chooseTheme } = useTheme();
  return (
    <div className="row" role="group" aria-label={words.settings}>
      <label className="inline-field">
        <span className="sr-only">{words.language}</span>
        <select value={language} onChange={({ target }) => choose(target.value as Language)}>
          {LANGUAGES.map((known) => (
            <option key={known} value={known} lang={known}>
              {NAMES[known]}
            </option>
          ))}
        </select>
      </label>
      <label className="inline-field">
        <span className="sr-only">{words.theme}</span>
        <select value={theme} onChange={({ target }) => chooseTheme(target.value as Theme)}>
          {THEMES.map((known) => (
            <option key={known} value={known}>
              {words[known]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
