import type { Pool } from 'pg';
import { LukouError } from '../base/index.ts';
import { checkRow } from './check-row.ts';
import { deriveCommitted } from './derive-log.ts';
import { runInScope } from './run-in-scope.ts';
import type { ScopeSigner, SessionScope } from './scope-signer.ts';
import type { Statement } from './statement.ts';
import { storageFault } from './storage-fault.ts';

/** The database as one subgraph operation sees it: its own rows, and at most one connection at a time. */
export interface Session {
  /** Runs a statement and returns its rows. Throws STORAGE_FAULT, which names SQLSTATE and constraint only. */
  run<Row extends object>(statement: Statement<Row>, params: readonly unknown[]): Promise<Row[]>;
  /** Waits for what runs, and refuses what comes later. Never rejects; may be called twice. */
  close(): Promise<void>;
}

/** What a session is made of. */
export interface SessionOptions {
  readonly pool: Pool;
  readonly signer: ScopeSigner;
  readonly scope: SessionScope;
  /** Its signal refuses every statement that was not sent before; read with the first one. */
  readonly ending?: { readonly signal: AbortSignal };
  /** Told the name of every statement that is sent; tests count with it. */
  readonly onStatement?: (name: string) => void;
  /** Tests only: every row is checked against its statement's row shape, and so is what is read of it. */
  readonly shapeChecked?: boolean;
}

/**
 * Opens a session. Each statement is a transaction of its own, which carries the signed row scope where the statement needs
 * one, and holds a connection for no longer. Statements run one after the other, so that an operation has one connection
 * at most, however much it asks for.
 */
export function openSession(options: SessionOptions): Session {
  const { pool, signer, scope } = options;
  let closed = false;
  let isLogDerived = false;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function send<Row extends object>(
    statement: Statement<Row>,
    params: readonly unknown[],
  ): Promise<Row[]> {
    const { name, text, preparedAs = name } = statement;
    if (closed) throw new LukouError('INTERNAL', `Statement ${name} came after its session had been closed.`);
    if (options.ending?.signal.aborted === true)
      throw new LukouError('STORAGE_FAULT', `Statement ${name} was not sent: nobody waits for it any more.`);
    try {
      options.onStatement?.(name);
      if (statement.readsLog === true && !isLogDerived) {
        await deriveCommitted(pool);
        isLogDerived = true;
      }
      const sent = statement.plannedAnew === true ? { text } : { name: preparedAs, text };
      return await runInScope<Row>(pool, statement.scoped ? signer.sign(scope) : null, sent, params);
    } catch (error) {
      throw storageFault(error, name);
    }
  }

  return {
    run: (statement, params) =>
      inTurn(async () => {
        const rows = await send(statement, params);
        return options.shapeChecked === true ? rows.map((row) => checkRow(statement, row)) : rows;
      }),
    close: () =>
      inTurn(() => {
        closed = true;
      }),
  };
}
