import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { type Language, LANGUAGES, languageOf } from './languages.ts';

const KEY = 'lukou-language';

/** The language of the moment, and how to change it. */
export interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const Context = createContext<LanguageChoice>({ language: LANGUAGES[0], choose: () => undefined });

/** The language that the person chose in this browser before, else the one that the browser asks for. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  return LANGUAGES.find((language) => language === kept) ?? languageOf(navigator.languages);
}

/** Gives the console its language, and tells the browser and assistive technology which it is. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        localStorage.setItem(KEY, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <Context value={choice}>{children}</Context>;
}

/** The language of the moment. */
export function useLanguage(): LanguageChoice {
  return use(Context);
}
