import type { Pool, QueryResultRow } from 'pg';
import type { Erasure, ErasureDesk } from '../audit/index.ts';
import { deriveCommitted } from './derive-log.ts';
import { type NamedStatement, runNamed } from './run-named.ts';
import { runUnhurried } from './run-unhurried.ts';

const WHY_DETAIL_STAYS = {
  name: 'oversight.why-detail-stays',
  text: 'select oversight.why_detail_stays($1, $2, $3) as why',
};
const APPROVE = {
  name: 'oversight.approve-erasure',
  text: `insert into oversight.erasure_approval (what, mark, actor, actor_agency, actor_role)
    values ($1, $2, $3, $4, $5) on conflict do nothing`,
};
const COUNT_APPROVALS = {
  name: 'oversight.count-erasure-approvals',
  text: 'select oversight.count_erasure_approvals($1, $2) as count',
};
const LIST_APPROVED = {
  name: 'oversight.list-approved-erasures',
  text: `select distinct mark as "toIndex" from oversight.erasure_approval
    where what = 'detail of ' || $1 and oversight.count_erasure_approvals(what, mark) >= 2
      and mark > oversight.detail_erased_to($1)
    order by mark`,
};
const IS_HELD = { name: 'oversight.is-anything-held', text: 'select oversight.is_held(null) as held' };
const ERASE = {
  name: 'oversight.erase-detail',
  text: 'select oversight.erase_detail($1, $2, $3) as removed',
};

/** Erasing of detail, and approvals of it. What may go, and how old it must be, the database itself says. */
export function createErasureDesk(pool: Pool): ErasureDesk {
  const run = <Row extends QueryResultRow>(statement: NamedStatement, values: readonly unknown[] = []) =>
    runNamed<Row>(pool, statement, values);

  return {
    async whyDetailStays({ log, toIndex }, { keepDays }) {
      await deriveCommitted(pool, log);
      const { rows } = await run<{ why: string | null }>(WHY_DETAIL_STAYS, [log, toIndex, keepDays]);
      return rows[0]!.why;
    },
    async approve(erasure, { pseudonym, agency, role }) {
      const mark = markOf(erasure);
      await run(APPROVE, [...mark, pseudonym, agency, role]);
      const { rows } = await run<{ count: number }>(COUNT_APPROVALS, mark);
      return rows[0]!.count;
    },
    async listApprovedDetail(log) {
      const { rows } = await run<{ toIndex: number }>(LIST_APPROVED, [log]);
      return rows.map(({ toIndex }) => toIndex);
    },
    async eraseDetail({ log, toIndex }, { keepDays }) {
      await deriveCommitted(pool, log);
      const [row] = await runUnhurried<{ removed: number }>(pool, ERASE, [log, toIndex, keepDays]);
      return row!.removed;
    },
    async isAnythingHeld() {
      const { rows } = await run<{ held: boolean }>(IS_HELD);
      return rows[0]!.held;
    },
  };
}

/** How the table of approvals names it. */
function markOf(erasure: Erasure): readonly [what: string, mark: number] {
  if (erasure.kind === 'subject key') return [erasure.kind, erasure.epoch];
  return [`detail of ${erasure.range.log}`, erasure.range.toIndex];
}
