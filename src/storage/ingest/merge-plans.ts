import type { RecordTypeName } from '../../ingest/index.ts';
import { checkpoint, checkpointPassage, disputeIncident, lane, violation } from './merge-checkpoint.ts';
import {
  detentionMediation,
  disputeWarning,
  followUp,
  mediationCase,
  mediationParty,
  warningSubject,
} from './merge-mediation.ts';
import { caseFile } from './merge-oversight.ts';
import type { MergePlan } from './merge-plan.ts';
import {
  adminDivision,
  flowObservation,
  gantry,
  gantryPassage,
  roadCrosswalk,
  roadEvent,
  roadSegment,
} from './merge-traffic.ts';

/** How each type gets into its table, in the order in which types are merged: parents first. */
export const MERGE_PLANS: Readonly<Record<RecordTypeName, MergePlan>> = {
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
};
