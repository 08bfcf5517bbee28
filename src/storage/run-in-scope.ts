import type { Pool } from 'pg';
import { BoundedCache } from '../base/index.ts';
import { ScopedStatement, type SentStatement } from './scoped-statement.ts';
import type { SignedScope } from './scope-signer.ts';
import { SharedWrite, type WriteSender } from './shared-write.ts';
import { writeValue } from './write-values.ts';

/**
 * Runs one statement behind its row scope, where it has one, and returns its rows. Both go out in one write before one
 * Sync, which PostgreSQL takes as one transaction: it ends with the answer, and the scope with it. Where the scope cannot
 * be set, PostgreSQL skips the statement.
 *
 * What is asked for in one turn of the event loop, by whomever, shares writes: waking a process of PostgreSQL's costs more
 * than most statements. Each remains a transaction of its own. Rejects with what the driver or PostgreSQL says.
 */
export function runInScope<Row extends object>(
  pool: Pool,
  scope: SignedScope | null,
  statement: SentStatement,
  params: readonly unknown[],
): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const settle = (failure: unknown, rows: object[]): void => {
      if (failure === null) resolve(rows as Row[]);
      else reject(failure);
    };
    queueOf(pool).add(new ScopedStatement(scope, statement, params.map(writeValue), settle));
  });
}

/** As many share a write at most: those behind wait for those before. */
const MOST_TOGETHER = 4;

/** Nobody waits behind a statement that has taken longer. */
const QUICK_MS = 25;

/** How much of what a statement took at its slowest still counts the next time. */
const MEMORY = 0.9;

/** Statements whose time is known, forms counted. One that is forgotten goes alone once. */
const MOST_TIMED = 1_000;

const queues = new WeakMap<Pool, WriteQueue>();

function queueOf(pool: Pool): WriteQueue {
  let queue = queues.get(pool);
  if (queue === undefined) queues.set(pool, (queue = new WriteQueue(pool)));
  return queue;
}

class WriteQueue implements WriteSender {
  readonly #pool: Pool;
  #waiting: ScopedStatement[] = [];
  /** What kept statements took at their slowest, fading, by name. */
  readonly #tookMs = new BoundedCache<string, number>(MOST_TIMED);

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  add(statement: ScopedStatement): void {
    if (this.#waiting.push(statement) === 1) setImmediate(() => this.#sendAll());
  }

  onUnsent(statements: readonly ScopedStatement[]): void {
    for (const statement of statements) this.#send([statement]);
  }

  onAnswered({ sent: { name } }: ScopedStatement, tookMs: number): void {
    if (name === undefined) return;
    const before = this.#tookMs.find(name) ?? 0;
    this.#tookMs.keep(name, Math.max(tookMs, before * MEMORY));
  }

  #sendAll(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    const quick: ScopedStatement[] = [];
    for (const statement of waiting) {
      if (this.#isQuick(statement)) quick.push(statement);
      else this.#send([statement]);
    }
    while (quick.length > 0) this.#send(quick.splice(0, MOST_TOGETHER));
  }

  #isQuick({ sent: { name } }: ScopedStatement): boolean {
    return name !== undefined && (this.#tookMs.find(name) ?? Infinity) < QUICK_MS;
  }

  #send(statements: readonly ScopedStatement[]): void {
    this.#pool.connect((refusal, client) => {
      if (client !== undefined) client.query(new SharedWrite(client, statements, this));
      else for (const statement of statements) statement.end(refusal);
    });
  }
}
