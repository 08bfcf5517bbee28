import { divisionBounds, endsOf, liesIn, type TimeSpan } from '../../arguments.ts';
import { batchReads, rowsByKey, rowsByParent } from '../../batches.ts';
import type { Position } from '../../cursors.ts';
import { readPage, requirePageSize, type Page, type PageRequest } from '../../pages.ts';
import type { Statement } from '../../statement.ts';
import { findRoadEvents } from '../../statements/traffic/find-road-events.ts';
import { listRoadEventsById } from '../../statements/traffic/list-road-events-by-id.ts';
import { listRoadEventsByTime } from '../../statements/traffic/list-road-events-by-time.ts';
import { listSegmentEvents } from '../../statements/traffic/list-segment-events.ts';
import type { DetourRow } from '../../statements/traffic/detour.ts';
import { readDetours } from '../../statements/traffic/read-detours.ts';
import type { RoadEventRow } from '../../statements/traffic/road-event.ts';
import { summariseClosures, type ClosureSummaryRow } from '../../statements/traffic/summarise-closures.ts';
import { followEvents, readAsked, type ReaderGround } from '../ground.ts';
import { overdueAt } from '../loops.ts';
import { audienceOf } from './audience.ts';

interface RoadEventFilter {
  readonly divisionCode?: string | null;
  readonly eventKinds?: readonly string[] | null;
  readonly during?: TimeSpan | null;
  readonly surfaceCondition?: string | null;
  readonly roadCodes?: readonly string[] | null;
  readonly statuses?: readonly string[] | null;
  readonly overdue?: boolean | null;
  readonly openDetour?: string | null;
}

type RoadEventOrder = 'VALID_FROM_DESC' | 'ID_ASC';

const ORDERS: Readonly<
  Record<
    RoadEventOrder,
    { statement: Statement<RoadEventRow>; positionOf: (row: RoadEventRow) => Position; start: Position }
  >
> = {
  ID_ASC: { statement: listRoadEventsById, positionOf: (row) => [row.id], start: [null] },
  VALID_FROM_DESC: {
    statement: listRoadEventsByTime,
    positionOf: (row) => [row.validFrom, row.id],
    start: [null, null],
  },
};

/** Road events: closures, accidents, roadworks, weather. */
export function readEvents(ground: ReaderGround) {
  const { session } = ground;
  const audience = audienceOf(ground);
  const onSegments = batchReads<[number, string, string], readonly RoadEventRow[]>(
    async (segmentIds, first, from, to) =>
      rowsByParent(
        await readAsked(ground, [], listSegmentEvents, [segmentIds, from, to, first, audience]),
        (row) => row.segmentId,
      ),
    [],
  );

  return {
    roadEvent: batchReads<[], RoadEventRow | null>(
      async (ids) => rowsByKey(await readAsked(ground, [], findRoadEvents, [ids, audience]), (row) => row.id),
      null,
    ),
    roadEvents: (request: PageRequest<RoadEventFilter, RoadEventOrder>): Promise<Page<RoadEventRow>> => {
      const { filter } = request;
      const { statement, positionOf, start } = ORDERS[request.orderBy ?? 'VALID_FROM_DESC'];
      const [from, to] = endsOf(filter?.during);
      return readPage(ground, request, {
        list: 'roadEvents',
        positionOf,
        rowsAfter: (position, limit) =>
          readAsked(ground, [], statement, [
            ...divisionBounds(filter?.divisionCode),
            filter?.eventKinds ?? null,
            from,
            to,
            filter?.surfaceCondition ?? null,
            filter?.roadCodes ?? null,
            filter?.statuses ?? null,
            ...overdueAt(ground, filter?.overdue),
            filter?.openDetour ?? null,
            audience,
            ...(position ?? start),
            limit,
          ]),
      });
    },
    /** The road event, where it lies in the division. */
    async roadEventIn(id: string, divisionCode: string | null | undefined): Promise<RoadEventRow | null> {
      const [row] = await session.run(findRoadEvents, [[id], audience]);
      return row !== undefined && liesIn(row.divisionCode, divisionCode) ? row : null;
    },
    detour: batchReads<[], DetourRow | null>(
      async (eventIds) =>
        rowsByKey(
          await session.run(readDetours, [eventIds, new Date(ground.nowMs).toISOString(), audience]),
          (row) => row.eventId,
        ),
      null,
    ),
    roadEventsAfter: (after: number | null | undefined) =>
      followEvents(ground, { topic: 'roadEvent', audience: audience.at(-1)! }, after),
    segmentEvents: (segmentId: string, first: number, during?: TimeSpan | null) =>
      onSegments(segmentId, requirePageSize(first), ...endsOf(during)),
    closureSummary: (during: TimeSpan, surfaceCondition: string): Promise<readonly ClosureSummaryRow[]> =>
      session.run(summariseClosures, [...endsOf(during), surfaceCondition, audience]),
  };
}
