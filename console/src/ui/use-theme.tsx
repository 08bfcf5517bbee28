import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';

/** What a person can choose. */
export const THEMES = ['system', 'light', 'dark'] as const;

/** One of {@link THEMES}. */
export type Theme = (typeof THEMES)[number];

/** What was chosen, and which of the two is shown. */
export interface ThemeChoice {
  readonly theme: Theme;
  readonly shown: 'light' | 'dark';
  readonly choose: (theme: Theme) => void;
}

const KEY = 'lukou-theme';
const dark = matchMedia('(prefers-color-scheme: dark)');
const Context = createContext<ThemeChoice>({ theme: 'system', shown: 'light', choose: () => undefined });

/** Gives the console light or dark, as the person or the system asks. */
export function ThemeProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [theme, setTheme] = useState<Theme>(
    () => THEMES.find((known) => known === localStorage.getItem(KEY)) ?? 'system',
  );
  const [isSystemDark, setSystemDark] = useState(dark.matches);
  useEffect(() => {
    const follow = (): void => setSystemDark(dark.matches);
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, []);
  const shown = theme === 'dark' || (theme === 'system' && isSystemDark) ? 'dark' : 'light';
  // Before the children draw: charts read its colours.
  document.documentElement.dataset['theme'] = shown;
  const choice = useMemo(
    () => ({
      theme,
      shown,
      choose: (next: Theme) => {
        localStorage.setItem(KEY, next);
        setTheme(next);
      },
    }),
    [theme, shown],
  ) satisfies ThemeChoice;
  return <Context value={choice}>{children}</Context>;
}

/** The theme of the moment. */
export function useTheme(): ThemeChoice {
  return use(Context);
}
