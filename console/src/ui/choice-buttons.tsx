import type { ReactNode } from 'react';

/** One of a few, each a button: the one that is chosen is pressed. */
export function ChoiceButtons<Value extends string>({
  label,
  choices,
  chosen,
  choose,
}: {
  /** What is chosen, for screen readers. */
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value;
  readonly choose: (value: Value) => void;
}): ReactNode {
  return (
    <div className="row" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className="button"
          aria-pressed={choice.value === chosen}
          onClick={() => choose(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
