import type { MergePlan } from './merge-plan.ts';
import { NOTED_PASSAGE } from './tell-watchers.ts';

const unknownCheckpoint = {
  code: 'UNKNOWN_CHECKPOINT',
  when: 'not exists (select from checkpoint.checkpoint known where known.id = s.checkpoint_id)',
};

/** Segment, road and place along it follow in derive-places.ts. */
export const checkpoint: MergePlan = {
  table: 'checkpoint.checkpoint',
  key: ['id'],
  onConflict: 'replace',
  note: 'changed_checkpoint',
};

export const lane: MergePlan = {
  table: 'checkpoint.lane',
  key: ['checkpoint_id', 'lane_no'],
  onConflict: 'replace',
  quarantine: [unknownCheckpoint],
};

export const checkpointPassage: MergePlan = {
  table: 'checkpoint.passage',
  key: ['id', 'pass_time'],
  onConflict: 'keep',
  month: 'pass_time',
  quarantine: [unknownCheckpoint],
  join: 'join checkpoint.checkpoint parent on parent.id = s.checkpoint_id',
  columns: {
    segment_id: 'parent.segment_id',
    division_code: 'parent.division_code',
    usage: 'parent.usage',
  },
  note: NOTED_PASSAGE,
};

export const violation: MergePlan = {
  table: 'checkpoint.violation',
  key: ['id'],
  onConflict: 'replace',
  quarantine: [
    { code: 'UNKNOWN_CHECKPOINT', when: `s.checkpoint_id is not null and ${unknownCheckpoint.when}` },
  ],
  join: `left join checkpoint.checkpoint parent on parent.id = s.checkpoint_id
    left join lateral ingest.find_crosswalk(s.police_road_code, s.police_km, s.police_m) point on true`,
  columns: {
    segment_id: 'coalesce(point.segment_id, parent.segment_id)',
    division_code: 'coalesce(s.division_code, parent.division_code)',
  },
};

export const disputeIncident: MergePlan = {
  table: 'checkpoint.dispute_incident',
  key: ['id'],
  onConflict: 'replace',
};
