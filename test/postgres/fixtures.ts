import type { SessionScope } from '../../src/storage/index.ts';
import type { TestDatabase } from './database.ts';

/** One row for every table under row-level security, in each of these divisions; null is a row without one. */
export const DIVISIONS = ['150703', '150782', '150430', null] as const;

/** Table, the type whose scope opens it, and whether rows are children of that type's row. */
export const SCOPED_TABLES = [
  ['traffic.gantry', 'Gantry'],
  ['traffic.gantry_passage', 'GantryPassage'],
  ['checkpoint.checkpoint', 'Checkpoint'],
  ['checkpoint.lane', 'Checkpoint'],
  ['checkpoint.passage', 'CheckpointPassage'],
  ['checkpoint.violation', 'Violation'],
  ['checkpoint.dispute_incident', 'DisputeIncident'],
  ['mediation.mediation_case', 'MediationCase'],
  ['mediation.mediation_party', 'MediationCase'],
  ['mediation.follow_up', 'MediationCase'],
  ['mediation.detention_mediation', 'DetentionMediation'],
  ['mediation.dispute_warning', 'DisputeWarning'],
] as const;

/** A scope that opens these divisions of every type. */
export function openScope(divisions: readonly string[]): SessionScope {
  const opened = { divisions, notBefore: null, withheldUsages: [], ties: [] };
  return Object.fromEntries(SCOPED_TABLES.map(([, type]) => [type, opened]));
}

/** Fills the scoped tables: instants lie in January 2026, one row a day from the 10th; the first row is 公安 usage. */
export async function fillScopedTables(database: TestDatabase): Promise<void> {
  for (const parent of ['traffic.gantry_passage', 'checkpoint.passage']) {
    await database.ingest.query('select ingest.ensure_month($1, $2)', [parent, '2026-01-01']);
  }
  await database.ingest.query(SEGMENT);
  for (const [place, division] of DIVISIONS.entries()) {
    const usage = place === 0 ? 'PUBLIC_SECURITY' : 'TRAFFIC';
    const values = [String(place), division, `2026-01-${10 + place}T12:00:00+08:00`, usage];
    for (const insert of INSERTS) {
      const text = insert.replaceAll(/\$(\d)/g, (_whole, n: string) =>
        literal(values[Number(n) - 1] ?? null),
      );
      await database.ingest.query(text);
    }
  }
}

const SEGMENT = `
  insert into traffic.road (id, code_system, road_ref, online_label) values ('r', 'GB_T_917', 'G10', 'PUBLIC');
  insert into traffic.road_segment (id, road_id, code_system, road_ref, online_label)
  values ('s', 'r', 'GB_T_917', 'G10', 'PUBLIC')`;

// $1 number, $2 division, $3 instant, $4 usage.
const INSERTS = [
  `insert into traffic.gantry (id, segment_id, division_code, direction, online_label)
   values ($1, 's', $2, 'UP', 'INTERNAL')`,
  `insert into traffic.gantry_passage (id, gantry_id, segment_id, division_code, trans_time, vehicle_group, online_label)
   values ($1, $1, 's', $2, $3, 'TRUCK', 'RESTRICTED')`,
  `insert into checkpoint.checkpoint (id, division_code, status, category, usage, online_label)
   values ($1, $2, 'NORMAL', 'OTHER', $4, 'INTERNAL')`,
  `insert into checkpoint.lane (checkpoint_id, lane_no, online_label) values ($1, 1, 'INTERNAL')`,
  `insert into checkpoint.passage (id, checkpoint_id, division_code, usage, pass_time, vehicle_group, online_label)
   values ($1, $1, $2, $4, $3, 'TRUCK', 'RESTRICTED')`,
  `insert into checkpoint.violation (id, division_code, violation_time, violation_code, status, online_label)
   values ($1, $2, $3, '1352', 'RECORDED', 'RESTRICTED')`,
  `insert into checkpoint.dispute_incident (id, occurred_at, kind, physical_conflict, warning_letter, subject_ref,
     division_code, online_label)
   values ($1, $3, 'MARRIAGE_FAMILY', false, false, 'SUBJ-00000001', $2, 'SENSITIVE')`,
  `insert into mediation.mediation_case (id, case_no, dispute_kind, status, division_code, accepted_at, online_label)
   values ($1, $1, 'TRAFFIC', 'ACCEPTED', $2, $3, 'RESTRICTED')`,
  `insert into mediation.mediation_party (case_id, ordinal, online_label) values ($1, 1, 'SENSITIVE')`,
  `insert into mediation.follow_up (case_id, ordinal, followed_up_at, online_label) values ($1, 1, $3, 'RESTRICTED')`,
  `insert into mediation.detention_mediation (id, case_id, facility_id, status, intake_at, division_code, online_label)
   values ($1, $1, 'f', 'INTAKE', $3, $2, 'RESTRICTED')`,
  `insert into mediation.dispute_warning (id, model_id, model_version, score, factors, level, status, subject_ref,
     division_code, pushed_at, online_label)
   values ($1, 'm', '1', 50, '[]', 'RED', 'PUSHED', 'x', $2, $3, 'RESTRICTED')`,
];

function literal(value: string | null): string {
  return value === null ? 'null' : `'${value}'`;
}
