import { dayOf } from '../../../base/index.ts';
import { endsOf, type TimeSpan } from '../../arguments.ts';
import { readPage, type Page, type PageRequest } from '../../pages.ts';
import type { AlarmRow } from '../../statements/oversight/alarm.ts';
import { findAlarm } from '../../statements/oversight/find-alarm.ts';
import { listAlarms } from '../../statements/oversight/list-alarms.ts';
import { listBudgetUse, type BudgetUseRow } from '../../statements/oversight/list-budget-use.ts';
import { followEvents, type ReaderGround } from '../ground.ts';
import { ownDataOf } from './own-data.ts';

interface AlarmFilter {
  readonly kind?: string | null;
  readonly owner?: string | null;
  readonly agency?: string | null;
  readonly during?: TimeSpan | null;
}

interface BudgetUseFilter {
  readonly owner?: string | null;
  readonly agreement?: string | null;
}

/** Alarms, and what is used of budgets: to the keeper of the log all, to another agency those of its own data. */
export function createAlarmReader(ground: ReaderGround) {
  const { session } = ground;
  const own = ownDataOf(ground);
  return {
    alarms: (request: PageRequest<AlarmFilter>): Promise<Page<AlarmRow>> =>
      readPage(ground, request, {
        list: 'alarms',
        positionOf: (row) => [row.raisedAt, row.id],
        rowsAfter: (position, limit) =>
          session.run(listAlarms, [
            own,
            request.filter?.kind ?? null,
            request.filter?.owner ?? null,
            request.filter?.agency ?? null,
            ...endsOf(request.filter?.during),
            ...(position ?? [null, null]),
            limit,
          ]),
      }),
    async alarm(id: string): Promise<AlarmRow | null> {
      const [row] = await session.run(findAlarm, [own, id]);
      return row ?? null;
    },
    alarmsAfter: (after: number | null | undefined) =>
      followEvents(ground, { topic: 'alarm', audience: own ?? '*' }, after),
    budgetUse: (request: PageRequest<BudgetUseFilter>): Promise<Page<BudgetUseRow>> => {
      // Days of budgets are those of +08:00.
      const today = dayOf(ground.nowMs);
      return readPage(ground, request, {
        list: 'budgetUse',
        positionOf: (row) => [row.agreement, row.actor, row.measure, row.clause],
        rowsAfter: (position, limit) =>
          session.run(listBudgetUse, [
            own,
            today,
            request.filter?.owner ?? null,
            request.filter?.agreement ?? null,
            ...(position ?? [null, null, null, null]),
            limit,
          ]),
      });
    },
  };
}
