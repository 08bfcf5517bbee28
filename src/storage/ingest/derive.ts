import type { RecordTypeName } from '../../ingest/index.ts';
import { AFTER_CASES, AFTER_CHECKPOINTS, AFTER_CROSSWALK } from './derive-places.ts';
import { AFTER_FLOW, AFTER_GANTRIES, AFTER_ROAD_SEGMENTS } from './derive-roads.ts';
import { AFTER_SPEEDS } from './derive-traffic-status.ts';
import { AFTER_PASSAGES } from './tell-watchers.ts';

const IDS = 'id text primary key';

/** Temporary tables in which a run notes what it has to look at again, and their columns, by the type that it loads. */
const NOTES: Partial<Record<RecordTypeName, Readonly<Record<string, string>>>> = {
  RoadSegment: { touched_road: IDS, changed_checkpoint: IDS },
  RoadCrosswalk: { changed_checkpoint: IDS },
  Gantry: { changed_gantry: IDS },
  FlowObservation: { touched_segment: IDS },
  Checkpoint: { changed_checkpoint: IDS },
  CheckpointPassage: {
    new_passage: 'id text, plate_no text, pass_time timestamptz, division_code text, usage text',
  },
  MediationCase: { changed_case: IDS },
};

/** Makes them. Only those that are needed: each costs more than hundreds of rows. */
export function createNotes(type: RecordTypeName): string[] {
  return Object.entries(NOTES[type] ?? {}).map(
    ([table, columns]) => `create temp table if not exists ${table} (${columns}) on commit drop`,
  );
}

/** The statements that derive what depends on the types loaded, in order, each once. */
export function derivedFrom(loaded: ReadonlySet<RecordTypeName>): string[] {
  return [
    ...new Set([
      ...(loaded.has('RoadSegment') ? AFTER_ROAD_SEGMENTS : []),
      ...(loaded.has('Gantry') ? AFTER_GANTRIES : []),
      ...(loaded.has('FlowObservation') ? [...AFTER_FLOW, ...AFTER_SPEEDS] : []),
      ...(loaded.has('RoadSegment') || loaded.has('RoadCrosswalk') ? AFTER_CROSSWALK : []),
      ...(loaded.has('Checkpoint') ? AFTER_CHECKPOINTS : []),
      ...(loaded.has('MediationCase') ? AFTER_CASES : []),
      ...(loaded.has('CheckpointPassage') ? AFTER_PASSAGES : []),
    ]),
  ];
}
