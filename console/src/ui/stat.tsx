import type { ReactNode } from 'react';
import type { Tone } from './badge.tsx';

/** One figure, what it counts, and what to make of it. Stand several in `<Stats>`. */
export function Stat({
  label,
  value,
  note,
  tone,
}: {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  readonly tone?: Tone;
}): ReactNode {
  return (
    <dl className="stat" data-tone={tone}>
      <dt>{label}</dt>
      <dd>{value}</dd>
      {note !== undefined && <dd className="stat-note">{note}</dd>}
    </dl>
  );
}

/** Figures side by side. */
export function Stats({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className="stats">{children}</div>;
}
