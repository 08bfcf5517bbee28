export { checkDocument } from './check-document.ts';
export { composeSupergraph, type SubgraphSchema } from './compose-supergraph.ts';
export type { FetchStat } from './execution-run.ts';
export type { PublicError } from './fault-ledger.ts';
export { DEFAULT_LIMITS, type FederationLimits } from './limits.ts';
export { createLocalSubgraph, type LocalSubgraphOptions, type OperationContext } from './local-subgraph.ts';
export {
  openFederation,
  type FederatedAnswer,
  type Federation,
  type FederationOptions,
} from './open-federation.ts';
export type { ClientOperation, PlannedOperation } from './plan-operation.ts';
export type { SelectedField } from './normalise-operation.ts';
export type { CallerContext, Subgraph, SubgraphAnswer, SubgraphError, SubgraphRequest } from './subgraph.ts';
export type { Planner } from './planner.ts';
export { buildAgencySchema, type AgencyResolvers } from './agency-schema.ts';
export { listEntityKeys, type EntityKeys } from './entity-keys.ts';
