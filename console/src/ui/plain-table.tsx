import type { ReactNode } from 'react';

/** The name of a column; numbers stand at its end. */
type Head = string | { readonly name: string; readonly align: 'end' };

/** A table that is small enough to be shown as it is: its rows are `<tr>`. With a label it scrolls, and is a region of that name. */
export function PlainTable({
  label,
  heads,
  children,
}: {
  readonly label?: string;
  readonly heads: readonly Head[];
  readonly children: ReactNode;
}): ReactNode {
  const table = (
    <table className="plain">
      <thead>
        <tr>
          {heads
            .map((head) => (typeof head === 'string' ? { name: head, align: undefined } : head))
            .map(({ name, align }) => (
              <th key={name} scope="col" data-align={align}>
                {name}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
  if (label === undefined) return table;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={label}>
      {table}
    </div>
  );
}
