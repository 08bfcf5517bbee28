import { requireRange } from '../../arguments.ts';
import { batchReads, rowsByKey, rowsByParent } from '../../batches.ts';
import type { CheckpointRow } from '../../statements/checkpoint/checkpoint.ts';
import { findGantryCheckpoints } from '../../statements/checkpoint/find-gantry-checkpoints.ts';
import { findNearestCheckpoints } from '../../statements/checkpoint/find-nearest-checkpoints.ts';
import { listGantryNeighbours } from '../../statements/checkpoint/list-gantry-neighbours.ts';
import { readAsked, type ReaderGround } from '../ground.ts';

/** A checkpoint and how far away it is. */
export interface MeasuredCheckpoint {
  readonly checkpoint: CheckpointRow;
  readonly distanceKm: number;
}

type Measured = CheckpointRow & { readonly parent: string; readonly distanceKm: number };

const FARTHEST_ALONG_ROAD_KM = 200;
const FARTHEST_NEARBY_KM = 50;

/** Checkpoints by how near they are to something of the transport centre's. */
export function readNeighbours(ground: ReaderGround) {
  const nearest = batchReads<[number], MeasuredCheckpoint | null>(async (segmentIds, metres) => {
    const rows = await readAsked(ground, ['Checkpoint'], findNearestCheckpoints, [segmentIds, metres]);
    return new Map(rows.map((row) => [row.parent, distanceOf(row)]));
  }, null);
  const nearby = batchReads<[number], readonly MeasuredCheckpoint[]>(async (gantryIds, metres) => {
    const rows = await readAsked(ground, ['Checkpoint'], listGantryNeighbours, [gantryIds, metres]);
    const groups = rowsByParent(rows, (row) => row.parent);
    return new Map([...groups].map(([gantryId, near]) => [gantryId, near.map(distanceOf)]));
  }, []);

  return {
    nearestCheckpoint: (segmentId: string, withinKm: number) =>
      nearest(segmentId, 1000 * requireRange('withinKm', withinKm, 0, FARTHEST_ALONG_ROAD_KM)),
    checkpointsNearby: (gantryId: string, withinKm: number) =>
      nearby(gantryId, 1000 * requireRange('withinKm', withinKm, 0, FARTHEST_NEARBY_KM)),
    gantryCheckpoint: batchReads<[], CheckpointRow | null>(async (gantryIds) => {
      const rows = await readAsked(ground, ['Checkpoint'], findGantryCheckpoints, [gantryIds]);
      return rowsByKey(rows, (row) => row.parent);
    }, null),
  };
}

function distanceOf(row: Measured): MeasuredCheckpoint {
  return { checkpoint: row, distanceKm: row.distanceKm };
}
