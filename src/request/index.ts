export type { Arrival } from './arrival.ts';
export { createOperationCounter, type OperationCounter } from './count-operations.ts';
export { answer, refuseArrival } from './flow.ts';
export { explainDecisions, type Explanation } from './explain-decisions.ts';
export { publicError } from './compose-answer.ts';
export type {
  CaseFile,
  CaseRegister,
  Edition,
  FederationPort,
  OperationError,
  OperationResult,
  PlannedOperation,
  RequestPorts,
  RunOperation,
  SelectedField,
  Spoken,
  ValidOperation,
} from './ports.ts';
export { serveSubgraph } from './serve-subgraph.ts';
export type { AgencyPorts, OwnPolicy, Question } from './serve/ports.ts';
export type { Released, Served } from './stages.ts';
