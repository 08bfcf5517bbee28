import { Pool } from 'pg';
import { hashSubject, type SubjectKind } from '../../../src/masking/index.ts';
import {
  createCursorSealer,
  openReader,
  openSession,
  type Readers,
  type Session,
  type SessionScope,
  type StatisticGrants,
  type Statement,
  type TimeBucket,
} from '../../../src/storage/index.ts';
import type { TestDatabase } from '../../postgres/database.ts';
import { TEST_DESK } from './test-desk.ts';

const cursors = createCursorSealer(Buffer.alloc(32, 3));
const NOW_MS = Date.parse('2026-03-02T12:00:00+08:00');
/** Numbers are told exactly; tables, which are never told so, of groups of one. */
const EXACT: StatisticGrants = {
  ruleOf: (coordinate) => (/^Query\..*Statistics$/.test(coordinate) ? { k: 1, roundTo: 1 } : null),
  mayGroupBy: () => true,
};

/** The readers of one operation, over one session whose rows are checked against their shapes. */
export interface OpenReaders extends Readers {
  /** Names of the statements that were sent, in order. */
  readonly sent: string[];
  /** Rows that each statement returned. */
  readonly rowCounts: Map<string, number>;
  /** Every statement that was asked for, with its parameters. */
  readonly runs: { readonly statement: Statement; readonly params: readonly unknown[] }[];
  close(): Promise<void>;
}

/** Opens readers for a scope. With `pool`, they read through it in place of the application's own login. */
export function openReaders(
  database: TestDatabase,
  scope: SessionScope,
  {
    pool = database.app,
    grantDigest = 'grant',
    bucketOf = () => null,
    statistics = EXACT,
    agency = 'AG-TEST',
    caseReference = null,
    asked,
  }: {
    pool?: Pool;
    grantDigest?: string;
    bucketOf?: (coordinate: string) => TimeBucket | null;
    statistics?: StatisticGrants;
    agency?: string;
    caseReference?: string | null;
    /** What the operation asks for; rows are read whole without. */
    asked?: ReadonlyMap<string, ReadonlySet<string>>;
  } = {},
): OpenReaders {
  const sent: string[] = [];
  const rowCounts = new Map<string, number>();
  const runs: OpenReaders['runs'] = [];
  const inner = openSession({
    pool,
    signer: database.signer,
    scope,
    shapeChecked: true,
    onStatement: (name) => sent.push(name),
  });
  const session: Session = {
    async run(statement, params) {
      runs.push({ statement, params });
      const rows = await inner.run(statement, params);
      rowCounts.set(statement.name, (rowCounts.get(statement.name) ?? 0) + rows.length);
      return rows;
    },
    close: () => inner.close(),
  };
  const ground = {
    desk: TEST_DESK,
    session,
    scope,
    agency,
    caseReference,
    ...(asked && { asked }),
    nowMs: NOW_MS,
    cursors,
    grantDigest,
    bucketOf,
    statistics,
    findSubjects: (kind: SubjectKind, value: string) =>
      [hashSubject(Buffer.alloc(32, 4), kind, value) ?? []].flat(),
  };
  return {
    traffic: openReader('traffic', ground),
    checkpoint: openReader('checkpoint', ground),
    mediation: openReader('mediation', ground),
    oversight: openReader('oversight', ground),
    sent,
    rowCounts,
    runs,
    close: () => session.close(),
  };
}

/** A pool that row-level security does not bind: what it does not see, the statements themselves keep back. */
export function unboundPool(database: TestDatabase): Pool {
  const pool = new Pool({
    connectionString: database.url('lukou_admin'),
    types: database.app.options.types,
    options: '-c search_path=pg_catalog -c TimeZone=Asia/Shanghai',
    max: 2,
  });
  pool.on('error', () => undefined);
  return pool;
}
