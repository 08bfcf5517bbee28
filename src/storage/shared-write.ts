import type { Connection, FieldDef, PoolClient, Submittable } from 'pg';
import { LukouError } from '../base/index.ts';
import type { ScopedStatement } from './scoped-statement.ts';
import { connectionSurvives } from './storage-fault.ts';
import type { WrittenValue } from './write-values.ts';

/** Who sends shared writes, as one of them knows it. */
export interface WriteSender {
  /** Told of those that were not sent: they have to be parsed first, which each does alone. */
  onUnsent(statements: readonly ScopedStatement[]): void;
  /** Told how long one took, however it ended. */
  onAnswered(statement: ScopedStatement, tookMs: number): void;
}

/**
 * Statements that go out in one write and are answered one after the other, each a transaction of its own: what pg 8.23.1
 * calls a query. It stands in the driver's queue once for each of them, so that the driver hands each answer over.
 */
export class SharedWrite implements Submittable {
  // Where a time limit of the driver's own passes, it calls this and puts another in its place.
  callback: (error: unknown) => void;
  readonly #client: PoolClient;
  readonly #sender: WriteSender;
  #statements: readonly ScopedStatement[];
  #connection: Connection | undefined;
  #at = 0;
  #sinceMs = 0;

  /** @param client - released when the last of them is answered. */
  constructor(client: PoolClient, statements: readonly ScopedStatement[], sender: WriteSender) {
    this.#client = client;
    this.#statements = statements;
    this.#sender = sender;
    this.callback = this.#end;
  }

  get name(): string {
    return this.#current.name;
  }

  get text(): string {
    return this.#current.text;
  }

  submit(connection: Connection): Error | null {
    if (this.#at > 0) return null;
    const clash = this.#choose(connection);
    if (clash !== null) return clash;
    this.#connection = connection;
    this.#sinceMs = performance.now();
    connection.stream.cork();
    for (const statement of this.#statements) statement.write(connection);
    connection.stream.uncork();
    return null;
  }

  handleRowDescription({ fields }: { readonly fields: readonly FieldDef[] }): void {
    this.#current.readColumns(fields);
  }

  handleDataRow({ fields }: { readonly fields: readonly WrittenValue[] }): void {
    this.#current.readRow(fields);
  }

  handleCommandComplete(): void {
    this.#current.complete();
  }

  handleEmptyQuery(): void {
    this.#current.complete();
  }

  /** Instead of any further answer. PostgreSQL and the driver are ready for others a moment later. */
  handleError(error: unknown): void {
    this.callback(error);
  }

  handleReadyForQuery(): void {
    this.callback(null);
  }

  get #current(): ScopedStatement {
    return this.#statements[this.#at]!;
  }

  /** Only what is kept goes together: whether another's parsing succeeds is not known when all are written. */
  #choose(connection: Connection): LukouError | null {
    const all = this.#statements;
    const kept = all.filter((statement) => statement.isKept(connection));
    this.#statements = kept.length > 0 ? kept : all.slice(0, 1);
    if (this.#statements.length < all.length)
      this.#sender.onUnsent(all.filter((statement) => !this.#statements.includes(statement)));
    return this.#current.findClash(connection);
  }

  #end = (error: unknown): void => {
    const client = this.#client;
    const ended = this.#current;
    // A statement that began a transaction would leave its scope to whoever comes next.
    const isUsable =
      error === null ? ended.isComplete && client.getTransactionStatus() === 'I' : connectionSurvives(error);
    this.#answered(ended);
    this.#at += 1;
    if (!isUsable) this.#giveUpFor(ended);
    else if (this.#at === this.#statements.length) client.release();
    else {
      this.callback = this.#end;
      client.query(this);
    }
    ended.end(error);
  };

  /** Ends those behind it and the connection. */
  #giveUpFor(ended: ScopedStatement): void {
    const rest = this.#statements.slice(this.#at);
    // PostgreSQL would first answer them: nobody is to wait for that.
    if (rest.length > 0) this.#connection?.stream.destroy();
    this.#client.release(true);
    for (const statement of rest) statement.end(givenUpFor(ended));
  }

  #answered(statement: ScopedStatement): void {
    const nowMs = performance.now();
    this.#sender.onAnswered(statement, nowMs - this.#sinceMs);
    this.#sinceMs = nowMs;
  }
}

function givenUpFor({ sent: { name = '' } }: ScopedStatement): LukouError {
  return new LukouError(
    'STORAGE_FAULT',
    `The connection was given up for statement ${name}, which went before.`,
  );
}
