import type { Connection, FieldDef } from 'pg';
import { LukouError } from '../base/index.ts';
import { BIND_SCOPE } from './bind-scope.ts';
import { valueTypes } from './parse-values.ts';
import type { SignedScope } from './scope-signer.ts';
import type { WrittenValue } from './write-values.ts';

/** A statement as it is sent. Without a name it is planned anew. */
export interface SentStatement {
  readonly name?: string;
  readonly text: string;
}

/** What is used of a connection of the driver's beyond what its types say. */
type DriverConnection = Connection & {
  /** Texts of the statements that PostgreSQL keeps on this connection, by name. */
  readonly parsedStatements: Record<string, string>;
};

/** As many statements are kept on a connection at most: what is asked for is anybody's choice, and each takes memory there. */
const MOST_KEPT = 100;

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

/** One statement behind its row scope: the messages that ask for it, and what is read of the answer. */
export class ScopedStatement {
  // What the driver notes down as kept when PostgreSQL has parsed it: the scope's own statement comes first.
  name: string = BIND_SCOPE.name;
  text: string = BIND_SCOPE.text;
  readonly sent: SentStatement;
  readonly #scope: SignedScope | null;
  readonly #values: WrittenValue[];
  readonly #settle: (failure: unknown, rows: object[]) => void;
  readonly #rows: object[] = [];
  /** Why a row could not be read; PostgreSQL and the connection have no part in it. */
  #failure: unknown = null;
  /** How many of its messages PostgreSQL has not completed: the scope's, where there is one, and its own. */
  #left: number;
  #readers = new Map<string, RowReader>();
  /** Undefined before the statement's own answer: a row would be of no statement. */
  #reader: RowReader | undefined;

  /** @param settle - called once, with null or what went wrong. */
  constructor(
    scope: SignedScope | null,
    sent: SentStatement,
    values: WrittenValue[],
    settle: (failure: unknown, rows: object[]) => void,
  ) {
    this.#scope = scope;
    this.#left = scope === null ? 1 : 2;
    this.sent = sent;
    this.#values = values;
    this.#settle = settle;
  }

  /** Whether this connection has parsed and described all that is sent. */
  isKept(connection: Connection): boolean {
    const { parsedStatements } = connection as DriverConnection;
    const { name = '', text } = this.sent;
    if (parsedStatements[name] !== text || readersOf(connection).get(name) === undefined) return false;
    return this.#scope === null || parsedStatements[BIND_SCOPE.name] !== undefined;
  }

  /** Says what is wrong with it, before anything is written, or null. */
  findClash(connection: Connection): LukouError | null {
    const { name = '', text } = this.sent;
    const kept = (connection as DriverConnection).parsedStatements[name];
    if (kept === undefined || kept === text) return null;
    return new LukouError('INTERNAL', `Two statements are called ${name}: give one of them another name.`);
  }

  /** Writes scope and statement before one Sync, which PostgreSQL takes as one transaction. */
  write(connection: Connection): void {
    const { parsedStatements } = connection as DriverConnection;
    const { name = '', text } = this.sent;
    const isKept = parsedStatements[name] !== undefined;
    this.#readers = readersOf(connection);
    // Before the scope: where that cannot be set, what comes after it is skipped.
    if (!isKept && name !== '') makeRoom(connection);
    if (this.#scope === null) this.#awaitAnswer();
    else {
      const { body, mac } = this.#scope;
      if (parsedStatements[BIND_SCOPE.name] === undefined)
        connection.parse({ ...BIND_SCOPE, types: [] }, true);
      connection.bind({ statement: BIND_SCOPE.name, values: [body, mac] }, true);
      connection.execute(null, true);
    }
    if (!isKept) connection.parse({ name, text, types: [] }, true);
    connection.bind({ statement: name, values: this.#values }, true);
    if (!this.#readers.has(name)) connection.describe({ type: 'P' }, true);
    connection.execute(null, true);
    connection.sync();
  }

  /** PostgreSQL has completed the scope's message, or its own. */
  complete(): void {
    this.#left -= 1;
    if (this.#left === 1) this.#awaitAnswer();
  }

  /** Whether PostgreSQL has completed all of it. */
  get isComplete(): boolean {
    return this.#left === 0;
  }

  readColumns(fields: readonly FieldDef[]): void {
    this.#reader = createRowReader(fields);
    if (this.name !== '') this.#readers.set(this.name, this.#reader);
  }

  readRow(fields: readonly WrittenValue[]): void {
    if (this.#failure !== null) return;
    try {
      this.#rows.push(fillRow(this.#reader!, fields));
    } catch (error) {
      this.#failure = error;
    }
  }

  /** @param failure - null where PostgreSQL says that it is ready for another. */
  end(failure: unknown): void {
    const unanswered = this.isComplete ? null : new LukouError('STORAGE_FAULT', UNANSWERED);
    this.#settle(failure ?? this.#failure ?? unanswered, this.#rows);
  }

  /** From here on, what is answered is the statement's own. */
  #awaitAnswer(): void {
    ({ name: this.name = '', text: this.text } = this.sent);
    this.#reader = this.#readers.get(this.name);
  }
}

const UNANSWERED = 'The database was ready for another statement before it had answered this one.';

/** Has PostgreSQL forget the statement that the connection has kept longest, where it keeps as many as it may. */
function makeRoom(connection: Connection): void {
  const { parsedStatements } = connection as DriverConnection;
  const kept = Object.keys(parsedStatements).filter((name) => name !== BIND_SCOPE.name);
  const oldest = kept[0];
  if (oldest === undefined || kept.length < MOST_KEPT) return;
  connection.close({ type: 'S', name: oldest }, true);
  delete parsedStatements[oldest];
  readersOf(connection).delete(oldest);
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

function fillRow({ columns, empty }: RowReader, fields: readonly WrittenValue[]): object {
  const row: Record<string, unknown> = { ...empty };
  for (let at = 0; at < fields.length; at += 1) {
    const value = fields[at] ?? null;
    const { name, parse } = columns[at]!;
    if (value !== null) row[name] = parse(value);
  }
  return row;
}
