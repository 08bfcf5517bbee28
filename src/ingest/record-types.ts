import { checkpoint, checkpointPassage, disputeIncident, lane, violation } from './records/checkpoint.ts';
import {
  detentionMediation,
  disputeWarning,
  followUp,
  mediationCase,
  mediationParty,
  warningSubject,
} from './records/mediation.ts';
import { caseFile } from './records/oversight.ts';
import type { RecordType } from './records/record-type.ts';
import {
  adminDivision,
  flowObservation,
  gantry,
  gantryPassage,
  roadCrosswalk,
  roadEvent,
  roadSegment,
} from './records/traffic.ts';

/**
 * The canonical record types, in the order in which they can be loaded: whatever a type refers to comes before it.
 * Names are those of the GraphQL types; fields are the tables' columns in camel case, without those that are
 * derived when a batch is published, and without the label, which the source gives.
 */
export const RECORD_TYPES = {
  AdminDivision: adminDivision,
  RoadSegment: roadSegment,
  RoadCrosswalk: roadCrosswalk,
  Gantry: gantry,
  FlowObservation: flowObservation,
  GantryPassage: gantryPassage,
  RoadEvent: roadEvent,
  Checkpoint: checkpoint,
  Lane: lane,
  CheckpointPassage: checkpointPassage,
  Violation: violation,
  DisputeIncident: disputeIncident,
  MediationCase: mediationCase,
  MediationParty: mediationParty,
  FollowUp: followUp,
  DetentionMediation: detentionMediation,
  DisputeWarning: disputeWarning,
  WarningSubject: warningSubject,
  CaseFile: caseFile,
} as const;

/** Name of a canonical record type. */
export type RecordTypeName = keyof typeof RECORD_TYPES;

type Canonical = {
  readonly [T in RecordTypeName]: (typeof RECORD_TYPES)[T] extends RecordType<infer R> ? R : never;
};

/** A canonical record: `CanonicalRecord<'Gantry'>`. */
export type CanonicalRecord<T extends RecordTypeName> = Canonical[T];

export { ONLINE_LABELS, type OnlineLabel } from '../classification/index.ts';
