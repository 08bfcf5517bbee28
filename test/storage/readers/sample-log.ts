import type pg from 'pg';
import { hashSubject } from '../../../src/masking/index.ts';
import { onTheTenth } from './sample-span.ts';

/** Three records of the disclosure log and its head, three agreements, and one open case. */
export async function insertLog(admin: pg.Client): Promise<void> {
  for (const values of [
    recordOf(0, 'AG-TRAFFIC-POLICE', 'CASE-1'),
    recordOf(1, 'AG-TRAFFIC-POLICE', null),
    recordOf(2, null, null),
  ]) {
    await admin.query(
      `insert into oversight.disclosure (log, index, id, recorded_at, stage, agency, role, actor, case_reference, code,
         row_count, agreements, coordinates, denied, decisions, owners, subjects, open_divisions, max_sensitivity)
       values ('gateway', $1, $2, $3, 'RELEASE', $4, 'analyst', 'actor', $5, 'OK', 1, '{urn:agr:x@3}', $6, '{}', $7,
         $8, $9, '{150724,15*,1507*}', 'SENSITIVE')`,
      values,
    );
    await admin.query(
      `insert into oversight.log_batch (log, first_index, ends, leaves, owners)
       values ('gateway', $1, array[octet_length($2::bytea)], $2, '{AG-TEST}')`,
      [values[0], LEAF],
    );
  }
  await admin.query(
    `insert into oversight.log (log, origin, born_at) values ('gateway', 'lukou.test/gateway', '2026-01-09T08:00:00+08:00')`,
  );
  await admin.query(
    `insert into oversight.log_key (log, from_size, vkey) values ('gateway', 0, 'lukou.test/gateway+00000000+AQ==')`,
  );
  await admin.query(
    `insert into oversight.log_head (log, size, root, frontier, note)
     values ('gateway', 3, sha256(''), array[sha256('')], 'a signed note')`,
  );
  for (const [uid, version] of [
    ['urn:agr:x', 3],
    ['urn:agr:x', 12],
    ['urn:agr:y', 1],
  ] as const) {
    await admin.query(
      `insert into oversight.agreement (uid, version, sha256, assigner, assignee, roles, purposes, legal_basis,
         valid_from, valid_until, body)
       values ($1, $2, 'ff', 'AG-TRAFFIC-POLICE', 'AG-JUSTICE-BUREAU', '{partner}', '{MEDIATION}', 'LB',
         '2026-01-01T00:00:00+08:00', '2027-01-01T00:00:00+08:00', '{}')`,
      [uid, version],
    );
  }
  await admin.query(
    `insert into oversight.case_file (agency, case_no, purposes, opened_at, online_label) values
       ('AG-TRAFFIC-POLICE', 'A-2026-0107', '{PUBLIC_SAFETY}', '2026-01-07T09:20:00+08:00', 'INTERNAL')`,
  );
  await admin.query(
    `insert into oversight.sharing_application (id, applicant, provider, resource, purpose, legal_basis, opened_at,
       opened_by, request_id, online_label)
     values ('a1', 'AG-TEST', 'AG-JUSTICE-BUREAU', 'Road accident cases.', 'ROAD_SAFETY', 'An order.', $1, 'p1_sample',
       'request-1', 'INTERNAL')`,
    [onTheTenth('15:00:00')],
  );
  await admin.query(
    `insert into oversight.loop_step (machine, item_id, ordinal, from_state, to_state, taken_at, machine_version, actor,
       agency, role, note, request_id, online_label)
     values ('SharingApplication', 'a1', 1, 'DRAFT', 'SUBMITTED', $1, 1, 'p1_sample', 'AG-TEST', 'steward', 'As agreed.',
       'request-1', 'INTERNAL')`,
    [onTheTenth('16:00:00')],
  );
  await admin.query(
    `insert into oversight.shared_field (uid, version, coordinate, decision, mask, rule) values
       ('urn:agr:x', 3, 'Violation.plateNo', 'mask', 'plate.region', 'p2'),
       ('urn:agr:x', 3, 'Violation.id', 'allow', null, 'p1'),
       ('urn:agr:x', 12, 'Violation.id', 'deny', null, 'x1')`,
  );
  await admin.query(
    `insert into oversight.break_glass_use (id, opened_at, session_ends_at, due_at, owner, agency, role, principal,
       agreement, reason, purpose, case_reference)
     select ('0190b5a0-0000-7000-8000-00000000001' || n)::uuid, opened, opened + interval '15 minutes',
       opened + interval '72 hours', case n when 4 then 'AG-ELSEWHERE' else 'AG-TEST' end, 'AG-TRAFFIC-POLICE', 'analyst',
       'p1_' || n, 'urn:agr:x@3', 'LIFE_AT_RISK', 'PUBLIC_SAFETY', 'A-2026-0107'
     from generate_series(1, 4) n, lateral (select timestamptz '2026-01-10T08:00:00+08:00' + n / 2 * interval '1 hour' as opened) at`,
  );
  await admin.query(
    `insert into oversight.guard_incident (id, detected_at, gate, rule, source_name, line_no, owners, actor, request_id)
     values ('0190b5a0-0000-7000-8000-000000000031', '2026-01-10T09:30:00+08:00', 'INGEST', 'state-secret.full',
       'cases.csv', 12, '{AG-TEST}', 'operator', 'r2')`,
  );
  await admin.query(
    `insert into oversight.guard_incident_step (incident_id, ordinal, state, taken_at, actor)
     values ('0190b5a0-0000-7000-8000-000000000031', 1, 'DETECTED', '2026-01-10T09:30:00+08:00', 'gate')`,
  );
  await admin.query(
    `insert into oversight.guard_drill (id, drilled_at, actor, gates, controls, kept, passed, log, index)
     values ('0190b5a0-0000-7000-8000-000000000041', '2026-01-10T09:40:00+08:00', 'operator',
       '[{"gate": "INGEST", "way": "CELL", "isStopped": true, "by": "INGEST gate"}]',
       '[{"gate": "INGEST", "way": "CELL", "isPassed": true, "by": "it was taken in"}]', '{}', true, 'gateway-operator', 0)`,
  );
  // So that three records are already too many.
  await admin.query('update oversight.access_threshold set least = 1, times_usual = 1');
  await admin.query(
    `insert into oversight.alarm (id, raised_at, kind, owner, agency, principal, agreement, reason, request_id)
     values ('0190b5a0-0000-7000-8000-000000000021', '2026-01-10T09:00:00+08:00', 'BREAK_GLASS', 'AG-TEST',
       'AG-TRAFFIC-POLICE', 'p1_1', 'urn:agr:x@3', 'LIFE_AT_RISK', 'r1')`,
  );
  await admin.query(
    `insert into oversight.agreement (uid, version, sha256, assigner, assignee, roles, purposes, legal_basis,
       valid_from, valid_until, body)
     values ('urn:agr:z', 1, 'ff', 'AG-TEST', 'AG-JUSTICE-BUREAU', '{partner}', '{MEDIATION}', 'LB',
       '2026-01-01T00:00:00+08:00', '2027-01-01T00:00:00+08:00',
       '{"budget": {"rowsPerDay": 9}, "permission": [{"id": "p1", "limit": {"perDay": 4}}]}')`,
  );
  await admin.query(
    `insert into oversight.budget_use (day, agreement, principal, measure, clause, used)
     values ('2026-03-02', 'urn:agr:z', 'p1_1', 'ROWS', '', 3), ('2026-03-02', 'urn:agr:z', 'p1_1', 'USES', 'p1', 1)`,
  );
  await admin.query(
    `insert into oversight.break_glass_answer (use_id, request_id, asked_at, fields)
     select id, 'r1', opened_at, '{MediationParty.name}' from oversight.break_glass_use`,
  );
}

const LEAF = Buffer.from(
  JSON.stringify({
    v: 1,
    fields: [['CheckpointPassage.plateNo', 'mask:plate.region', 'urn:agr:x@3#p2']],
    result: { rows: 1, sha256: 'ab'.repeat(32) },
  }),
);

function recordOf(index: number, agency: string | null, caseReference: string | null): unknown[] {
  return [
    index,
    `0190b5a0-0000-7000-8000-00000000000${index}`,
    onTheTenth(`0${index}:00:00`),
    agency,
    caseReference,
    ['CheckpointPassage.plateNo', 'CheckpointPassage.passTime'].slice(0, index + 1),
    ['mask', 'allow'].slice(0, index + 1),
    ['AG-TEST', 'AG-TEST'].slice(0, index + 1),
    [hashSubject(Buffer.alloc(32, 4), 'PLATE', '蒙E12345')],
  ];
}
