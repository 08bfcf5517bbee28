export { checkDocument } from './document/check-document.ts';
export { createPublicationCheck } from './document/check-publication.ts';
export {
  composeSupergraph,
  joinSchemas,
  type Composition,
  type CompositionProblem,
  type SubgraphSchema,
} from './compose-supergraph.ts';
export { readPublicSchema } from './public-schema.ts';
export type { FetchStat } from './execute/execution-run.ts';
export type { PublicError } from './execute/fault-ledger.ts';
export { DEFAULT_LIMITS, type FederationLimits } from './limits.ts';
export {
  createLocalSubgraph,
  type LocalSubgraphOptions,
  type OperationContext,
} from './agency/local-subgraph.ts';
export {
  openFederation,
  type FederatedAnswer,
  type Federation,
  type FederationOptions,
  type OwnFields,
} from './open-federation.ts';
export type { ClientOperation, PlannedOperation } from './plan-operation.ts';
export type { SelectedField } from './document/normalise-operation.ts';
export type {
  AgencyEvent,
  AgencyEvents,
  CallerContext,
  Subgraph,
  SubgraphAnswer,
  SubgraphError,
  SubgraphRequest,
} from './subgraph.ts';
export type { EventStream } from './map-events.ts';
export { createPlanner, type Overrides, type Planner } from './plan/planner.ts';
export {
  startPlannerProcess,
  type PlannerProcess,
  type PlannerProcessOptions,
} from './plan/planner-process.ts';
export { type AskedFields, listAskedFields } from './agency/asked-fields.ts';
export { compileOperation } from './agency/compile-operation.ts';
export { buildAgencySchema, type AgencyResolvers } from './agency/agency-schema.ts';
export { listEntityKeys, type EntityKeys } from './agency/entity-keys.ts';
export { readSupergraph, type Supergraph } from './supergraph.ts';
export { createRemoteSubgraph, type RemoteSubgraphOptions } from './remote/remote-subgraph.ts';
export { maskOnArrival, type ArrivalOptions } from './agency/mask-on-arrival.ts';
export { CircuitBreaker, type BreakerSettings, type Permit } from './remote/circuit-breaker.ts';
export { parseText } from './document/admit-document.ts';
