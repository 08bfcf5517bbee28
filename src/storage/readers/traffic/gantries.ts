import {
  divisionBounds,
  endsOf,
  LONGEST_TRAJECTORY_DAYS,
  requireSpan,
  requireWholePlate,
  type TimeSpan,
} from '../../arguments.ts';
import { batchReads, rowsByKey, rowsByParent } from '../../batches.ts';
import { readPage, requirePageSize, type Page, type PageRequest } from '../../pages.ts';
import { countGantryPassages } from '../../statements/traffic/count-gantry-passages.ts';
import { findGantries } from '../../statements/traffic/find-gantries.ts';
import type { GantryPassageRow } from '../../statements/traffic/gantry-passage.ts';
import type { GantryRow } from '../../statements/traffic/gantry.ts';
import { listGantries } from '../../statements/traffic/list-gantries.ts';
import { listGantryPassagesByBucket } from '../../statements/traffic/list-gantry-passages-by-bucket.ts';
import { listGantryTrajectory } from '../../statements/traffic/list-gantry-trajectory.ts';
import { listGantryPassages } from '../../statements/traffic/list-gantry-passages.ts';
import { listSegmentGantries } from '../../statements/traffic/list-segment-gantries.ts';
import { sumAxleLoads, type AxleLoadRow } from '../../statements/traffic/sum-axle-loads.ts';
import { readAsked, readWithin, type ReaderGround } from '../ground.ts';
import { openGantryStatistics } from './statistics.ts';

interface GantryFilter {
  readonly divisionCode?: string | null;
  readonly segmentIds?: readonly string[] | null;
}

interface TrajectoryRequest extends PageRequest {
  readonly plateNo: string;
  readonly during: TimeSpan;
}

/** ETC gantries and what passed under them. */
export function readGantries(ground: ReaderGround) {
  const bucket = ground.bucketOf('GantryPassage.transTime');
  const passages = batchReads<[number, string, string], readonly GantryPassageRow[]>(
    async (gantryIds, first, from, to) => {
      const params = [gantryIds, from, to, first];
      const rows = await (bucket === null
        ? readAsked(ground, ['GantryPassage'], listGantryPassages, params)
        : readAsked(ground, ['GantryPassage'], listGantryPassagesByBucket, [...params, bucket.width]));
      return rowsByParent(rows, (row) => row.gantryId);
    },
    [],
  );
  const counts = batchReads<[string, string, string | null], number | null>(
    async (segmentIds, from, to, vehicleGroup) => {
      const params = [segmentIds, from, to, vehicleGroup];
      const rows = await readWithin(ground, ['GantryPassage'], countGantryPassages, params);
      return new Map(rows.map((row) => [row.parent, row.count]));
    },
    null,
  );
  const axleLoads = batchReads<[string, string], readonly AxleLoadRow[]>(async (gantryIds, from, to) => {
    const rows = await readWithin(ground, ['GantryPassage'], sumAxleLoads, [gantryIds, from, to]);
    return rowsByParent(rows, (row) => row.gantryId);
  }, []);

  return {
    gantry: batchReads<[], GantryRow | null>(
      async (ids) => rowsByKey(await readAsked(ground, ['Gantry'], findGantries, [ids]), (row) => row.id),
      null,
    ),
    gantries: (request: PageRequest<GantryFilter>): Promise<Page<GantryRow>> =>
      readPage(ground, request, {
        list: 'gantries',
        positionOf: (row) => [row.id],
        rowsAfter: (position, limit) =>
          readAsked(ground, ['Gantry'], listGantries, [
            ...divisionBounds(request.filter?.divisionCode),
            request.filter?.segmentIds ?? null,
            ...(position ?? [null]),
            limit,
          ]),
      }),
    segmentGantries: batchReads<[], readonly GantryRow[]>(async (segmentIds) => {
      const rows = await readAsked(ground, ['Gantry'], listSegmentGantries, [segmentIds]);
      return rowsByParent(rows, (row) => row.segmentId);
    }, []),
    gantryCount: (segmentId: string, during: TimeSpan, vehicleGroup?: string | null) => {
      const rule = ground.statistics.ruleOf('RoadSegment.gantryCount');
      if (rule === null) return counts(segmentId, ...endsOf(during), vehicleGroup ?? null);
      return openGantryStatistics(ground).count(rule, {
        during,
        needs: ['SEGMENT', ...(vehicleGroup == null ? [] : (['VEHICLE_GROUP'] as const))],
        holds: ({ SEGMENT, VEHICLE_GROUP }) =>
          SEGMENT === segmentId && (vehicleGroup == null || VEHICLE_GROUP === vehicleGroup),
      });
    },
    gantryPassages: (gantryId: string, first: number, during?: TimeSpan | null) =>
      passages(gantryId, requirePageSize(first), ...endsOf(during)),
    gantryTrajectory: ({ plateNo, during, ...page }: TrajectoryRequest): Promise<Page<GantryPassageRow>> => {
      const plate = requireWholePlate(plateNo);
      const ends = endsOf(requireSpan(during, LONGEST_TRAJECTORY_DAYS));
      return readPage(
        ground,
        { ...page, filter: { plateNo, during } },
        {
          list: 'gantryTrajectory',
          positionOf: (row) => [row.transTime, row.id],
          rowsAfter: (position, limit) =>
            readAsked(ground, ['GantryPassage'], listGantryTrajectory, [
              plate,
              ...ends,
              ...(position ?? [null, null]),
              limit,
            ]),
        },
      );
    },
    axleLoads: (gantryId: string, during: TimeSpan) => axleLoads(gantryId, ...endsOf(during)),
  };
}
