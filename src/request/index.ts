export type { Alarm, AlarmDesk, AlarmKind, Measure } from './alarms.ts';
export type { Arrival } from './arrival.ts';
export type { BreakGlassDesk, BreakGlassReport } from './break-glass.ts';
export { createOperationCounter, type OperationCounter } from './count-operations.ts';
export { answer, refuseArrival } from './flow.ts';
export { explainDecisions, type Explanation } from './explain-decisions.ts';
export type { BudgetMeter, Charge, Spending } from './meter/budget-meter.ts';
export { endOfDay } from './meter/day.ts';
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
export {
  judgeIncident,
  type IncidentStep,
  type JudgeableIncident,
  type Judged,
  type JudgePorts,
} from './judge-incident.ts';
export { holdCase, type Hold, type HoldPorts } from './hold-case.ts';
export { approvePrune, endHold, placeHold, type ApprovedPrune } from './retention/keep-records.ts';
export { reviewUse, type ReviewableUse, type ReviewPorts } from './review-use.ts';
export { serveSubgraph } from './serve-subgraph.ts';
export type { AgencyPorts, OwnPolicy, Question } from './serve/ports.ts';
export { readLogEntries, type LogEntriesQuestion } from './read-log-entries.ts';
export type { LogEntriesPage, Released, Served } from './stages.ts';
