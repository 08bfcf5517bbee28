import {
  type ComponentProps,
  createContext,
  type KeyboardEvent,
  type ReactNode,
  use,
  useId,
  useRef,
} from 'react';

// In place of Headless UI (console/build/slim-editor.ts): the search of the documentation, as a combobox of ARIA.
const Context = createContext<{ readonly listId: string; readonly choose: (value: unknown) => void }>({
  listId: '',
  choose: () => undefined,
});

/** The box around input and options; arrow keys move between these, Enter takes one. */
export function Combobox({
  as: _as,
  onChange,
  children,
  ...props
}: Omit<ComponentProps<'div'>, 'onChange'> & {
  readonly as?: string;
  readonly onChange: (value: unknown) => void;
}): ReactNode {
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const options = [...(box.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
    const at = options.findIndex((option) => option.ariaSelected === 'true');
    if (event.key === 'Enter') options[at]?.click();
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (next === undefined || options.length === 0) return;
    event.preventDefault();
    const chosen = options.at(next % options.length);
    for (const option of options) option.ariaSelected = String(option === chosen);
    chosen?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector('input')?.setAttribute('aria-activedescendant', chosen?.id ?? '');
  };
  return (
    <Context value={{ listId, choose: onChange }}>
      <div ref={box} role="search" onKeyDown={move} {...props}>
        {children}
      </div>
    </Context>
  );
}

/** Where the search is typed. */
export function ComboboxInput(props: ComponentProps<'input'>): ReactNode {
  const { listId } = use(Context);
  return <input role="combobox" aria-expanded aria-controls={listId} aria-autocomplete="list" {...props} />;
}

/** What was found. */
export function ComboboxOptions(props: ComponentProps<'ul'>): ReactNode {
  const { listId } = use(Context);
  return <ul id={listId} role="listbox" {...props} />;
}

/** One thing that was found. The list is there only while the input has the focus, which a click must not take. */
export function ComboboxOption({
  value,
  ...props
}: Omit<ComponentProps<'li'>, 'value'> & { readonly value: unknown }): ReactNode {
  const { choose } = use(Context);
  const id = useId();
  return (
    <li
      id={id}
      role="option"
      aria-selected="false"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => choose(value)}
      {...props}
    />
  );
}
