import { escapeLiteral, type Pool, type PoolClient, type QueryConfig, type QueryResult } from 'pg';
import { LukouError } from '../base/index.ts';
import { deriveCommitted } from './derive-log.ts';
import type { ScopeSigner, SessionScope } from './scope-signer.ts';
import type { Statement } from './statement.ts';
import { connectionSurvives, storageFault } from './storage-fault.ts';

/** The database as one subgraph operation sees it: its own rows, and at most one connection at a time. */
export interface Session {
  /** Runs a statement and returns its rows. Throws STORAGE_FAULT, which names SQLSTATE and constraint only. */
  run<Row extends object>(statement: Statement<Row>, params: readonly unknown[]): Promise<Row[]>;
  /** Ends the transaction and gives the connection back. Never rejects; may be called twice. */
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
  /** Tests only: every row is checked against its statement's row shape. */
  readonly shapeChecked?: boolean;
}

/**
 * Opens a session. Nothing is sent before the first statement. Scoped statements share one read-only transaction
 * whose first round trip carries the signed row scope; statements run one after the other, so that a session never
 * holds two connections and no two sessions can wait for each other.
 */
export function openSession(options: SessionOptions): Session {
  let client: PoolClient | null = null;
  let closed = false;
  let isLogDerived = false;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  /**
   * The first statement goes out right behind the beginning, without waiting for it. Where the beginning fails, the
   * statement runs without a scope: row-level security shows it no row, and its answer is not looked at.
   */
  async function runFirst<Row extends object>(query: QueryConfig): Promise<QueryResult<Row>> {
    const fresh = await options.pool.connect();
    client = fresh;
    // One write to the socket for both: writing costs more than anything else here.
    const { stream } = fresh.connection;
    stream.cork();
    const begun = fresh.query(beginScoped(options.signer, options.scope));
    const answered = fresh.query<Row>(query);
    stream.uncork();
    answered.catch(() => undefined);
    try {
      await begun;
    } catch (error) {
      await end(false);
      throw error;
    }
    return answered;
  }

  /**
   * Also after an error: a later statement of the operation begins anew, so that one field's fault stays its own. A
   * connection that cannot roll back is closed, which rolls back as well; the pool tells of its loss.
   */
  async function end(reusable: boolean): Promise<void> {
    const held = client;
    client = null;
    if (held === null) return;
    const rolledBack =
      reusable &&
      (await held.query('rollback').then(
        () => true,
        () => false,
      ));
    held.release(!rolledBack);
  }

  async function send<Row extends object>(
    statement: Statement<Row>,
    params: readonly unknown[],
  ): Promise<Row[]> {
    if (closed)
      throw new LukouError('INTERNAL', `Statement ${statement.name} came after its session had been closed.`);
    if (options.ending?.signal.aborted === true)
      throw new LukouError(
        'STORAGE_FAULT',
        `Statement ${statement.name} was not sent: nobody waits for it any more.`,
      );
    try {
      options.onStatement?.(statement.name);
      if (statement.readsLog === true && !isLogDerived) {
        // On a connection of its own, and so without one in hand; and a snapshot from before would not see it.
        await end(true);
        await deriveCommitted(options.pool);
        isLogDerived = true;
      }
      const name = statement.plannedAnew === true ? {} : { name: statement.name };
      const query = { ...name, text: statement.text, values: [...params] };
      const { rows } =
        client === null && statement.scoped
          ? await runFirst<Row>(query)
          : await (client ?? options.pool).query<Row>(query);
      return rows;
    } catch (error) {
      await end(connectionSurvives(error));
      throw storageFault(error, statement.name);
    }
  }

  return {
    run: (statement, params) =>
      inTurn(async () => {
        const rows = await send(statement, params);
        if (options.shapeChecked === true) for (const row of rows) requireShape(statement, row);
        return rows;
      }),
    close: () =>
      inTurn(async () => {
        closed = true;
        await end(true);
      }),
  };
}

/** One round trip: the simple protocol takes several commands at once, and knows no parameters. */
function beginScoped(signer: ScopeSigner, scope: SessionScope): string {
  return `begin isolation level repeatable read read only; ${setScope(signer, scope)}`;
}

/**
 * Begins the transaction of an act, under the caller's row scope. Each statement sees what others committed before it; and
 * the commit is on disk when it returns, whatever the server's default says: somebody is told on it.
 */
export function beginActing(signer: ScopeSigner, scope: SessionScope): string {
  return `begin isolation level read committed; set local synchronous_commit = on; ${setScope(signer, scope)}`;
}

function setScope(signer: ScopeSigner, scope: SessionScope): string {
  const { body, mac } = signer.sign(scope);
  return `select ${localSetting('lukou.scope', body)}, ${localSetting('lukou.scope_mac', mac)}`;
}

function localSetting(name: string, value: string): string {
  return `set_config('${name}', ${escapeLiteral(value)}, true)`;
}

function requireShape(statement: Statement, row: object): void {
  const parsed = statement.row.safeParse(row);
  if (parsed.success) return;
  const places = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.code})`).join(', ');
  throw new LukouError(
    'STORAGE_FAULT',
    `Statement ${statement.name} returned a row of another shape: ${places}.`,
  );
}
