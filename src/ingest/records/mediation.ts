import { z } from 'zod';
import { agencyCode, agencyCodes, caseFiles, divisionCode } from './codes.ts';
import {
  decimal,
  flag,
  identifier,
  instant,
  integer,
  json,
  oneOf,
  optional,
  severalOf,
  text,
} from './field.ts';
import { recordType } from './record-type.ts';
import { isAfter, isOrdered } from './rules.ts';

/** A case of people's mediation (人民调解). */
export const mediationCase = recordType(
  'MediationCase',
  {
    id: identifier,
    caseNo: text(100),
    committeeId: optional(identifier),
    roomId: optional(identifier),
    source: optional(
      oneOf(
        'PARTY_APPLICATION',
        'OWN_INITIATIVE',
        'COURT',
        'PROCURATORATE',
        'POLICE',
        'PETITION',
        'OTHER_DEPARTMENT',
      ),
    ),
    disputeKind: oneOf(
      'MARRIAGE_FAMILY',
      'NEIGHBOUR',
      'HOUSING_HOMESTEAD',
      'CONTRACT',
      'PRODUCTION_OPERATION',
      'DAMAGES',
      'FOREST_LAND',
      'EXPROPRIATION_DEMOLITION',
      'POLLUTION',
      'MIGRANT_WAGES',
      'OTHER_LABOUR',
      'TOURISM',
      'E_COMMERCE',
      'OTHER_CONSUMER',
      'MEDICAL',
      'ROAD_ACCIDENT',
      'PROPERTY_MGMT',
      'OTHER',
    ),
    difficulty: optional(oneOf('SIMPLE', 'ORDINARY', 'MAJOR', 'DIFFICULT')),
    forecast: optional(
      oneOf('NORMAL', 'SUICIDE_RISK', 'MAY_TURN_CRIMINAL', 'GROUP_PETITION', 'GROUP_FIGHT', 'OTHER'),
    ),
    form: optional(oneOf('ORAL', 'WRITTEN')),
    result: optional(oneOf('SUCCESS', 'FAILURE', 'CONTINUE')),
    status: oneOf(
      'REGISTERED',
      'ACCEPTED',
      'MEDIATING',
      'AGREED',
      'FAILED',
      'WITHDRAWN',
      'PERFORMING',
      'PERFORMED',
      'BREACHED',
      'CONFIRMATION_APPLIED',
      'CONFIRMATION_ACCEPTED',
      'CONFIRMED',
      'NOT_CONFIRMED',
      'FOLLOW_UP',
      'ARCHIVED',
    ),
    amountYuan: optional(decimal(0, 1e12)),
    remedies: optional(
      severalOf(
        'CEASE_INFRINGEMENT',
        'REMOVE_OBSTRUCTION',
        'ELIMINATE_DANGER',
        'RETURN_PROPERTY',
        'RESTORE',
        'REPAIR_REWORK_REPLACE',
        'CONTINUE_PERFORMANCE',
        'COMPENSATE',
        'LIQUIDATED_DAMAGES',
        'RESTORE_REPUTATION',
        'APOLOGISE',
      ),
    ),
    performance: optional(oneOf('PERFORMED', 'JUDICIALLY_CONFIRMED', 'SUED_AFTER', 'UPHELD', 'OTHER')),
    facts: optional(text(20_000)),
    agreementText: optional(text(20_000)),
    divisionCode: optional(divisionCode),
    segmentId: optional(identifier),
    roadEventId: optional(identifier),
    acceptedAt: optional(instant),
    closedAt: optional(instant),
    // Who has a part in it beside the committee, and of whose cases it is a part: agreements open rows by both.
    agencies: optional(agencyCodes),
    caseFiles: optional(caseFiles),
  },
  [
    {
      code: 'CLOSED_BEFORE_ACCEPTED',
      holds: ({ acceptedAt, closedAt }) => !acceptedAt || isOrdered(acceptedAt, closedAt),
    },
  ],
);

/** A party to a case. Its division is the case's. */
export const mediationParty = recordType('MediationParty', {
  caseId: identifier,
  ordinal: integer(1, 10_000),
  role: optional(oneOf('APPLICANT', 'RESPONDENT', 'OTHER')),
  name: optional(text(200)),
  idNo: optional(text(30)),
  phone: optional(text(30)),
  address: optional(text(500)),
});

/** A follow-up visit (回访). Its division is the case's. */
export const followUp = recordType('FollowUp', {
  caseId: identifier,
  ordinal: integer(1, 10_000),
  followedUpAt: instant,
  method: optional(oneOf('VISIT', 'PHONE', 'OTHER')),
  performed: optional(flag),
  satisfied: optional(flag),
});

/** Mediation inside the detention centre, which is an agency's. Its division is the case's, and whose cases it is part of. */
export const detentionMediation = recordType(
  'DetentionMediation',
  {
    id: identifier,
    caseId: identifier,
    facilityId: identifier,
    facilityAgency: optional(agencyCode),
    status: oneOf(
      'INTAKE',
      'SCREENED',
      'MEDIATING',
      'AGREED',
      'FAILED',
      'RELEASED',
      'FOLLOWED_UP',
      'CLOSED',
      'HANDED_OVER',
    ),
    intakeAt: instant,
    screenedAt: optional(instant),
    releaseAt: optional(instant),
    followedUpAt: optional(instant),
  },
  [
    {
      code: 'RELEASE_NOT_AFTER_INTAKE',
      holds: ({ intakeAt, releaseAt }) => isAfter(releaseAt, intakeAt),
    },
  ],
);

const factor = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/),
  weight: z.int().min(-1_000).max(1_000),
  count: z.int().min(0).max(100_000),
  contribution: z.int().min(-1_000_000).max(1_000_000).optional(),
});

/** A warning scored by a model of disputes. Without a division of its own it takes its case's. */
export const disputeWarning = recordType('DisputeWarning', {
  id: identifier,
  modelId: text(64),
  modelVersion: text(64),
  score: integer(0, 1_000_000),
  factors: json(z.array(factor).max(50)),
  level: oneOf('RED', 'ORANGE', 'YELLOW', 'BLUE'),
  status: oneOf('SCORED', 'PUSHED', 'RECEIVED', 'SUPERVISED', 'HANDLING', 'FEEDBACK', 'CLOSED', 'RETURNED'),
  subjectRef: text(128),
  divisionCode: optional(divisionCode),
  handlingUnit: optional(text(100)),
  jointUnits: optional(severalOf('POLICE_STATION', 'JUDICIAL_OFFICE', 'WOMENS_FEDERATION')),
  caseId: optional(identifier),
  pushedAt: instant,
  scoredAt: optional(instant),
  scoreSha256: optional(text(64, /^[0-9a-f]{64}$/)),
});

/** Who a warning is about: shown to nobody before the handling unit has opened it. Its division is the warning's. */
export const warningSubject = recordType('WarningSubject', {
  warningId: identifier,
  name: text(200),
  phone: optional(text(30)),
  address: optional(text(500)),
});
