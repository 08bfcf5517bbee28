import type { Pool, QueryResultRow } from 'pg';
import type { Person, RetentionDesk } from '../audit/index.ts';
import { LukouError } from '../base/index.ts';
import { deriveCommitted } from './derive-log.ts';
import { type NamedStatement, runNamed } from './run-named.ts';
import { runUnhurried } from './run-unhurried.ts';

const FIND_TO_INDEX = {
  name: 'oversight.find-prune-index',
  text: `select coalesce(
      (select min(index) from oversight.disclosure where log = $1 and recorded_at >= $2),
      (select size from oversight.log_head where log = $1),
      0) / 256 * 256 as "toIndex"`,
};
const WHY_NOT = {
  name: 'oversight.why-not-prunable',
  text: 'select oversight.why_not_prunable($1, $2, $3, $4) as why',
};
const APPROVE = {
  name: 'oversight.approve-prune',
  text: `insert into oversight.prune_approval (log, to_index, actor, actor_agency, actor_role)
    values ($1, $2, $3, $4, $5) on conflict do nothing`,
};
const COUNT_APPROVALS = {
  name: 'oversight.count-prune-approvals',
  text: 'select oversight.count_prune_approvals($1, $2) as count',
};
const LIST_APPROVED = {
  name: 'oversight.list-approved-prunes',
  text: `select distinct to_index as "toIndex" from oversight.prune_approval approved
    where log = $1 and oversight.count_prune_approvals(log, to_index) >= 2
      and not exists (select from oversight.prune p where p.log = approved.log and p.to_index >= approved.to_index)
    order by to_index`,
};
const PRUNE = {
  name: 'oversight.prune-log',
  text: 'select oversight.prune_log($1, $2, $3, $4, $5) as removed',
};
const HOLD = {
  name: 'oversight.hold-log',
  text: `insert into oversight.legal_hold (id, log, reason, actor, actor_agency, actor_role)
    select $1, $2, $3, $4, $5, $6 where $2::text is null or exists (select from oversight.log where log = $2)`,
};
const END_HOLD = {
  name: 'oversight.end-hold',
  text: `insert into oversight.legal_hold_end (hold_id, actor, actor_agency, actor_role)
    select id, $2, $3, $4 from oversight.legal_hold where id = $1 on conflict do nothing`,
};
const CLOSE = {
  name: 'oversight.close-log',
  text: 'update oversight.log set closed_at = now() where log = $1',
};

/** Pruning of the logs of a database. What may go, and how old it must be, the database itself says. */
export function createRetentionDesk(pool: Pool): RetentionDesk {
  const run = <Row extends QueryResultRow>(statement: NamedStatement, values: readonly unknown[]) =>
    runNamed<Row>(pool, statement, values);
  const columnsOf = ({ pseudonym, agency, role }: Person) => [pseudonym, agency, role];

  return {
    async findToIndex(log, before) {
      await deriveCommitted(pool);
      const { rows } = await run<{ toIndex: number }>(FIND_TO_INDEX, [log, before.toISOString()]);
      return rows[0]!.toIndex;
    },
    async whyNotPrunable({ log, toIndex }, { keepDays, keepSharingDays }) {
      await deriveCommitted(pool);
      const { rows } = await run<{ why: string | null }>(WHY_NOT, [log, toIndex, keepDays, keepSharingDays]);
      return rows[0]!.why;
    },
    async approve({ log, toIndex }, by) {
      await run(APPROVE, [log, toIndex, ...columnsOf(by)]);
      const { rows } = await run<{ count: number }>(COUNT_APPROVALS, [log, toIndex]);
      return rows[0]!.count;
    },
    async listApproved(log) {
      const { rows } = await run<{ toIndex: number }>(LIST_APPROVED, [log]);
      return rows.map(({ toIndex }) => toIndex);
    },
    async prune({ log, toIndex }, { keepDays, keepSharingDays }, boundary) {
      const values = [log, toIndex, keepDays, keepSharingDays, boundary];
      const [row] = await runUnhurried<{ removed: number }>(pool, PRUNE, values);
      return row!.removed;
    },
    async hold({ id, log, reason }, by) {
      const { rowCount } = await run(HOLD, [id, log, reason, ...columnsOf(by)]);
      if (rowCount === 0) throw new LukouError('HOLD_UNKNOWN');
    },
    async closeLog(log) {
      await run(CLOSE, [log]);
    },
    async endHold(id, by) {
      const { rowCount } = await run(END_HOLD, [id, ...columnsOf(by)]);
      if (rowCount === 0) throw new LukouError('HOLD_UNKNOWN');
    },
  };
}
