import { codesIn, divisionBounds, endsOf, spanBounds, type TimeSpan } from '../../arguments.ts';
import { batchReads, rowsByKey, rowsByParent } from '../../batches.ts';
import type { Position } from '../../cursors.ts';
import { readPage, requirePageSize, type Page, type PageRequest } from '../../pages.ts';
import type { Statement } from '../../statement.ts';
import { countCases } from '../../statements/mediation/count-cases.ts';
import { findCases } from '../../statements/mediation/find-cases.ts';
import { listCasesById } from '../../statements/mediation/list-cases-by-id.ts';
import { listCasesByTime } from '../../statements/mediation/list-cases-by-time.ts';
import { listEventCases } from '../../statements/mediation/list-event-cases.ts';
import { listFollowUps, type FollowUpRow } from '../../statements/mediation/list-follow-ups.ts';
import { listParties, type MediationPartyRow } from '../../statements/mediation/list-parties.ts';
import { listSegmentCases } from '../../statements/mediation/list-segment-cases.ts';
import type { MediationCaseRow } from '../../statements/mediation/mediation-case.ts';
import { readAsked, readWithin, type ReaderGround } from '../ground.ts';
import { overdueAt } from '../loops.ts';
import { openCaseStatistics } from './statistics.ts';

interface MediationCaseFilter {
  readonly divisionCode?: string | null;
  readonly disputeKinds?: readonly string[] | null;
  readonly statuses?: readonly string[] | null;
  readonly during?: TimeSpan | null;
  readonly overdue?: boolean | null;
}

type MediationCaseOrder = 'ACCEPTED_AT_DESC' | 'ID_ASC';

const ORDERS: Readonly<
  Record<
    MediationCaseOrder,
    {
      statement: Statement<MediationCaseRow>;
      positionOf: (row: MediationCaseRow) => Position;
      start: Position;
    }
  >
> = {
  ID_ASC: { statement: listCasesById, positionOf: (row) => [row.id], start: [null] },
  ACCEPTED_AT_DESC: {
    statement: listCasesByTime,
    positionOf: (row) => [row.acceptedAt, row.id],
    start: [null, null],
  },
};

/** Cases of people's mediation, their parties and follow-ups. */
export function readCases(ground: ReaderGround) {
  const accidentCasesBy = (
    statement: Statement<MediationCaseRow>,
    parentOf: (row: MediationCaseRow) => string | null,
  ) =>
    batchReads<[number], readonly MediationCaseRow[]>(
      async (parents, first) =>
        rowsByParent(await readAsked(ground, ['MediationCase'], statement, [parents, first]), parentOf),
      [],
    );
  const onSegments = accidentCasesBy(listSegmentCases, (row) => row.segmentId);
  const afterEvents = accidentCasesBy(listEventCases, (row) => row.roadEventId);
  const counts = batchReads<[string, string, string | null], number | null>(
    async (codes, from, to, disputeKind) => {
      const bounds = codes.map(codesIn);
      const rows = await readWithin(ground, ['MediationCase'], countCases, [
        codes,
        bounds.map(([first]) => first),
        bounds.map(([, last]) => last),
        from,
        to,
        disputeKind,
      ]);
      return new Map(rows.map((row) => [row.parent, row.count]));
    },
    null,
  );

  return {
    mediationCase: batchReads<[], MediationCaseRow | null>(
      async (ids) => rowsByKey(await readAsked(ground, ['MediationCase'], findCases, [ids]), (row) => row.id),
      null,
    ),
    mediationCases: (
      request: PageRequest<MediationCaseFilter, MediationCaseOrder>,
    ): Promise<Page<MediationCaseRow>> => {
      const { filter } = request;
      const { statement, positionOf, start } = ORDERS[request.orderBy ?? 'ACCEPTED_AT_DESC'];
      const [from, to] = spanBounds(filter?.during);
      return readPage(ground, request, {
        list: 'mediationCases',
        positionOf,
        rowsAfter: (position, limit) =>
          readAsked(ground, ['MediationCase'], statement, [
            ...divisionBounds(filter?.divisionCode),
            filter?.disputeKinds ?? null,
            filter?.statuses ?? null,
            from,
            to,
            ...overdueAt(ground, filter?.overdue),
            ...(position ?? start),
            limit,
          ]),
      });
    },
    parties: batchReads<[], readonly MediationPartyRow[]>(
      async (caseIds) =>
        rowsByParent(
          await readWithin(ground, ['MediationCase'], listParties, [caseIds]),
          (row) => row.caseId,
        ),
      [],
    ),
    followUps: batchReads<[], readonly FollowUpRow[]>(
      async (caseIds) =>
        rowsByParent(
          await readWithin(ground, ['MediationCase'], listFollowUps, [caseIds]),
          (row) => row.caseId,
        ),
      [],
    ),
    segmentCases: (segmentId: string, first: number) => onSegments(segmentId, requirePageSize(first)),
    eventCases: (roadEventId: string, first: number) => afterEvents(roadEventId, requirePageSize(first)),
    mediationCount: (divisionCode: string, during: TimeSpan, disputeKind?: string | null) => {
      const rule = ground.statistics.ruleOf('AdminDivision.mediationCount');
      if (rule === null) return counts(divisionCode, ...endsOf(during), disputeKind ?? null);
      const [first, last] = codesIn(divisionCode);
      return openCaseStatistics(ground).count(rule, {
        during,
        needs: ['DIVISION', ...(disputeKind == null ? [] : (['KIND'] as const))],
        holds: ({ DIVISION, KIND }) =>
          DIVISION !== null &&
          DIVISION >= first &&
          DIVISION <= last &&
          (disputeKind == null || KIND === disputeKind),
      });
    },
  };
}
