/**
 * Where checkpoints stand: on the segment that the crosswalk gives for their place in the police's road code. Their
 * way along the road is the segment's, by the share of its stakes that lies before them.
 */
const placeCheckpoints = `
  with placed as (
    select c.id, place.segment_id, place.road_id,
           place.along_road_start_m + (place.along_road_end_m - place.along_road_start_m)
             * coalesce(least(1, greatest(0, (coalesce(c.stake_m, point.stake_m) - place.start_stake_m)::double precision
                 / nullif(place.end_stake_m - place.start_stake_m, 0))), 0) as along_road_m
      from checkpoint.checkpoint c
      left join lateral ingest.find_crosswalk(c.police_road_code, c.police_km, c.police_m) point on true
      left join reference.segment_place place on place.segment_id = point.segment_id
  ), moved as (
    update checkpoint.checkpoint c
       set segment_id = placed.segment_id, road_id = placed.road_id, along_road_m = placed.along_road_m
      from placed
     where placed.id = c.id
       and (c.segment_id, c.road_id, c.along_road_m)
           is distinct from (placed.segment_id, placed.road_id, placed.along_road_m)
    returning c.id
  )
  insert into pg_temp.changed_checkpoint select id from moved on conflict do nothing`;

/** Passages are the checkpoint's: what was withheld there today is withheld for yesterday too. */
const movePassages = `
  update checkpoint.passage passage
     set segment_id = parent.segment_id, division_code = parent.division_code, usage = parent.usage
    from checkpoint.checkpoint parent join pg_temp.changed_checkpoint changed on changed.id = parent.id
   where passage.checkpoint_id = parent.id
     and (passage.segment_id, passage.division_code, passage.usage)
         is distinct from (parent.segment_id, parent.division_code, parent.usage)`;

const placeViolations = `
  with placed as (
    select violation.id, coalesce(point.segment_id, parent.segment_id) as segment_id
      from checkpoint.violation violation
      left join checkpoint.checkpoint parent on parent.id = violation.checkpoint_id
      left join lateral ingest.find_crosswalk(
        violation.police_road_code, violation.police_km, violation.police_m) point on true
  )
  update checkpoint.violation violation set segment_id = placed.segment_id
    from placed
   where placed.id = violation.id and violation.segment_id is distinct from placed.segment_id`;

const moveCaseChildren = [
  'mediation.mediation_party',
  'mediation.follow_up',
  'mediation.detention_mediation',
].map(
  (table) => `
  update ${table} child set division_code = parent.division_code
    from mediation.mediation_case parent join pg_temp.changed_case changed on changed.id = parent.id
   where child.case_id = parent.id and child.division_code is distinct from parent.division_code`,
);

const tieToCases = ['mediation.detention_mediation', 'mediation.dispute_warning'].map(
  (table) => `
  update ${table} child set case_keys = parent.case_keys
    from mediation.mediation_case parent join pg_temp.changed_case changed on changed.id = parent.id
   where child.case_id = parent.id and child.case_keys is distinct from parent.case_keys`,
);

/** What follows from new or changed checkpoints. */
export const AFTER_CHECKPOINTS: readonly string[] = [placeCheckpoints, movePassages];

/** What follows from a new or changed crosswalk, or from segments that it points to. */
export const AFTER_CROSSWALK: readonly string[] = [placeCheckpoints, movePassages, placeViolations];

/** What follows from new or changed mediation cases. */
export const AFTER_CASES: readonly string[] = [...moveCaseChildren, ...tieToCases];
