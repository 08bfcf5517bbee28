export type { Arrival } from './arrival.ts';
export { answer, refuseArrival } from './flow.ts';
export { publicError } from './compose-answer.ts';
export type {
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
export type { Released } from './stages.ts';
