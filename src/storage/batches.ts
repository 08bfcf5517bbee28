import DataLoader from 'dataloader';

/** Reads the value of one parent, together with every other parent that is asked for in the same turn. */
export type BatchedRead<Args extends readonly Argument[], Value> = (
  parent: string,
  ...args: Args
) => Promise<Value>;

type Argument = string | number | boolean | null;

/**
 * Batches reads of one relation: one call of `read` for all parents that are asked for with equal arguments in the
 * same turn, and none for a parent that was asked for before. A parent that `read` leaves out has the value `absent`.
 *
 * Made for one operation and forgotten with it, so that nothing is shared between callers.
 */
export function batchReads<Args extends readonly Argument[], Value>(
  read: (parents: readonly string[], ...args: Args) => Promise<ReadonlyMap<string, Value>>,
  absent: Value,
): BatchedRead<Args, Value> {
  const loaders: { readonly args: Args; readonly loader: DataLoader<string, Value> }[] = [];
  return (parent, ...args) => {
    let known = loaders.find((each) => each.args.every((one, at) => one === args[at]));
    if (known === undefined) {
      const loader = new DataLoader<string, Value>(async (parents) => {
        const values = await read(parents, ...args);
        return parents.map((one) => values.get(one) ?? absent);
      });
      loaders.push((known = { args, loader }));
    }
    return known.loader.load(parent);
  };
}

/** Rows by a key that no two of them share. */
export function rowsByKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** Rows by parent, in the order in which they came. */
export function rowsByParent<Row>(
  rows: readonly Row[],
  parentOf: (row: Row) => string | null,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const parent = parentOf(row);
    if (parent === null) continue;
    const group = groups.get(parent);
    if (group === undefined) groups.set(parent, [row]);
    else group.push(row);
  }
  return groups;
}
