import type pg from 'pg';
import type { RecordTypeName } from '../../ingest/index.ts';
import { DEADLINES, dueAt } from '../../loops/index.ts';

/** Where the items of a loop stand, and since when they are in a state that a file may bring them in. */
interface TimedTable {
  readonly table: string;
  /** The instant at which an item came into each state, as SQL. Of other states a file does not tell it. */
  readonly since: Readonly<Record<string, string>>;
  readonly level?: string;
  /** Instants that deadlines may end at, as SQL. */
  readonly instants?: Readonly<Record<string, string>>;
}

const TIMED: Partial<Record<RecordTypeName, TimedTable>> = {
  MediationCase: {
    table: 'mediation.mediation_case',
    since: Object.fromEntries(['AGREED', 'FAILED', 'WITHDRAWN'].map((state) => [state, 'item.closed_at'])),
  },
  DetentionMediation: {
    table: 'mediation.detention_mediation',
    since: {
      INTAKE: 'item.intake_at',
      MEDIATING: 'coalesce(item.screened_at, item.intake_at)',
      RELEASED: 'item.release_at',
    },
    instants: { releaseAt: 'item.release_at' },
  },
  DisputeWarning: {
    table: 'mediation.dispute_warning',
    since: { PUSHED: 'item.pushed_at' },
    level: 'item.level',
  },
  RoadEvent: { table: 'traffic.road_event', since: { REPORTED: 'item.valid_from' } },
};

interface WaitingItem {
  readonly id: string;
  readonly state: string;
  readonly level: string | null;
  readonly enteredAtMs: number;
  readonly instants: Readonly<Record<string, number | null>>;
}

/** Gives items that a file brought into a state the deadline of that state, in the transaction of the file. */
export async function setDeadlines(
  client: pg.PoolClient,
  loaded: ReadonlySet<RecordTypeName>,
): Promise<void> {
  for (const [machine, timed] of Object.entries(TIMED)) {
    if (!loaded.has(machine as RecordTypeName)) continue;
    const { rows } = await client.query<WaitingItem>(listWaiting(timed));
    const due = rows.flatMap((item) => {
      const { dueAtMs } = dueAt({ ...item, machine }, DEADLINES);
      return dueAtMs === null ? [] : [{ id: item.id, dueAt: new Date(dueAtMs).toISOString() }];
    });
    if (due.length === 0) continue;
    await client.query(
      `update ${timed.table} item set due_at = told.due_at
        from unnest($1::text[], $2::timestamptz[]) as told (id, due_at) where item.id = told.id`,
      [due.map(({ id }) => id), due.map(({ dueAt: at }) => at)],
    );
  }
}

function listWaiting({ table, since, level = 'null::text', instants = {} }: TimedTable): string {
  const entered = Object.entries(since).map(([state, at]) => `when '${state}' then ${at}`);
  const enteredAt = `case item.status ${entered.join(' ')} end`;
  const told = Object.entries(instants).map(([name, at]) => `'${name}', ${inMs(at)}`);
  return `select item.id, item.status as state, ${level} as level, (${inMs(enteredAt)})::float8 as "enteredAtMs",
      jsonb_build_object(${told.join(', ')}) as instants
    from ${table} item
    where item.state_version = 0 and item.due_at is null and ${enteredAt} is not null`;
}

function inMs(instant: string): string {
  return `extract(epoch from ${instant}) * 1000`;
}
