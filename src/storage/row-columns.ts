/** Some of a row's columns: a bit for each, in the order in which they are declared. */
export type ColumnSet = number;

/** The fields of each type that an operation asks for anywhere. */
export type AskedFields = ReadonlyMap<string, ReadonlySet<string>>;

/** What the rows behind a type of the schema are made of. */
interface ColumnsDefinition<Row extends object> {
  /** The type whose parents they are. */
  readonly type: string;
  /** Each field of a row in SQL. The first, which is its key or a part of that, is always read. */
  readonly sql: Readonly<Record<keyof Row & string, string>>;
  /** The fields of the type that are no column of that name, and the columns that each is made from. */
  readonly madeFrom: Readonly<Record<string, readonly (keyof Row & string)[]>>;
}

/** The columns of one type of rows, of which a statement can read some. */
export interface RowColumns<Field extends string = string> {
  readonly type: string;
  /** All of them, as a select list. */
  readonly list: string;
  /** The columns that a field of the type is made from; null where nobody has declared it, and it may be any. */
  originOf(field: string): readonly Field[] | null;
  setOf(fields: Iterable<Field>): ColumnSet;
  /** Those that an operation needs of a row. */
  neededFor(asked: AskedFields): ColumnSet;
  /** A select list of some of them, and the fields that such rows lack; null where those are all. */
  narrow(set: ColumnSet): { readonly list: string; readonly leftOut: ReadonlySet<string> } | null;
}

const MOST_COLUMNS = 31;
const FIRST: ColumnSet = 1;
const NOTHING: ReadonlySet<string> = new Set();

/** Declares the columns of a type. Throws where they are more than a set holds. */
export function defineColumns<Row extends object>(
  definition: ColumnsDefinition<Row>,
): RowColumns<keyof Row & string> {
  type Field = keyof Row & string;
  const { type } = definition;
  const columns = Object.entries(definition.sql) as [Field, string][];
  const madeFrom = new Map(Object.entries(definition.madeFrom));
  if (columns.length > MOST_COLUMNS)
    throw new TypeError(`${type} has ${columns.length} columns, and a set holds ${MOST_COLUMNS}.`);
  const bits = new Map<string, ColumnSet>(columns.map(([field], index) => [field, 1 << index]));
  const all = setOf(columns.map(([field]) => field));
  const needed = new WeakMap<ReadonlySet<string>, ColumnSet>();
  return { type, list: listOf(columns), originOf, setOf, neededFor, narrow };

  function setOf(fields: Iterable<Field>): ColumnSet {
    let set = FIRST;
    for (const field of fields) set |= bits.get(field)!;
    return set;
  }

  function originOf(field: string): readonly Field[] | null {
    return madeFrom.get(field) ?? (bits.has(field) ? [field as Field] : null);
  }

  function neededFor(asked: AskedFields): ColumnSet {
    const fields = asked.get(type) ?? NOTHING;
    let set = needed.get(fields);
    if (set === undefined) {
      const origins = [...fields].map(originOf);
      set = origins.reduce<ColumnSet>((sum, from) => sum | (from === null ? all : setOf(from)), FIRST);
      needed.set(fields, set);
    }
    return set;
  }

  function narrow(set: ColumnSet): { readonly list: string; readonly leftOut: ReadonlySet<string> } | null {
    if (set === all) return null;
    const isRead = ([field]: readonly [Field, string]): boolean => (set & bits.get(field)!) !== 0;
    const left = columns.filter((column) => !isRead(column)).map(([field]) => field);
    return { list: listOf(columns.filter(isRead)), leftOut: new Set(left) };
  }
}

function listOf(columns: readonly (readonly [field: string, sql: string])[]): string {
  return columns.map(([field, sql]) => `${sql} as "${field}"`).join(', ');
}
