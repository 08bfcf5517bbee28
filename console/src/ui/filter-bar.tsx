import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { uiWords } from './words.ts';
import type { UrlState } from './use-url-state.ts';

/** One filter: its name in the address, its label, and what may be chosen; without choices, any text. */
export interface Filter<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly type?: 'text' | 'date';
  readonly placeholder?: string;
}

/** Filters side by side. What they say is in the address: give it what `useUrlState` returns. */
export function FilterBar<Name extends string>({
  label,
  filters,
  defaults,
  state,
  change,
  children,
}: {
  readonly label: string;
  readonly filters: readonly Filter<Name>[];
  readonly defaults: UrlState<Name>;
  readonly state: UrlState<Name>;
  readonly change: (some: Partial<UrlState<Name>>) => void;
  readonly children?: ReactNode;
}): ReactNode {
  const words = useWords(uiWords);
  const isChanged = filters.some(({ name }) => state[name] !== defaults[name]);
  const set = (name: Name, value: string): void => change({ [name]: value } as Partial<UrlState<Name>>);
  const clear = (): void => {
    change(Object.fromEntries(filters.map(({ name }) => [name, defaults[name]])) as Partial<UrlState<Name>>);
  };
  return (
    <search className="filters" aria-label={label}>
      {filters.map((filter) => (
        <label key={filter.name} className="field">
          <span>{filter.label}</span>
          {filter.choices === undefined ? (
            <TypedFilter
              filter={filter}
              value={state[filter.name]}
              set={(value) => set(filter.name, value)}
            />
          ) : (
            <select value={state[filter.name]} onChange={({ target }) => set(filter.name, target.value)}>
              {!filter.choices.some(({ value }) => value === '') && <option value="">{words.all}</option>}
              {filter.choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </select>
          )}
        </label>
      ))}
      {children}
      <button type="button" className="button" data-kind="quiet" disabled={!isChanged} onClick={clear}>
        {words.clear}
      </button>
    </search>
  );
}

/** Text takes effect when it is finished, not at every letter: each asking is a record. */
function TypedFilter<Name extends string>({
  filter: { type = 'text', placeholder },
  value,
  set,
}: {
  readonly filter: Filter<Name>;
  readonly value: string;
  readonly set: (value: string) => void;
}): ReactNode {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const finish = (): void => {
    if (text !== value) set(text.trim());
  };
  return (
    <input
      type={type}
      value={text}
      placeholder={placeholder}
      spellCheck={false}
      autoComplete="off"
      onChange={({ target }) => {
        setText(target.value);
        if (type === 'date') set(target.value);
      }}
      onBlur={finish}
      onKeyDown={({ key }) => {
        if (key === 'Enter') finish();
      }}
    />
  );
}
