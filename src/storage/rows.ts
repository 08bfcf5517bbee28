/** The rows that resolvers find as parents, one type for each type of the schema that has rows. */
export type { Stay as CaseStayRow } from '../tracing/index.ts';
export type { CaseVehicleRow, ToldCompanion } from './readers/checkpoint/case-vehicles.ts';
export type { ReachableCheckpointRow, SearchRingRow } from './readers/checkpoint/search-rings.ts';
export type { MeasuredCheckpoint } from './readers/checkpoint/neighbours.ts';
export type { DisclosureRecordRow } from './readers/open-record.ts';
export type { CheckpointRow } from './statements/checkpoint/checkpoint.ts';
export type { LaneRow } from './statements/checkpoint/list-lanes.ts';
export type { PassageRow } from './statements/checkpoint/passage.ts';
export type { PassageStatisticRow, ViolationStatisticRow } from './readers/checkpoint/statistics.ts';
export type { ToldViolationRate } from './readers/checkpoint/violations.ts';
export type { GantryStatisticRow } from './readers/traffic/statistics.ts';
export type { CaseMeasuresRow, WarningMeasuresRow } from './readers/mediation/measures.ts';
export type { MediationStatisticRow } from './readers/mediation/statistics.ts';
export type { ToldRoadMeasures } from './readers/traffic/measures.ts';
export type { DisputeIncidentRow } from './statements/checkpoint/list-dispute-incidents.ts';
export type { ViolationRow } from './statements/checkpoint/violation.ts';
export type { DetentionMediationRow } from './statements/mediation/list-detention-mediations.ts';
export type { DisputeWarningRow, WarningFactorRow } from './statements/mediation/list-dispute-warnings.ts';
export type { JointWarningRow } from './statements/mediation/list-joint-warnings.ts';
export type { WarningSubjectRow } from './statements/mediation/list-warning-subjects.ts';
export type { FollowUpRow } from './statements/mediation/list-follow-ups.ts';
export type { MediationPartyRow } from './statements/mediation/list-parties.ts';
export type { MediationCaseRow } from './statements/mediation/mediation-case.ts';
export type { ImpactOfDraft } from './readers/oversight/impact.ts';
export type { GuardIncidentCountRow } from './statements/oversight/count-guard-incidents.ts';
export type { ShownLog } from './readers/oversight/log-health.ts';
export type { AgreementRow } from './statements/oversight/list-agreements.ts';
export type { AlarmRow } from './statements/oversight/alarm.ts';
export type { BudgetUseRow } from './statements/oversight/list-budget-use.ts';
export type { DisclosureCountRow } from './statements/oversight/count-disclosures.ts';
export type { UnusualAccessRow } from './statements/oversight/unusual-access.ts';
export type { BreakGlassUseRow } from './statements/oversight/list-break-glass-uses.ts';
export type { GuardDrillRow } from './statements/oversight/list-guard-drills.ts';
export type { GuardIncidentRow } from './statements/oversight/list-guard-incidents.ts';
export type { SharingApplicationRow } from './statements/oversight/list-sharing-applications.ts';
export type { SharedFieldRow } from './statements/oversight/list-shared-fields.ts';
export type { AdminDivisionRow } from './statements/traffic/admin-division.ts';
export type { DetourLegRow, DetourRow } from './statements/traffic/detour.ts';
export type { FlowBucketRow } from './statements/traffic/flow-buckets.ts';
export type { FlowObservationRow } from './statements/traffic/flow-observation.ts';
export type { GantryPassageRow } from './statements/traffic/gantry-passage.ts';
export type { GantryRow } from './statements/traffic/gantry.ts';
export type { RoadCrosswalkRow } from './statements/traffic/list-crosswalks.ts';
export type { RoadEventRow } from './statements/traffic/road-event.ts';
export type { RoadSegmentRow } from './statements/traffic/road-segment.ts';
export type { RoadRow } from './statements/traffic/road.ts';
export type { AxleLoadRow } from './statements/traffic/sum-axle-loads.ts';
export type { ClosureSummaryRow } from './statements/traffic/summarise-closures.ts';

/** An entity of another agency's: its key is all that is known of it here. */
export interface EntityReference {
  readonly id: string;
}

/** A division of the transport centre's, known here by its code alone. */
export interface DivisionReference {
  readonly code: string;
}
