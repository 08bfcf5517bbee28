import type { GraphQLSchema } from 'graphql';
import type { Grant } from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';
import { Introspection } from './document/introspection.ts';
import { bareObject } from './execute/bare-object.ts';
import { completeAnswer } from './execute/complete-answer.ts';
import type { ExecutionRun, FetchStat } from './execute/execution-run.ts';
import { FaultLedger, type PublicError } from './execute/fault-ledger.ts';
import { DEFAULT_LIMITS, type FederationLimits } from './limits.ts';
import { OperationPlanner, type ClientOperation, type PlannedOperation } from './plan-operation.ts';
import { PlanStore } from './plan/plan-store.ts';
import { estimateRows } from './document/estimate-rows.ts';
import { createPlanner, type Planner } from './plan/planner.ts';
import type { CallerContext, Subgraph } from './subgraph.ts';
import { readSupergraph, type Scalars, type Supergraph } from './supergraph.ts';

export interface FederationOptions {
  readonly supergraphSdl: string;
  /** One for every subgraph of the supergraph. */
  readonly subgraphs: readonly Subgraph[];
  /** How input of custom scalars is read; as any JSON unless given. */
  readonly scalars?: Scalars;
  readonly limits?: Partial<FederationLimits>;
  /** Plans over the supergraph; the planner in this process unless given. */
  readonly planner?: Planner;
  /** The schema that a caller may see. Without it introspection is refused. */
  readonly introspectionSchema?: (grant: Grant) => GraphQLSchema;
  /** Whether objects of a type count as rows of an answer; all do unless given. */
  readonly isRow?: (typeName: string) => boolean;
  /** Told of every fault with its cause, which no caller sees. */
  readonly onFault: (requestId: string, error: unknown) => void;
}

/** What one operation came to. `data` and `errors` are in the client's names; denials are not among the errors. */
export interface FederatedAnswer {
  readonly data: unknown;
  readonly errors: readonly PublicError[];
  /** Rows in the answer. */
  readonly rows: number;
  readonly fetches: readonly FetchStat[];
}

/** Agencies' subgraphs behind one schema. */
export interface Federation {
  /** The schema to validate operations against. */
  readonly consumerSchema: GraphQLSchema;
  /**
   * Judges every field of a validated operation for one grant and leaves out what is denied. Fetches nothing.
   * Throws OPERATION_INVALID or OPERATION_TOO_LARGE.
   */
  plan(operation: ClientOperation, grant: Grant): PlannedOperation;
  /**
   * Fetches and joins. A fault of one agency nulls its own fields and is among the errors; what throws is a fault of
   * the gateway's own.
   */
  execute(
    planned: PlannedOperation,
    variables: Readonly<Record<string, unknown>>,
    caller: CallerContext,
  ): Promise<FederatedAnswer>;
}

/** Opens a federation. Throws SCHEMA_INVALID where the supergraph and the subgraphs do not fit. */
export function openFederation(options: FederationOptions): Federation {
  const supergraph = readSupergraph(options.supergraphSdl, options.scalars ?? {});
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const subgraphs = requireSubgraphs(supergraph, options.subgraphs);
  const operations = new OperationPlanner(supergraph.consumerSchema, limits);
  const plans = new PlanStore(options.planner ?? createPlanner(supergraph.sdl), supergraph, limits.keptPlans);
  const { introspectionSchema, isRow = () => true, onFault } = options;
  return { consumerSchema: supergraph.consumerSchema, plan, execute };

  function plan(operation: ClientOperation, grant: Grant): PlannedOperation {
    const planned = operations.plan(operation, grant);
    requireAffordable(planned);
    readIntrospection(planned, grant);
    return planned;
  }

  async function execute(
    planned: PlannedOperation,
    variables: Readonly<Record<string, unknown>>,
    caller: CallerContext,
  ): Promise<FederatedAnswer> {
    // A plan made for others' variables or grant would answer with their values.
    if (variables !== planned.variables || caller.grant.digest !== planned.grantDigest) {
      throw new LukouError('INTERNAL', 'A plan was to run for another request than it was made for.');
    }
    const { normalised, answer } = planned;
    const ledger = new FaultLedger(normalised.responseKeys, limits.maxErrors);
    const run: ExecutionRun = {
      data: bareObject(),
      variables: normalised.variables.evaluate(planned.coerced),
      caller,
      subgraphs,
      timeoutMs: limits.fetchTimeoutMs,
      ledger,
      fetches: [],
      onFault,
    };
    if (normalised.text !== null) {
      const step = await plans.require(normalised.text);
      await step(run)?.();
    }
    const introspection = readIntrospection(planned, caller.grant)?.answer(variables) ?? {};
    const { data, rows } = completeAnswer({
      selection: answer,
      data: run.data,
      ledger,
      introspection,
      isRow,
    });
    return { data, errors: ledger.list(data), rows, fetches: run.fetches };
  }

  function requireAffordable({ source, coerced }: PlannedOperation): void {
    const { operation, fragments } = source;
    const schema = supergraph.consumerSchema;
    const rows = estimateRows({ schema, operation, fragments, variables: coerced });
    if (rows <= limits.maxRows) return;
    throw new LukouError(
      'OPERATION_TOO_LARGE',
      `It may answer ${rows} rows, and the limit is ${limits.maxRows}. Lower "first".`,
    );
  }

  function readIntrospection(planned: PlannedOperation, grant: Grant): Introspection | null {
    const { introspection } = planned.normalised;
    if (introspection.length === 0) return null;
    if (introspectionSchema === undefined) {
      throw new LukouError('OPERATION_INVALID', 'This gateway does not answer introspection.');
    }
    return new Introspection(introspectionSchema(grant), introspection, planned.source);
  }
}

function requireSubgraphs(supergraph: Supergraph, given: readonly Subgraph[]): ReadonlyMap<string, Subgraph> {
  const byName = new Map(given.map((subgraph) => [subgraph.name, subgraph]));
  const missing = supergraph.subgraphNames.filter((name) => !byName.has(name));
  if (missing.length > 0) {
    throw new LukouError(
      'SCHEMA_INVALID',
      `The supergraph names ${missing.join(', ')}. Connect a subgraph of that name.`,
    );
  }
  return byName;
}
