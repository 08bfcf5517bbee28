import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

/** Texts by name, with the text that stands for "not set" in each. */
export type UrlState<Name extends string> = Readonly<Record<Name, string>>;

/**
 * State that the address holds: a page that is reloaded, sent on, or gone back to shows the same. Only what differs from
 * `defaults` is written; keep `defaults` outside the component.
 */
export function useUrlState<Name extends string>(
  defaults: UrlState<Name>,
): readonly [state: UrlState<Name>, change: (some: Partial<UrlState<Name>>) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const state = useMemo(() => {
    const names = Object.keys(defaults) as Name[];
    return Object.fromEntries(
      names.map((name) => [name, typeof search[name] === 'string' ? search[name] : defaults[name]]),
    ) as UrlState<Name>;
  }, [search, defaults]);
  const change = useCallback(
    (some: Partial<UrlState<Name>>) => {
      const next: Record<string, unknown> = { ...search, ...some };
      for (const name of Object.keys(defaults) as Name[])
        if (next[name] === defaults[name]) delete next[name];
      void navigate({ to: '.', search: next, replace: true });
    },
    [search, defaults, navigate],
  );
  return [state, change];
}
