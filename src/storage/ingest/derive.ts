import type { RecordTypeName } from '../../ingest/index.ts';
import { AFTER_CASES, AFTER_CHECKPOINTS, AFTER_CROSSWALK } from './derive-places.ts';
import { AFTER_FLOW, AFTER_GANTRIES, AFTER_ROAD_SEGMENTS } from './derive-roads.ts';

/** Temporary tables in which a run notes whose derived columns it has to look at again. */
export const NOTE_TABLES = [
  'touched_road',
  'touched_segment',
  'changed_gantry',
  'changed_checkpoint',
  'changed_case',
] as const;

/** The statements that derive what depends on the types loaded, in order, each once. */
export function derivedFrom(loaded: ReadonlySet<RecordTypeName>): string[] {
  return [
    ...new Set([
      ...(loaded.has('RoadSegment') ? AFTER_ROAD_SEGMENTS : []),
      ...(loaded.has('Gantry') ? AFTER_GANTRIES : []),
      ...(loaded.has('FlowObservation') ? AFTER_FLOW : []),
      ...(loaded.has('RoadSegment') || loaded.has('RoadCrosswalk') ? AFTER_CROSSWALK : []),
      ...(loaded.has('Checkpoint') ? AFTER_CHECKPOINTS : []),
      ...(loaded.has('MediationCase') ? AFTER_CASES : []),
    ]),
  ];
}
