import type { MachineName } from '../../../src/loops/index.ts';

/** Where the items of a loop are kept, and what one of them is made of. */
export interface KeptKind {
  readonly schema: string;
  readonly table: string;
  /** Where an item may begin, and what it is there. */
  readonly beginnings: readonly {
    readonly state: string;
    readonly facts: Readonly<Record<string, boolean>>;
  }[];
  readonly level: string | null;
  /** Parties that the item says itself. */
  readonly parties: Readonly<Record<string, string>>;
  /** Whether files of its agency bring such items. */
  readonly isBrought: boolean;
  /** The columns of a new item but for its id and state. */
  readonly columns: (
    id: string,
    facts: Readonly<Record<string, boolean>>,
  ) => Readonly<Record<string, unknown>>;
}

const AT = '2026-02-10T08:00:00+08:00';
const at = (...states: string[]): KeptKind['beginnings'] => states.map((state) => ({ state, facts: {} }));
const item = { level: null, parties: {}, isBrought: true } as const;

/** The case of all mediations inside the detention centre. */
export const CASE = { id: 'case', case_no: 'case', dispute_kind: 'NEIGHBOUR', status: 'ACCEPTED' } as const;

/** Every loop that there is. */
export const KEPT: Readonly<Record<MachineName, KeptKind>> = {
  MediationCase: {
    ...item,
    schema: 'mediation',
    table: 'mediation_case',
    beginnings: at('REGISTERED', 'AGREED'),
    columns: (id) => ({ case_no: id, dispute_kind: 'NEIGHBOUR', division_code: '150724' }),
  },
  DetentionMediation: {
    ...item,
    schema: 'mediation',
    table: 'detention_mediation',
    beginnings: at('INTAKE', 'RELEASED'),
    columns: () => ({
      case_id: CASE.id,
      facility_id: 'facility',
      division_code: '150724',
      intake_at: AT,
      release_at: '2027-02-10T08:00:00+08:00',
    }),
  },
  DisputeWarning: {
    ...item,
    schema: 'mediation',
    table: 'dispute_warning',
    beginnings: at('PUSHED'),
    level: 'RED',
    columns: () => ({
      model_id: 'calls',
      model_version: '1',
      score: 6,
      factors: [],
      level: 'RED',
      subject_ref: 'subject',
      division_code: '150724',
      pushed_at: AT,
    }),
  },
  Violation: {
    ...item,
    schema: 'checkpoint',
    table: 'violation',
    beginnings: at('ENTERED', 'NOTIFIED'),
    columns: () => ({ violation_time: AT, violation_code: '1303', division_code: '150724' }),
  },
  RoadEvent: {
    ...item,
    schema: 'traffic',
    table: 'road_event',
    beginnings: [
      { state: 'PLANNED', facts: { isPlanned: true } },
      { state: 'REPORTED', facts: { isPlanned: false } },
    ],
    columns: (_id, { isPlanned }) => ({
      version: 1,
      event_kind: 'CLOSURE',
      cause: isPlanned === true ? 'PLANNED_EVENT' : null,
      information_status: 'REAL',
      confidentiality: 'NO_RESTRICTION',
      valid_from: AT,
    }),
  },
  SharingApplication: {
    ...item,
    schema: 'oversight',
    table: 'sharing_application',
    beginnings: at('DRAFT'),
    parties: { applicant: 'AG-TRAFFIC-POLICE', provider: 'AG-JUSTICE-BUREAU' },
    isBrought: false,
    columns: () => ({
      applicant: 'AG-TRAFFIC-POLICE',
      provider: 'AG-JUSTICE-BUREAU',
      resource: 'Cases.',
      purpose: 'ROAD_SAFETY',
      legal_basis: 'A letter.',
      opened_at: AT,
      opened_by: 'p1_a',
      request_id: 'request',
    }),
  },
};
