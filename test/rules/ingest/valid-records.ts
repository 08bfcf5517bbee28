import type { CanonicalRecord, RecordTypeName } from '../../../src/ingest/index.ts';

const AT = '2026-01-31T22:15:00+08:00';

/** One sound record of each type, with its required fields only. */
export const VALID_RECORDS: { readonly [T in RecordTypeName]: CanonicalRecord<T> } = {
  AdminDivision: { code: '150724', name: '鄂温克族自治旗', level: 'COUNTY', kind: 'AUTONOMOUS_BANNER' },
  RoadSegment: { id: 's1', codeSystem: 'GB_T_917', roadRef: 'G10', direction: 'BOTH' },
  RoadCrosswalk: {
    id: 'x1',
    policeRoadCode: '00010',
    policeKm: 12,
    policeM: 300,
    roadCode: 'G10',
    stakeM: 12_300,
    segmentId: 's1',
  },
  Gantry: { id: 'g1', segmentId: 's1', direction: 'UP' },
  FlowObservation: {
    stationId: 'st1',
    stationType: 'CONTINUOUS',
    segmentId: 's1',
    periodStart: AT,
    periodMinutes: 60,
    direction: 'UP',
    vehicleClass: 'SMALL_PASSENGER',
  },
  GantryPassage: { id: 'p1', gantryId: 'g1', transTime: AT, vehicleGroup: 'TRUCK' },
  RoadEvent: {
    id: 'e1',
    version: 1,
    eventKind: 'CLOSURE',
    status: 'ACTIVE',
    informationStatus: 'REAL',
    validFrom: AT,
  },
  Checkpoint: { id: 'c1', status: 'NORMAL', category: 'COUNTY', usage: 'TRAFFIC', isEnforcement: true },
  Lane: { checkpointId: 'c1', laneNo: 1 },
  CheckpointPassage: { id: 'p1', checkpointId: 'c1', passTime: AT, vehicleGroup: 'COACH' },
  Violation: { id: 'v1', violationTime: AT, violationCode: '1352A', status: 'ENTERED' },
  MediationCase: { id: 'm1', caseNo: '2026-1', disputeKind: 'NEIGHBOUR', status: 'ACCEPTED' },
  MediationParty: { caseId: 'm1', ordinal: 1 },
  FollowUp: { caseId: 'm1', ordinal: 1, followedUpAt: AT },
  DetentionMediation: { id: 'd1', caseId: 'm1', facilityId: 'f1', status: 'INTAKE', intakeAt: AT },
  CaseFile: {
    agency: 'AG-TRAFFIC-POLICE',
    caseNo: 'A-2026-0107',
    purposes: ['PUBLIC_SAFETY'],
    openedAt: '2026-01-07T09:20:00+08:00',
  },
  DisputeWarning: {
    id: 'w1',
    modelId: 'calls',
    modelVersion: '1',
    score: 6,
    factors: [{ code: 'CALLS', weight: 1, count: 6 }],
    level: 'RED',
    status: 'PUSHED',
    subjectRef: 'subject-1',
    pushedAt: AT,
  },
};
