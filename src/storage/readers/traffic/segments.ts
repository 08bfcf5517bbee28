import { divisionBounds, liesIn } from '../../arguments.ts';
import { batchReads, rowsByKey, rowsByParent } from '../../batches.ts';
import type { Position } from '../../cursors.ts';
import { readPage, type Page, type PageRequest } from '../../pages.ts';
import type { Statement } from '../../statement.ts';
import { findRoadSegments } from '../../statements/traffic/find-road-segments.ts';
import { findRoads } from '../../statements/traffic/find-roads.ts';
import { listCrosswalks, type RoadCrosswalkRow } from '../../statements/traffic/list-crosswalks.ts';
import { listRoadSegmentsByAadt } from '../../statements/traffic/list-road-segments-by-aadt.ts';
import { listRoadSegmentsById } from '../../statements/traffic/list-road-segments-by-id.ts';
import { listRoadSegmentsByNightFlow } from '../../statements/traffic/list-road-segments-by-night-flow.ts';
import { readSegmentCourses } from '../../statements/traffic/read-segment-courses.ts';
import type { RoadSegmentRow } from '../../statements/traffic/road-segment.ts';
import type { RoadRow } from '../../statements/traffic/road.ts';
import { followEvents, readAsked, type ReaderGround } from '../ground.ts';

interface RoadSegmentFilter {
  readonly divisionCode?: string | null;
  readonly roadCodes?: readonly string[] | null;
  readonly technicalGrades?: readonly string[] | null;
  readonly lowGrade?: boolean | null;
  readonly minAadt?: number | null;
}

type RoadSegmentOrder = 'ID_ASC' | 'NIGHT_FLOW_DESC' | 'AADT_DESC';

const ORDERS: Readonly<
  Record<
    RoadSegmentOrder,
    { statement: Statement<RoadSegmentRow>; positionOf: (row: RoadSegmentRow) => Position; start: Position }
  >
> = {
  ID_ASC: { statement: listRoadSegmentsById, positionOf: (row) => [row.id], start: [null] },
  NIGHT_FLOW_DESC: {
    statement: listRoadSegmentsByNightFlow,
    positionOf: (row) => [row.nightFlow, row.id],
    start: [null, null],
  },
  AADT_DESC: {
    statement: listRoadSegmentsByAadt,
    positionOf: (row) => [row.aadt, row.id],
    start: [null, null],
  },
};

/** Roads, their segments and the crosswalks on them. */
export function readSegments(ground: ReaderGround) {
  const { session } = ground;
  return {
    road: batchReads<[], RoadRow | null>(
      async (ids) => rowsByKey(await session.run(findRoads, [ids]), (row) => row.id),
      null,
    ),
    roadSegment: batchReads<[], RoadSegmentRow | null>(
      async (ids) => rowsByKey(await readAsked(ground, [], findRoadSegments, [ids]), (row) => row.id),
      null,
    ),
    roadSegments: (
      request: PageRequest<RoadSegmentFilter, RoadSegmentOrder>,
    ): Promise<Page<RoadSegmentRow>> => {
      const { filter } = request;
      const { statement, positionOf, start } = ORDERS[request.orderBy ?? 'ID_ASC'];
      return readPage(ground, request, {
        list: 'roadSegments',
        positionOf,
        rowsAfter: (position, limit) =>
          readAsked(ground, [], statement, [
            ...divisionBounds(filter?.divisionCode),
            filter?.roadCodes ?? null,
            filter?.technicalGrades ?? null,
            filter?.lowGrade ?? null,
            filter?.minAadt ?? null,
            ...(position ?? start),
            limit,
          ]),
      });
    },
    /** The segment, where it lies in the division. */
    async roadSegmentIn(id: string, divisionCode: string | null | undefined): Promise<RoadSegmentRow | null> {
      const [row] = await session.run(findRoadSegments, [[id]]);
      return row !== undefined && liesIn(row.divisionCode, divisionCode) ? row : null;
    },
    roadStatusAfter: (after: number | null | undefined) =>
      followEvents(ground, { topic: 'roadStatus', audience: '*' }, after),
    segmentCourse: batchReads<[], Readonly<Record<string, unknown>> | null>(async (ids) => {
      const rows = await session.run(readSegmentCourses, [ids]);
      return new Map(rows.map((row) => [row.parent, row.course]));
    }, null),
    segmentCrosswalks: batchReads<[], readonly RoadCrosswalkRow[]>(
      async (ids) => rowsByParent(await session.run(listCrosswalks, [ids]), (row) => row.segmentId),
      [],
    ),
  };
}
