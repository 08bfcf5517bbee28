import type { Overrides } from './planner.ts';

/** What the gateway tells its planner process: the supergraph once, then one operation at a time. */
export type ToPlanner = { readonly supergraphSdl: string } | PlanRequest;

export interface PlanRequest {
  readonly operationText: string;
  readonly overrides: Overrides;
}

/** What the planner process answers: that it can plan over the supergraph, then a plan for each operation. */
export type FromPlanner =
  | { readonly kind: 'ready' }
  | { readonly kind: 'plan'; readonly plan: unknown }
  /** The planner's own words, for operators. */
  | { readonly kind: 'failure'; readonly reason: string };
