import { JOINT_AGENCIES } from '../../../loops/index.ts';
import { divisionBounds } from '../../arguments.ts';
import { batchReads, rowsByKey } from '../../batches.ts';
import { readPage, requirePageSize, type Page, type PageRequest } from '../../pages.ts';
import {
  listDetentionMediations,
  type DetentionMediationRow,
} from '../../statements/mediation/list-detention-mediations.ts';
import {
  listDisputeWarnings,
  type DisputeWarningRow,
} from '../../statements/mediation/list-dispute-warnings.ts';
import { type JointWarningRow, listJointWarnings } from '../../statements/mediation/list-joint-warnings.ts';
import {
  listWarningSubjects,
  type WarningSubjectRow,
} from '../../statements/mediation/list-warning-subjects.ts';
import { readWithin, type ReaderGround } from '../ground.ts';
import { overdueAt } from '../loops.ts';

interface DetentionMediationFilter {
  readonly statuses?: readonly string[] | null;
  readonly overdue?: boolean | null;
}

interface DisputeWarningFilter {
  readonly divisionCode?: string | null;
  readonly levels?: readonly string[] | null;
  readonly statuses?: readonly string[] | null;
  readonly overdue?: boolean | null;
}

/** Mediation inside the detention centre, and warnings of disputes that may grow worse. */
export function readDetention(ground: ReaderGround) {
  return {
    detentionMediations: (
      request: PageRequest<DetentionMediationFilter>,
    ): Promise<Page<DetentionMediationRow>> =>
      readPage(ground, request, {
        list: 'detentionMediations',
        positionOf: (row) => [row.intakeAt, row.id],
        rowsAfter: (position, limit) =>
          readWithin(ground, ['DetentionMediation'], listDetentionMediations, [
            request.filter?.statuses ?? null,
            ...overdueAt(ground, request.filter?.overdue),
            ...(position ?? [null, null]),
            limit,
          ]),
      }),
    disputeWarnings: (request: PageRequest<DisputeWarningFilter>): Promise<Page<DisputeWarningRow>> =>
      readPage(ground, request, {
        list: 'disputeWarnings',
        positionOf: (row) => [row.pushedAt, row.id],
        rowsAfter: (position, limit) =>
          readWithin(ground, ['DisputeWarning'], listDisputeWarnings, [
            ...divisionBounds(request.filter?.divisionCode),
            request.filter?.levels ?? null,
            request.filter?.statuses ?? null,
            ...overdueAt(ground, request.filter?.overdue),
            ...(position ?? [null, null]),
            limit,
          ]),
      }),
    jointWarnings: async (first: number): Promise<readonly JointWarningRow[]> => {
      const unit = JOINT_AGENCIES[ground.agency];
      if (unit === undefined) return [];
      return readWithin(ground, ['DisputeWarning'], listJointWarnings, [unit, requirePageSize(first)]);
    },
    warningSubject: batchReads<[], WarningSubjectRow | null>(async (ids) => {
      const params = [ids, ground.agency];
      const rows = await readWithin(ground, ['DisputeWarning'], listWarningSubjects, params);
      return rowsByKey(rows, (row) => row.warningId);
    }, null),
  };
}
