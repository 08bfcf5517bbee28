import type * as z from 'zod';

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
}

// PostgreSQL cuts names off at 63 bytes, so that two long ones could be taken for the same.
const NAME = /^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_NAME = 63;

/** Declares a statement. Throws where the name is not `agency.verb-noun` in at most 63 characters. */
export function defineStatement<Row extends object>(statement: Statement<Row>): Statement<Row> {
  if (!NAME.test(statement.name) || statement.name.length > LONGEST_NAME) {
    throw new TypeError(
      `"${statement.name}" is no statement name: write agency.verb-noun in at most 63 characters`,
    );
  }
  return Object.freeze({ ...statement, text: statement.text.trim() });
}
