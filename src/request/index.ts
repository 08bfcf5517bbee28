export type { Alarm, AlarmDesk, AlarmKind, Measure } from './alarms.ts';
export type { Arrival } from './arrival.ts';
export type { BreakGlassDesk, BreakGlassReport } from './break-glass.ts';
export { createOperationCounter, type OperationCounter } from './count-operations.ts';
export { answer, refuseArrival } from './flow.ts';
export { describeCaller, type CallerDescription } from './describe-caller.ts';
export { digestDocument } from './digest-document.ts';
export { explainDecisions, type Explanation } from './explain-decisions.ts';
export type { BudgetMeter, Charge, ReadSpent, SpentBudget, Spending } from './meter/budget-meter.ts';
export { endOfDay } from './meter/day.ts';
export { MEASURE_WORDS } from './meter/measure-words.ts';
export { listCharges } from './meter/list-charges.ts';
export { requireRecordable } from './meter/require-recordable.ts';
export { asLukouError, publicError } from './compose-answer.ts';
export { findMarked } from './guard-egress.ts';
export type {
  CaseFile,
  CaseRegister,
  Edition,
  ExecutedOperation,
  FederationPort,
  InputUse,
  OperationError,
  OperationResult,
  PlannedOperation,
  RequestPorts,
  RunOperation,
  SelectedField,
  Spoken,
  ValidOperation,
} from './ports.ts';
export { keepDrill, type DrillPorts } from './keep-drill.ts';
export {
  judgeIncident,
  type IncidentStep,
  type JudgeableIncident,
  type Judged,
  type JudgePorts,
} from './judge-incident.ts';
export { holdCase, type Hold, type HoldPorts } from './hold-case.ts';
export {
  approveDestroyingKey,
  approveErasingDetail,
  approvePrune,
  endHold,
  placeHold,
  type ApprovedPrune,
} from './retention/keep-records.ts';
export { reviewUse, type ReviewableUse, type ReviewPorts } from './review-use.ts';
export {
  openOversightActs,
  type OversightActPorts,
  type OversightActs,
  type OversightDesk,
} from './acts/oversight-acts.ts';
export { type LoopActPorts, type LoopActs, openLoopActs } from './acts/loop-acts.ts';
export {
  type MediationActPorts,
  type MediationActs,
  type MediationDesk,
  openMediationActs,
} from './acts/mediation-acts.ts';
export type { KeptOpening, OpeningDesk } from './acts/open-warning-subject.ts';
export type { ApplicationDesk, NewApplication } from './acts/apply-for-sharing.ts';
export type { KeptItem, KeptStep, LoopDesk } from './acts/move-item.ts';
export type { ActKeeper, ActReceipt, AskedAct } from './acts/ports.ts';
export { stream, type StreamPorts, type StreamReader } from './stream/flow.ts';
export { createStreamPlaces, type StreamPlaces } from './stream/places.ts';
export { createTurns } from './stream/turns.ts';
export { FEED_SECONDS, type FeedName, openPublicFeeds } from './feeds/open-public-feeds.ts';
export { PUBLIC_DOCUMENT } from './feeds/public-document.ts';
export { serveSubgraph, serveSubgraphEvents } from './serve-subgraph.ts';
export type { AgencyPorts, OwnPolicy, Question } from './serve/ports.ts';
export { type DeliveryPorts, type Feeding, takeDelivery } from './take-delivery.ts';
export { readLogEntries, type LogEntriesQuestion } from './read-log-entries.ts';
export type { LogEntriesPage, PublicFeed, Released, Served, ServedEvent } from './stages.ts';
export { readReason } from './require-glass.ts';
