import type { Pool, PoolClient } from 'pg';
import { type MachineName, type OverdueItem, toldWhenOverdue } from '../../loops/index.ts';
import { LOOP_TABLES } from '../acts/loop-tables.ts';
import { inTransaction } from '../in-transaction.ts';
import { runNamed } from '../run-named.ts';
import { overdueTopic } from './overdue-topic.ts';

interface UntoldItem extends OverdueItem {
  readonly id: string;
  readonly dueAt: string;
}

/** So many at once: whatever has become overdue while nobody looked is told in pieces. */
const MOST = 500;

const LIST_UNTOLD = {
  name: 'live.list-untold-overdue',
  text: `
    select machine, id, state, due_at::text as "dueAt", parties from (
      ${Object.values(LOOP_TABLES)
        .map(({ listPassed }) => listPassed)
        .join('\n      union all\n      ')}
    ) item
    where not exists (
      select from live.overdue known
      where known.machine = item.machine and known.item_id = item.id and known.due_at = item.due_at)
    order by due_at, machine, id
    limit ${MOST}`,
};

const TAKE_TURN = {
  name: 'live.take-overdue-turn',
  text: `select pg_advisory_xact_lock(hashtextextended('live.overdue', 0))`,
};

const MARK = {
  name: 'live.mark-overdue',
  text: 'select live.mark_overdue($1, $2, $3) as id',
};

const PUBLISH = {
  name: 'live.publish',
  text: 'select live.publish($1, $2, $3)',
};

/**
 * Tells those who follow of every item whose deadline has passed and was not told yet, each deadline once, however many
 * processes look; returns how many there were. What passed while nobody looked is told now. Needs the login of the
 * intake, which sees every row.
 *
 * @throws LukouError STORAGE_FAULT: then nothing was told, and the next look tells it.
 */
export async function tellOverdue(pool: Pool, nowMs: number): Promise<number> {
  const now = new Date(nowMs).toISOString();
  let told = 0;
  for (;;) {
    // Mostly there is nothing, and that costs one question and no transaction.
    const { rowCount } = await runNamed(pool, LIST_UNTOLD, [now]);
    if (rowCount === 0) return told;
    told += await tellSome(pool, now);
  }
}

function tellSome(pool: Pool, now: string): Promise<number> {
  return inTransaction(pool, 'begin', async (client) => {
    // Who comes second finds what the first one left.
    await runNamed(client, TAKE_TURN);
    const { rows } = await runNamed<UntoldItem>(client, LIST_UNTOLD, [now]);
    for (const [machine, items] of Map.groupBy(rows, (item) => item.machine))
      await publishItems(client, machine, items);
    return rows.length;
  });
}

async function publishItems(
  client: PoolClient,
  machine: MachineName,
  items: readonly UntoldItem[],
): Promise<void> {
  await runNamed(client, MARK, [machine, items.map(({ id }) => id), items.map(({ dueAt }) => dueAt)]);
  const told = items.flatMap((item) => toldWhenOverdue(item).map((agency) => ({ agency, id: item.id })));
  for (const [agency, ofAgency] of Map.groupBy(told, (each) => each.agency))
    await runNamed(client, PUBLISH, [overdueTopic(machine), agency, ofAgency.map(({ id }) => id)]);
}
