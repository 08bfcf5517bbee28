import { divisionBounds, endsOf, requireWholePlate, type TimeSpan } from '../../arguments.ts';
import { batchReads, rowsByKey, rowsByParent } from '../../batches.ts';
import { readPage, requirePageSize, type Page, type PageRequest } from '../../pages.ts';
import type { Statement } from '../../statement.ts';
import { countCheckpointPassages } from '../../statements/checkpoint/count-checkpoint-passages.ts';
import { countSegmentPassages } from '../../statements/checkpoint/count-segment-passages.ts';
import { findLastPassages } from '../../statements/checkpoint/find-last-passages.ts';
import { findPassages } from '../../statements/checkpoint/find-passages.ts';
import { listCheckpointPassagesByBucket } from '../../statements/checkpoint/list-checkpoint-passages-by-bucket.ts';
import { listCheckpointPassages } from '../../statements/checkpoint/list-checkpoint-passages.ts';
import { listPassagesByBucket } from '../../statements/checkpoint/list-passages-by-bucket.ts';
import { listPassages } from '../../statements/checkpoint/list-passages.ts';
import type { PassageRow } from '../../statements/checkpoint/passage.ts';
import { followEvents, readAsked, readWithin, type ReaderGround } from '../ground.ts';
import type { Keys } from '../statistics/open-statistics.ts';
import { openPassageStatistics } from './statistics.ts';

interface PassageFilter {
  readonly divisionCode?: string | null;
  readonly checkpointIds?: readonly string[] | null;
  readonly during?: TimeSpan | null;
  readonly vehicleGroup?: string | null;
  readonly plateNo?: string | null;
}

type CountArguments = [from: string, to: string, vehicleGroup: string | null, night: boolean];

/** Vehicles' passages at checkpoints: single ones, and how many. */
export function readPassages(ground: ReaderGround) {
  const countBy = (statement: Statement<{ parent: string; count: number }>) =>
    batchReads<CountArguments, number | null>(async (parents, ...args) => {
      const rows = await readWithin(ground, ['CheckpointPassage'], statement, [parents, ...args]);
      return new Map(rows.map((row) => [row.parent, row.count]));
    }, null);
  const atCheckpoints = countBy(countCheckpointPassages);
  const onSegments = countBy(countSegmentPassages);
  const last = batchReads<[string], string | null>(async (checkpointIds, before) => {
    const rows = await readWithin(ground, ['CheckpointPassage'], findLastPassages, [checkpointIds, before]);
    return new Map(rows.map((row) => [row.parent, row.passTime]));
  }, null);
  const bucket = ground.bucketOf('CheckpointPassage.passTime');
  const newest = batchReads<[number, string, string], readonly PassageRow[]>(
    async (checkpointIds, first, from, to) => {
      const params = [checkpointIds, from, to, first];
      const rows = await (bucket === null
        ? readAsked(ground, ['CheckpointPassage'], listCheckpointPassages, params)
        : readAsked(ground, ['CheckpointPassage'], listCheckpointPassagesByBucket, [
            ...params,
            bucket.width,
          ]));
      return rowsByParent(rows, (row) => row.checkpointId);
    },
    [],
  );

  return {
    passage: batchReads<[], PassageRow | null>(async (ids) => {
      const rows = await readAsked(ground, ['CheckpointPassage'], findPassages, [ids]);
      return rowsByKey(rows, (row) => row.id);
    }, null),
    /** The passage, where it is one of the plate. */
    async passageOf(id: string, plateNo: string): Promise<PassageRow | null> {
      const [row] = await readWithin(ground, ['CheckpointPassage'], findPassages, [[id]]);
      return row?.plateNo === plateNo ? row : null;
    },
    async plateAfter(plateNo: string, after: number | null | undefined) {
      const audience = (await ground.watchPlate?.(requireWholePlate(plateNo))) ?? '';
      return followEvents(ground, { topic: 'passage', audience }, after);
    },
    passages: (request: PageRequest<PassageFilter>): Promise<Page<PassageRow>> => {
      const { filter } = request;
      const [from, to] = endsOf(filter?.during);
      return readPage(ground, request, {
        list: 'checkpointPassages',
        positionOf: (row) => [bucket === null ? row.passTime : bucket.startOf(row.passTime), row.id],
        rowsAfter: (position, limit) => {
          const params = [
            ...divisionBounds(filter?.divisionCode),
            filter?.checkpointIds ?? null,
            from,
            to,
            filter?.vehicleGroup ?? null,
            filter?.plateNo ?? null,
            ...(position ?? [null, null]),
            limit,
          ];
          return bucket === null
            ? readAsked(ground, ['CheckpointPassage'], listPassages, params)
            : readAsked(ground, ['CheckpointPassage'], listPassagesByBucket, [...params, bucket.width]);
        },
      });
    },
    checkpointPassages: (checkpointId: string, first: number, during?: TimeSpan | null) =>
      newest(checkpointId, requirePageSize(first), ...endsOf(during)),
    lastPassageAt: last,
    checkpointPassageCount: (checkpointId: string, during: TimeSpan, vehicleGroup?: string | null) => {
      const rule = ground.statistics.ruleOf('Checkpoint.passageCount');
      if (rule === null) return atCheckpoints(checkpointId, ...endsOf(during), vehicleGroup ?? null, false);
      return openPassageStatistics(ground).count(rule, {
        during,
        needs: ['CHECKPOINT', ...needsOf(vehicleGroup, false)],
        holds: (keys) => keys.CHECKPOINT === checkpointId && isAskedFor(keys, vehicleGroup, false),
      });
    },
    segmentPassageCount: (
      segmentId: string,
      during: TimeSpan,
      vehicleGroup: string | null | undefined,
      night: boolean,
    ) => {
      const rule = ground.statistics.ruleOf('RoadSegment.passageCount');
      if (rule === null) return onSegments(segmentId, ...endsOf(during), vehicleGroup ?? null, night);
      return openPassageStatistics(ground).count(rule, {
        during,
        needs: ['SEGMENT', ...needsOf(vehicleGroup, night)],
        holds: (keys) => keys.SEGMENT === segmentId && isAskedFor(keys, vehicleGroup, night),
      });
    },
  };
}

type Narrowed = 'VEHICLE_GROUP' | 'HOUR';

function needsOf(vehicleGroup: string | null | undefined, night: boolean): readonly Narrowed[] {
  return [
    ...(vehicleGroup == null ? [] : (['VEHICLE_GROUP'] as const)),
    ...(night ? (['HOUR'] as const) : []),
  ];
}

function isAskedFor(
  { VEHICLE_GROUP, HOUR }: Keys<Narrowed>,
  vehicleGroup: string | null | undefined,
  night: boolean,
): boolean {
  const isAtNight = Number(HOUR) >= 22 || Number(HOUR) < 6;
  return (vehicleGroup == null || VEHICLE_GROUP === vehicleGroup) && (!night || isAtNight);
}
