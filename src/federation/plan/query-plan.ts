/** A plan of the query planner, as far as this gateway executes it. */
export interface QueryPlan {
  /** For a subscription, where its events come from; `node` is then what follows each event. */
  readonly events: FetchNode | null;
  readonly node: PlanNode | null;
}

export type PlanNode =
  | FetchNode
  | BatchFetchNode
  | FlattenNode
  | { readonly kind: 'Sequence' | 'Parallel'; readonly nodes: readonly PlanNode[] }
  | ConditionNode;

export interface FetchNode {
  readonly kind: 'Fetch';
  readonly serviceName: string;
  readonly operation: string;
  readonly isMutation: boolean;
  readonly variableUsages: readonly string[];
  /** Present where entities are fetched by their representations. */
  readonly requires: readonly RequiredSelection[] | null;
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
}

export interface BatchFetchNode {
  readonly kind: 'BatchFetch';
  readonly serviceName: string;
  readonly operation: string;
  readonly variableUsages: readonly string[];
  readonly aliases: readonly BatchAlias[];
}

export interface BatchAlias {
  readonly alias: string;
  readonly representationsVariableName: string;
  readonly paths: readonly (readonly PathSegment[])[];
  readonly requires: readonly RequiredSelection[];
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
}

export interface FlattenNode {
  readonly kind: 'Flatten';
  readonly path: readonly PathSegment[];
  readonly node: FetchNode;
}

export interface ConditionNode {
  readonly kind: 'Condition';
  readonly condition: string;
  readonly ifClause: PlanNode | null;
  readonly elseClause: PlanNode | null;
}

export type PathSegment = '@' | { readonly Field: string } | { readonly TypeCondition: readonly string[] };

export type RequiredSelection =
  | {
      readonly kind: 'Field';
      readonly name: string;
      readonly alias: string | null;
      readonly selections: readonly RequiredSelection[];
    }
  | {
      readonly kind: 'InlineFragment';
      readonly typeCondition: string;
      readonly selections: readonly RequiredSelection[];
    };

export type RewriteSegment = { readonly TypenameEquals: readonly string[] } | { readonly Key: string };

export type Rewrite =
  | { readonly kind: 'ValueSetter'; readonly path: readonly RewriteSegment[]; readonly setValueTo: string }
  | { readonly kind: 'KeyRenamer'; readonly path: readonly RewriteSegment[]; readonly renameKeyTo: string };
