import { onTheTenth } from './sample-span.ts';

/** The detention centre has a part in them, and they belong to a case of the police. */
const TIED = { agencies: ['AG-DETENTION-CENTRE'], case_keys: ['AG-TRAFFIC-POLICE A-2026-0107'] };

const mediation = (id: string, dispute_kind: string, division_code: string | null, more: object) => ({
  id,
  case_no: `no-${id}`,
  dispute_kind,
  division_code,
  status: 'ACCEPTED',
  agencies: [],
  case_keys: [],
  ...more,
});

/** The justice bureau's rows, by table. */
export const MEDIATION_ROWS: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  'mediation.mediation_case': [
    mediation('m1', 'ROAD_ACCIDENT', '150724', {
      segment_id: 's1',
      road_event_id: 'e1',
      accepted_at: onTheTenth('09:00:00'),
      ...TIED,
    }),
    mediation('m2', 'ROAD_ACCIDENT', '150724', {
      segment_id: 's1',
      road_event_id: 'e1',
      status: 'REGISTERED',
    }),
    mediation('m3', 'NEIGHBOUR', '150782', {
      accepted_at: onTheTenth('10:00:00'),
      segment_id: 's1',
      ...TIED,
    }),
    mediation('m4', 'ROAD_ACCIDENT', '150421', {
      accepted_at: '2025-11-03T09:00:00+08:00',
      segment_id: 's4',
    }),
  ],
  'mediation.mediation_party': [
    { case_id: 'm1', ordinal: 2, role: 'RESPONDENT', name: '李四' },
    { case_id: 'm1', ordinal: 1, role: 'APPLICANT', name: '张三' },
    { case_id: 'm4', ordinal: 1, role: 'APPLICANT', name: '王五' },
  ],
  'mediation.follow_up': [
    {
      case_id: 'm1',
      ordinal: 1,
      followed_up_at: '2026-02-01T09:00:00+08:00',
      method: 'VISIT',
      performed: true,
    },
  ],
  'mediation.detention_mediation': [
    {
      id: 'd1',
      case_id: 'm3',
      facility_id: 'f1',
      status: 'INTAKE',
      intake_at: onTheTenth('11:00:00'),
      division_code: '150782',
      ...TIED,
    },
    {
      id: 'd2',
      case_id: 'm1',
      facility_id: 'f1',
      status: 'CLOSED',
      intake_at: onTheTenth('12:00:00'),
      division_code: '150724',
      ...TIED,
    },
  ],
  'mediation.dispute_warning': [
    {
      id: 'x1',
      division_code: '150724',
      level: 'RED',
      case_id: 'm1',
      case_keys: TIED.case_keys,
      pushed_at: onTheTenth('13:00:00'),
    },
    { id: 'x2', division_code: '150421', level: 'BLUE', case_id: null, pushed_at: onTheTenth('14:00:00') },
  ].map((warning) => ({
    model_id: 'mo',
    model_version: '1',
    score: 6,
    factors: [{ code: 'CALLS', weight: 1, count: 6 }],
    status: 'PUSHED',
    subject_ref: 'ref',
    joint_units: ['POLICE_STATION'],
    case_keys: [],
    ...warning,
  })),
  'mediation.warning_subject': [
    { warning_id: 'x1', name: '张三', phone: '13812345678', division_code: '150724' },
  ],
  'mediation.warning_opening': [
    {
      warning_id: 'x1',
      agency: 'AG-TEST',
      opened_at: onTheTenth('15:00:00'),
      opened_by: 'p1_sample',
      role: 'partner',
      note: 'To visit them.',
      request_id: 'request-1',
    },
  ],
  'mediation.loop_step': [
    {
      machine: 'MediationCase',
      item_id: 'm1',
      ordinal: 1,
      from_state: 'ACCEPTED',
      to_state: 'MEDIATING',
      taken_at: '2026-01-11T09:00:00+08:00',
      due_at: '2026-01-12T09:00:00+08:00',
      machine_version: 1,
      policy_version: '2026-1',
      actor: 'p1_sample',
      agency: 'AG-JUSTICE-BUREAU',
      role: 'partner',
      note: 'As the file says.',
      request_id: 'request-1',
    },
    {
      machine: 'DetentionMediation',
      item_id: 'd1',
      ordinal: 1,
      from_state: 'ACCEPTED',
      to_state: 'MEDIATING',
      taken_at: '2026-01-11T09:00:00+08:00',
      due_at: '2026-01-12T09:00:00+08:00',
      machine_version: 1,
      policy_version: '2026-1',
      actor: 'p1_sample',
      agency: 'AG-JUSTICE-BUREAU',
      role: 'partner',
      note: 'As the file says.',
      request_id: 'request-1',
    },
    {
      machine: 'DisputeWarning',
      item_id: 'x2',
      ordinal: 1,
      from_state: 'ACCEPTED',
      to_state: 'MEDIATING',
      taken_at: '2026-01-11T09:00:00+08:00',
      due_at: '2026-01-12T09:00:00+08:00',
      machine_version: 1,
      policy_version: '2026-1',
      actor: 'p1_sample',
      agency: 'AG-JUSTICE-BUREAU',
      role: 'partner',
      note: 'As the file says.',
      request_id: 'request-1',
    },
  ],
};
