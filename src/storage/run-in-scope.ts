import type { Connection, FieldDef, Pool, Submittable } from 'pg';
import { LukouError } from '../base/index.ts';
import { BIND_SCOPE } from './bind-scope.ts';
import { valueTypes } from './parse-values.ts';
import type { SignedScope } from './scope-signer.ts';
import { connectionSurvives } from './storage-fault.ts';
import { writeValue, type WrittenValue } from './write-values.ts';

/** A statement as it is sent. Without a name it is planned anew. */
export interface SentStatement {
  readonly name?: string;
  readonly text: string;
}

/**
 * Runs one statement behind its row scope, where it has one, and returns its rows. Both go out in one write before one
 * Sync, which PostgreSQL takes as one transaction: it ends with the answer, and the scope with it. Where the scope cannot
 * be set, PostgreSQL skips the statement.
 *
 * Holds a connection for as long as that takes. Rejects with what the driver or PostgreSQL says.
 */
export function runInScope<Row extends object>(
  pool: Pool,
  scope: SignedScope | null,
  statement: SentStatement,
  params: readonly unknown[],
): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const values = params.map(writeValue);
    pool.connect((refusal, client) => {
      if (client === undefined) {
        reject(refusal!);
        return;
      }
      const query = new ScopedQuery<Row>(scope, statement, values, (error) => {
        // A statement that began a transaction would leave its scope to whoever comes next.
        const isUsable = error === null ? client.getTransactionStatus() === 'I' : connectionSurvives(error);
        client.release(!isUsable);
        const failure = error ?? query.failure;
        if (failure === null) resolve(query.rows);
        else reject(failure);
      });
      client.query(query);
    });
  });
}

/** What is used of a connection of the driver's beyond what its types say. */
type DriverConnection = Connection & {
  /** Texts of the statements that PostgreSQL keeps on this connection, by name. */
  readonly parsedStatements: Readonly<Record<string, string>>;
};

/** How rows of one statement are read. */
interface RowReader {
  readonly columns: readonly { readonly name: string; readonly parse: (text: string) => unknown }[];
  /** A row of nulls: a copy of it is faster to fill than an object that grows. */
  readonly empty: Readonly<Record<string, null>>;
}

/**
 * Readers of the rows of kept statements. PostgreSQL describes a kept statement once a connection: where its columns
 * would change, it refuses to run it (SQLSTATE 0A000).
 */
const readers = new WeakMap<Connection, Map<string, RowReader>>();

/** What pg 8.23.1 calls of whatever is given to `client.query`. */
class ScopedQuery<Row extends object> implements Submittable {
  // The statement whose answer is awaited: what the driver notes down as kept when PostgreSQL has parsed it.
  name: string = BIND_SCOPE.name;
  text: string = BIND_SCOPE.text;
  // Where a time limit of the driver's own passes, it calls this and puts another in its place.
  callback: (error: unknown) => void;
  readonly rows: Row[] = [];
  /** Why a row could not be read; PostgreSQL and the connection have no part in it. */
  failure: unknown = null;
  private readonly scope: SignedScope | null;
  private readonly statement: SentStatement;
  private readonly values: WrittenValue[];
  private readers = new Map<string, RowReader>();
  /** Undefined before the statement's own answer: a row would be of no statement. */
  private reader: RowReader | undefined;

  constructor(
    scope: SignedScope | null,
    statement: SentStatement,
    values: WrittenValue[],
    callback: (error: unknown) => void,
  ) {
    this.scope = scope;
    this.statement = statement;
    this.values = values;
    this.callback = callback;
  }

  submit(connection: Connection): Error | null {
    const { parsedStatements } = connection as DriverConnection;
    const { scope, values } = this;
    const { name = '', text } = this.statement;
    const kept = parsedStatements[name];
    if (kept !== undefined && kept !== text)
      return new LukouError('INTERNAL', `Two statements are called ${name}: give one of them another name.`);
    this.readers = readersOf(connection);
    connection.stream.cork();
    if (scope === null) this.awaitStatement();
    else {
      const isScopeKept = parsedStatements[BIND_SCOPE.name] !== undefined;
      if (!isScopeKept) connection.parse({ ...BIND_SCOPE, types: [] }, true);
      connection.bind({ statement: BIND_SCOPE.name, values: [scope.body, scope.mac] }, true);
      connection.execute(null, true);
    }
    if (kept === undefined) connection.parse({ name, text, types: [] }, true);
    connection.bind({ statement: name, values }, true);
    if (!this.readers.has(name)) connection.describe({ type: 'P' }, true);
    connection.execute(null, true);
    connection.sync();
    connection.stream.uncork();
    return null;
  }

  handleRowDescription({ fields }: { readonly fields: readonly FieldDef[] }): void {
    this.reader = createRowReader(fields);
    if (this.name !== '') this.readers.set(this.name, this.reader);
  }

  handleDataRow({ fields }: { readonly fields: readonly WrittenValue[] }): void {
    if (this.failure !== null) return;
    try {
      this.rows.push(readRow(this.reader!, fields) as Row);
    } catch (error) {
      this.failure = error;
    }
  }

  handleCommandComplete(): void {
    // The first is the scope's, where there is one. The statement's own changes nothing.
    this.awaitStatement();
  }

  handleEmptyQuery(): void {
    // A statement without text has no row.
  }

  /** Instead of any further answer. PostgreSQL and the driver are ready for others a moment later. */
  handleError(error: unknown): void {
    this.callback(error);
  }

  handleReadyForQuery(): void {
    this.callback(null);
  }

  private awaitStatement(): void {
    ({ name: this.name = '', text: this.text } = this.statement);
    this.reader = this.readers.get(this.name);
  }
}

function readersOf(connection: Connection): Map<string, RowReader> {
  let known = readers.get(connection);
  if (known === undefined) readers.set(connection, (known = new Map()));
  return known;
}

function createRowReader(fields: readonly FieldDef[]): RowReader {
  const columns = fields.map(({ name, dataTypeID }) => ({
    name,
    parse: valueTypes.getTypeParser(dataTypeID, 'text'),
  }));
  return { columns, empty: Object.fromEntries(columns.map(({ name }) => [name, null])) };
}

function readRow({ columns, empty }: RowReader, fields: readonly WrittenValue[]): object {
  const row: Record<string, unknown> = { ...empty };
  for (let at = 0; at < fields.length; at += 1) {
    const value = fields[at] ?? null;
    const { name, parse } = columns[at]!;
    if (value !== null) row[name] = parse(value);
  }
  return row;
}
