import { JOINT_AGENCIES, PARTIES } from '../../../loops/index.ts';
import { divisionBounds } from '../../arguments.ts';
import { batchReads, rowsByKey } from '../../batches.ts';
import { readPage, requirePageSize, type Page, type PageRequest } from '../../pages.ts';
import { findDetentionMediations } from '../../statements/mediation/find-detention-mediations.ts';
import { findDisputeWarnings } from '../../statements/mediation/find-dispute-warnings.ts';
import { findJointWarning } from '../../statements/mediation/find-joint-warning.ts';
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
import { followEvents, readAsked, readWithin, type ReaderGround } from '../ground.ts';
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
  const isHandling = ground.agency === PARTIES.DisputeWarning['unit'];
  return {
    detentionMediations: (
      request: PageRequest<DetentionMediationFilter>,
    ): Promise<Page<DetentionMediationRow>> =>
      readPage(ground, request, {
        list: 'detentionMediations',
        positionOf: (row) => [row.intakeAt, row.id],
        rowsAfter: (position, limit) =>
          readAsked(ground, ['DetentionMediation'], listDetentionMediations, [
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
          readAsked(ground, ['DisputeWarning'], listDisputeWarnings, [
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
      return readAsked(ground, ['DisputeWarning'], listJointWarnings, [unit, requirePageSize(first)]);
    },
    detentionMediation: batchReads<[], DetentionMediationRow | null>(async (ids) => {
      const rows = await readAsked(ground, ['DetentionMediation'], findDetentionMediations, [ids]);
      return rowsByKey(rows, (row) => row.id);
    }, null),
    disputeWarning: batchReads<[], DisputeWarningRow | null>(async (ids) => {
      const rows = await readAsked(ground, ['DisputeWarning'], findDisputeWarnings, [ids]);
      return rowsByKey(rows, (row) => row.id);
    }, null),
    /** A warning that the caller's agency handles, or acts on as a unit. */
    async warningForUnit(id: string): Promise<JointWarningRow | null> {
      const unit = JOINT_AGENCIES[ground.agency];
      if (unit === undefined && !isHandling) return null;
      const params = [id, isHandling ? null : unit];
      const [row] = await readAsked(ground, ['DisputeWarning'], findJointWarning, params);
      return row ?? null;
    },
    /** Audiences are named after parties and units (sql/0044): an agency without a part in warnings is told of none. */
    warningsAfter: (after: number | null | undefined) => {
      const audience = isHandling ? 'unit' : (JOINT_AGENCIES[ground.agency] ?? ground.agency);
      return followEvents(ground, { topic: 'disputeWarning', audience }, after);
    },
    warningSubject: batchReads<[], WarningSubjectRow | null>(async (ids) => {
      const params = [ids, ground.agency];
      const rows = await readWithin(ground, ['DisputeWarning'], listWarningSubjects, params);
      return rowsByKey(rows, (row) => row.warningId);
    }, null),
  };
}
