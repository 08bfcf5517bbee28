import { divisionBounds, requireRange } from '../../arguments.ts';
import { batchReads, rowsByKey, rowsByParent } from '../../batches.ts';
import type { Position } from '../../cursors.ts';
import { readPage, type Page, type PageRequest } from '../../pages.ts';
import type { CheckpointRow } from '../../statements/checkpoint/checkpoint.ts';
import { findCheckpoints } from '../../statements/checkpoint/find-checkpoints.ts';
import { listCheckpoints } from '../../statements/checkpoint/list-checkpoints.ts';
import { listLanes, type LaneRow } from '../../statements/checkpoint/list-lanes.ts';
import { listSegmentCheckpoints } from '../../statements/checkpoint/list-segment-checkpoints.ts';
import { listSilentCheckpoints } from '../../statements/checkpoint/list-silent-checkpoints.ts';
import { readAsked, readWithin, type ReaderGround } from '../ground.ts';

interface CheckpointFilter {
  readonly divisionCode?: string | null;
  readonly segmentIds?: readonly string[] | null;
  readonly roadCodes?: readonly string[] | null;
  readonly statuses?: readonly string[] | null;
  readonly silent?: { readonly at: string; readonly hours: number } | null;
}

const LONGEST_SILENCE_HOURS = 168;

/** Checkpoints and their lanes. */
export function readCheckpoints(ground: ReaderGround) {
  return {
    checkpoint: batchReads<[], CheckpointRow | null>(async (ids) => {
      const rows = await readAsked(ground, ['Checkpoint'], findCheckpoints, [ids]);
      return rowsByKey(rows, (row) => row.id);
    }, null),
    checkpoints: (request: PageRequest<CheckpointFilter>): Promise<Page<CheckpointRow>> =>
      readPage(ground, request, {
        list: 'checkpoints',
        positionOf: (row) => [row.id],
        rowsAfter: (position, limit) => listWithin(ground, request.filter ?? {}, position, limit),
      }),
    segmentCheckpoints: batchReads<[], readonly CheckpointRow[]>(async (segmentIds) => {
      const rows = await readAsked(ground, ['Checkpoint'], listSegmentCheckpoints, [segmentIds]);
      return rowsByParent(rows, (row) => row.segmentId);
    }, []),
    lanes: batchReads<[], readonly LaneRow[]>(async (checkpointIds) => {
      const rows = await readWithin(ground, ['Checkpoint'], listLanes, [checkpointIds]);
      return rowsByParent(rows, (row) => row.checkpointId);
    }, []),
  };
}

function listWithin(
  ground: ReaderGround,
  filter: CheckpointFilter,
  position: Position | null,
  limit: number,
): Promise<readonly CheckpointRow[]> {
  const filters = [
    ...divisionBounds(filter.divisionCode),
    filter.segmentIds ?? null,
    filter.roadCodes ?? null,
    filter.statuses ?? null,
  ];
  const page = [...(position ?? [null]), limit];
  if (filter.silent == null) {
    return readAsked(ground, ['Checkpoint'], listCheckpoints, [...filters, ...page]);
  }
  const { at, hours } = filter.silent;
  requireRange('hours', hours, 1, LONGEST_SILENCE_HOURS);
  const since = new Date(Date.parse(at) - hours * 3_600_000).toISOString();
  return readAsked(ground, ['Checkpoint', 'CheckpointPassage'], listSilentCheckpoints, [
    ...filters,
    since,
    at,
    ...page,
  ]);
}
