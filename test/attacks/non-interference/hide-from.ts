import type { Decision, Grant } from '../../../src/agreement/index.ts';
import { describeMask } from '../../../src/masking/index.ts';
import { HIDDEN_COLUMNS, type HiddenColumn } from './hidden-columns.ts';

/** Rows that nobody sees whose rows are narrowed to 1507 without public security; and then no count has them either. */
const ROWS_ELSEWHERE: readonly (readonly [typeName: string, sql: string])[] = [
  [
    'Checkpoint',
    `insert into checkpoint.checkpoint (id, name, division_code, status, category, usage, segment_id, lon, lat, online_label)
     values ('a0', 'hidden', '150724', 'NORMAL', 'OTHER', 'PUBLIC_SECURITY', 's1', 119.7, 49.2, 'INTERNAL'),
            ('b0', 'hidden', '150430', 'NORMAL', 'OTHER', 'TRAFFIC', 's2', 119.7, 49.2, 'INTERNAL'),
            ('z0', 'hidden', null, 'NORMAL', 'OTHER', 'TRAFFIC', 's3', 120.7, 49.3, 'INTERNAL');
     update checkpoint.checkpoint set name = 'moved', segment_id = 's1' where usage = 'PUBLIC_SECURITY' or division_code like '1504%'`,
  ],
  [
    'CheckpointPassage',
    `insert into checkpoint.passage (id, checkpoint_id, segment_id, division_code, usage, pass_time, plate_no, vehicle_group, online_label)
     values ('h2', 'c1', 's1', '150430', 'TRAFFIC', '2026-01-12T08:00:00+08:00', '蒙E00001', 'TRUCK', 'RESTRICTED'),
            ('h3', 'c3', 's1', '150724', 'PUBLIC_SECURITY', '2026-01-12T08:00:00+08:00', '蒙E00001', 'TRUCK', 'RESTRICTED')`,
  ],
  [
    'Violation',
    `insert into checkpoint.violation (id, division_code, violation_time, violation_code, status, segment_id, online_label)
     values ('h4', '150430', '2026-01-31T08:00:00+08:00', '1303', 'ENTERED', 's1', 'RESTRICTED')`,
  ],
];

const OTHERS = `'{AG-ELSEWHERE}', '{AG-ELSEWHERE A-2026-0107}'`;

/** Rows that nobody sees whose rows are tied to an agency or a case: they are another agency's, and of its case of that number. */
const ROWS_OF_OTHERS: readonly (readonly [typeName: string, sql: string])[] = [
  [
    'MediationCase',
    `insert into mediation.mediation_case (id, case_no, dispute_kind, status, division_code, segment_id, road_event_id, accepted_at,
       agencies, case_keys, online_label)
     values ('a-tied', 'a-tied', 'ROAD_ACCIDENT', 'ACCEPTED', '150724', 's1', 'e1', '2026-01-10T09:30:00+08:00', ${OTHERS}, 'RESTRICTED')`,
  ],
  [
    'DetentionMediation',
    `insert into mediation.detention_mediation (id, case_id, facility_id, status, intake_at, division_code, agencies, case_keys,
       online_label)
     values ('a-tied', 'm1', 'f1', 'INTAKE', '2026-01-10T11:30:00+08:00', '150724', ${OTHERS}, 'RESTRICTED')`,
  ],
  [
    'DisputeWarning',
    `insert into mediation.dispute_warning (id, model_id, model_version, score, factors, level, status, subject_ref, division_code,
       case_id, pushed_at, case_keys, online_label)
     values ('a-tied', 'mo', '1', 6, '[]', 'RED', 'PUSHED', 'other', '150724', 'm1', '2026-01-10T13:30:00+08:00',
       '{AG-ELSEWHERE A-2026-0107}', 'RESTRICTED')`,
  ],
];

/** Events that the operator of roads keeps to itself, one of which shuts the detour of another. */
const EVENTS_INSIDE = `
  insert into traffic.road_event (id, event_kind, status, segment_id, road_code, division_code, start_stake_m, end_stake_m,
    vehicle_impact, surface_condition, confidentiality, valid_from, online_label)
  select 'a-inside-' || kind, kind, 'ACTIVE', 's1', 'X904', '150724', 0, 5000, 'ALL_LANES_CLOSED', 'SNOW_DRIFTS', 'INTERNAL_USE',
    '2026-01-20T08:00:00+08:00', 'INTERNAL' from unnest('{ACCIDENT,CLOSURE}'::text[]) as kind`;

/** Values where the small sample has none, so that there is something to hide. */
export const FILLED = `
  update checkpoint.checkpoint set name = 'name', org_code = 'org', direction = 'UP';
  update checkpoint.passage set speed_kph = 80, lane_no = 1, vehicle_class = 'K33', image_url = 'kakou/1.jpg';
  update checkpoint.violation set plate_no = '蒙E1234' || right(id, 1), fine_yuan = 200, measured = 81, standard_value = 80;
  insert into checkpoint.passage (id, checkpoint_id, segment_id, division_code, usage, pass_time, plate_no, vehicle_group, online_label)
  select 'crowd-' || md5(n::text), 'c1', 's1', '150724', 'TRAFFIC', timestamptz '2026-01-20T08:00:00+08:00' + n * interval '7 minutes',
    '蒙E' || lpad(n::text, 5, '0'), 'TRUCK', 'RESTRICTED' from generate_series(0, 40) n;
  insert into checkpoint.violation (id, division_code, violation_time, violation_code, status, segment_id, online_label)
  select 'crowd-' || md5(n::text), '150724', timestamptz '2026-01-20T08:00:00+08:00' + n * interval '5 hours', '1303', 'ENTERED', 's1',
    'RESTRICTED' from generate_series(0, 20) n;
  insert into traffic.gantry_passage (id, gantry_id, segment_id, division_code, trans_time, vehicle_plate, vehicle_group, online_label)
  select 'crowd-' || md5(n::text), 'g1', 's1', '150724', timestamptz '2026-01-20T08:00:00+08:00' + n * interval '7 minutes',
    '蒙E' || lpad(n::text, 5, '0'), 'TRUCK', 'RESTRICTED' from generate_series(0, 40) n;
  update traffic.gantry set gantry_hex = 'A1B2', name = 'name', order_num = 101, stake_m = 5000;
  update traffic.road_segment set maintainer = 'keeper';
  update traffic.road_event set deaths = 1, injuries = 2, place_text = 'there', description = 'that', measures = 'salt',
    property_loss_yuan = 1000, detour = 'around', road_name = 'road', detour_legs = '[{"roadCode": "X904", "fromStakeM": 0, "toStakeM": 4000}]';
  update mediation.mediation_case set amount_yuan = 51234, facts = 'facts', agreement_text = 'agreed', result = 'SUCCESS',
    closed_at = '2026-01-25T09:00:00+08:00', forecast = 'NORMAL';
  update mediation.mediation_party set id_no = '150702198001010017', phone = '13812345678', address = 'there';
  update mediation.detention_mediation set screened_at = intake_at, followed_up_at = intake_at;
  update mediation.dispute_warning set handling_unit = 'unit', joint_units = '{POLICE_STATION,JUDICIAL_OFFICE,WOMENS_FEDERATION}'`;

/** What to do to a database so that it differs in what a grant hides, and in nothing else. */
export interface Hiding {
  readonly sql: string;
  /** `table.column` that differ. */
  readonly columns: readonly string[];
}

/** Changes every column that is hidden or masked, and adds rows outside the row scope. */
export function hideFrom(grant: Grant): Hiding {
  const changed = HIDDEN_COLUMNS.flatMap((column) => {
    const value = otherValueOf(column, grant);
    return value === null ? [] : [{ column, value }];
  });
  const updates = [...Map.groupBy(changed, ({ column }) => column.table)].map(
    ([table, columns]) =>
      `update ${table} set ${columns.map(({ column, value }) => `${column.column} = ${value}`).join(', ')}`,
  );
  const elsewhere = [
    ...ROWS_ELSEWHERE.filter(([typeName]) => isNarrowed(grant, typeName)),
    ...ROWS_OF_OTHERS.filter(([typeName]) => isTied(grant, typeName)),
    ...(isUnseen(grant.decide('Mutation.moveRoadEvent')) ? [['RoadEvent', EVENTS_INSIDE] as const] : []),
  ].map(([, sql]) => sql);
  return {
    sql: [...updates, ...elsewhere].join(';\n'),
    columns: changed.map(({ column }) => `${column.table}.${column.column}`),
  };
}

/** Null where the grant shows the value, or something that rests on it. */
function otherValueOf(
  { field, basisOf = [], soughtBy = [], other, alike = {} }: HiddenColumn,
  grant: Grant,
): string | null {
  if (!soughtBy.every((name) => isUnseen(grant.decide(name)))) return null;
  const shown = field === null ? null : grant.decide(field);
  if (shown?.kind === 'mask') return alike[describeMask(shown.mask!)] ?? null;
  return isUnseen(shown) && basisOf.every((name) => isUnseen(grant.decide(name))) ? other : null;
}

function isUnseen(decision: Decision | null): boolean {
  return decision === null || decision.kind === 'deny';
}

function isNarrowed({ scopes }: Grant, typeName: string): boolean {
  const scope = scopes.get(typeName);
  return (
    scope === undefined ||
    (scope.divisions.every((prefix) => prefix.startsWith('1507')) && scope.divisions.length > 0)
  );
}

function isTied({ scopes }: Grant, typeName: string): boolean {
  const scope = scopes.get(typeName);
  return scope === undefined || scope.ofOwnAgency || scope.ofStatedCase;
}
