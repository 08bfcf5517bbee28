import type pg from 'pg';
import { onTheTenth } from './sample-span.ts';

/** Three records of the disclosure log, three agreements, and one open case. */
export async function insertLog(admin: pg.Client): Promise<void> {
  for (const values of [
    recordOf(0, 'AG-TRAFFIC-POLICE', 'CASE-1'),
    recordOf(1, 'AG-TRAFFIC-POLICE', null),
    recordOf(2, null, null),
  ]) {
    await admin.query(
      `insert into oversight.disclosure (index, id, recorded_at, stage, agency, role, actor, case_reference, code,
         row_count, agreements, coordinates, denied, leaf)
       values ($1, $2, $3, 'RELEASE', $4, 'analyst', 'actor', $5, 'OK', 1, '{urn:agr:x@3}', $6, '{}', $7)`,
      values,
    );
  }
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
    `insert into oversight.shared_field (uid, version, coordinate, decision, mask, rule) values
       ('urn:agr:x', 3, 'Violation.plateNo', 'mask', 'plate.region', 'p2'),
       ('urn:agr:x', 3, 'Violation.id', 'allow', null, 'p1'),
       ('urn:agr:x', 12, 'Violation.id', 'deny', null, 'x1')`,
  );
}

function recordOf(index: number, agency: string | null, caseReference: string | null): unknown[] {
  return [
    index,
    `0190b5a0-0000-7000-8000-00000000000${index}`,
    onTheTenth(`0${index}:00:00`),
    agency,
    caseReference,
    ['CheckpointPassage.plateNo', 'CheckpointPassage.passTime'].slice(0, index + 1),
    Buffer.from(
      JSON.stringify({
        v: 1,
        fields: [['CheckpointPassage.plateNo', 'mask:plate.region', 'urn:agr:x@3#p2']],
        result: { rows: 1, sha256: 'ab'.repeat(32) },
      }),
    ),
  ];
}
