import type * as z from 'zod';
import { BoundedCache } from '../base/index.ts';
import type { AskedFields, ColumnSet, RowColumns } from './row-columns.ts';

/** One SQL statement: one file, one row shape. */
export interface Statement<Row extends object = object> {
  /** Name of the prepared statement: agency, dot, verb-noun. */
  readonly name: string;
  readonly text: string;
  /** What a row looks like; tests check every row against it. */
  readonly row: z.ZodType<Row>;
  /** Whether it reads a table under row-level security, and so needs the transaction that carries the row scope. */
  readonly scoped: boolean;
  /** Set where it reads what is derived from the log's records: whatever was committed is derived first. */
  readonly readsLog?: true;
  /**
   * Set where filters may be absent, so that the best plan hangs on which are given. It is then not kept as a prepared
   * statement: after five runs PostgreSQL would settle on one plan for all, and read a month to find one plate.
   */
  readonly plannedAnew?: true;
  /**
   * The form of it that reads what an operation asks for: its rows lack every other column, whatever their type says.
   * Absent where rows are always read whole.
   */
  readonly narrow?: (asked: AskedFields) => Statement<Row>;
  /** Set on a narrowed form: the name that PostgreSQL keeps it under, where it keeps it. */
  readonly preparedAs?: string;
  /** Set on a narrowed form: the fields that its rows lack. */
  readonly leftOut?: ReadonlySet<string>;
}

/** A statement as it is written, with its columns apart where it can leave some out. */
type StatementDefinition<Row extends object, Field extends string> = Omit<
  Statement<Row>,
  'text' | 'narrow' | 'preparedAs' | 'leftOut'
> &
  (
    | { readonly text: string; readonly columns?: never }
    | {
        readonly text: (columns: string) => string;
        readonly columns: RowColumns<Field>;
        /** What is read of each row whatever is asked, beside its key: what groups are made by, places in lists. */
        readonly always?: readonly NoInfer<Field>[];
      }
  );

// PostgreSQL cuts names off at 63 bytes, so that two long ones could be taken for the same. A narrowed form has up to
// seven more: a dot, and 31 bits in base 36.
const NAME = /^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_NAME = 55;
// What is asked for is anybody's choice: connections keep as many statements as they have room for.
const MOST_FORMS = 64;

/** Declares a statement. Throws where the name is not `agency.verb-noun` in at most 55 characters. */
export function defineStatement<Row extends object, Field extends string = string>(
  definition: StatementDefinition<Row, Field>,
): Statement<Row> {
  const { name } = definition;
  if (!NAME.test(name) || name.length > LONGEST_NAME) {
    throw new TypeError(
      `"${name}" is no statement name: write agency.verb-noun in at most ${LONGEST_NAME} characters`,
    );
  }
  if (definition.columns === undefined) return Object.freeze({ ...definition, text: definition.text.trim() });
  const { columns, always = [], text, ...rest } = definition;
  const alwaysRead = columns.setOf(always);
  const forms = new BoundedCache<ColumnSet, Statement<Row>>(MOST_FORMS);
  const whole: Statement<Row> = Object.freeze({ ...rest, text: text(columns.list).trim(), narrow });
  return whole;

  function narrow(asked: AskedFields): Statement<Row> {
    const set = alwaysRead | columns.neededFor(asked);
    const known = forms.find(set);
    if (known !== undefined) return known;
    const narrowed = columns.narrow(set);
    if (narrowed === null) return whole;
    const { list, leftOut } = narrowed;
    // No statement that somebody named has a second dot.
    const preparedAs = `${name}.${set.toString(36)}`;
    return forms.keep(set, Object.freeze({ ...rest, text: text(list).trim(), preparedAs, leftOut }));
  }
}
