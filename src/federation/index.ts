export { checkDocument } from './document/check-document.ts';
export { composeSupergraph, type SubgraphSchema } from './compose-supergraph.ts';
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
} from './open-federation.ts';
export type { ClientOperation, PlannedOperation } from './plan-operation.ts';
export type { SelectedField } from './document/normalise-operation.ts';
export type { CallerContext, Subgraph, SubgraphAnswer, SubgraphError, SubgraphRequest } from './subgraph.ts';
export type { Planner } from './plan/planner.ts';
export { buildAgencySchema, type AgencyResolvers } from './agency/agency-schema.ts';
export { listEntityKeys, type EntityKeys } from './agency/entity-keys.ts';
