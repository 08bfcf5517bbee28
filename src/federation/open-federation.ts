import { extendSchema, OperationTypeNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Grant } from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';
import { OwnAnswers, type OwnRoot } from './document/own-answers.ts';
import { bareObject } from './execute/bare-object.ts';
import { completeAnswer, type Pointer } from './execute/complete-answer.ts';
import type { ExecutionRun, FetchStat } from './execute/execution-run.ts';
import { FaultLedger, type PublicError } from './execute/fault-ledger.ts';
import { SharedCalls } from './execute/shared-calls.ts';
import { askAbout, followEvents } from './follow-events.ts';
import { followSubscription } from './follow-subscription.ts';
import { DEFAULT_LIMITS, type FederationLimits } from './limits.ts';
import type { EventStream } from './map-events.ts';
import { OperationPlanner, type ClientOperation, type PlannedOperation } from './plan-operation.ts';
import { PlanStore } from './plan/plan-store.ts';
import { createAdmission } from './document/admit-document.ts';
import { createTypeMatters } from './document/type-matters.ts';
import type { Planner } from './plan/planner.ts';
import type { AgencyEvent, AgencyEvents, CallerContext, Subgraph } from './subgraph.ts';
import { readSupergraph, type Scalars, type Supergraph } from './supergraph.ts';

export interface FederationOptions {
  readonly supergraphSdl: string;
  /** One for every subgraph of the supergraph. */
  readonly subgraphs: readonly Subgraph[];
  /** How input of custom scalars is read; as any JSON unless given. */
  readonly scalars?: Scalars;
  readonly limits?: Partial<FederationLimits>;
  /** Plans over the same supergraph; closed with the federation. */
  readonly planner: Planner;
  /** Labels of progressive overrides that are switched on; none unless given. "percent(n)" needs no label here. */
  readonly overrideLabels?: readonly string[];
  /** The schema that a caller may see, without the gateway's own fields. Without it introspection is refused. */
  readonly introspectionSchema?: (grant: Grant) => GraphQLSchema;
  /** The schema as a caller may know it; the whole one unless given. It may lack fields, and nothing else. */
  readonly knownSchema?: (grant: Grant) => GraphQLSchema;
  /** What the gateway answers by itself beside introspection. */
  readonly own?: OwnFields;
  /** Whether objects of a type count as rows of an answer; all do unless given. */
  readonly isRow?: (typeName: string) => boolean;
  /** Told of every fault with its cause, which no caller sees. */
  readonly onFault: (requestId: string, error: unknown) => void;
}

/** Fields of Query that no agency is asked for. They are open to every caller. */
export interface OwnFields {
  /** `extend type Query` with the fields, and the types that they need. */
  readonly document: DocumentNode;
  readonly names: ReadonlySet<string>;
  /** The answers for one caller who asks for these names, by name. What they throw refuses the operation. */
  readonly rootFor: (caller: CallerContext, asked: ReadonlySet<string>) => Promise<OwnRoot>;
}

/** What one operation came to. `data` and `errors` are in the client's names; denials are not among the errors. */
export interface FederatedAnswer {
  readonly data: unknown;
  readonly errors: readonly PublicError[];
  /** Rows in the answer. */
  readonly rows: number;
  /** Whether there are records that the caller may only know to exist. */
  readonly pointers: readonly Pointer[];
  /** Keyed hashes of the persons and vehicles that the agencies told about, masked or not, by subgraph. */
  readonly subjects: ReadonlyMap<string, ReadonlySet<string>>;
  readonly fetches: readonly FetchStat[];
}

/** Agencies' subgraphs behind one schema. */
export interface Federation {
  /** The schema of all clients. */
  readonly consumerSchema: GraphQLSchema;
  /** The schema to validate an operation against, for whoever holds the grant. */
  schemaFor(grant: Grant): GraphQLSchema;
  /**
   * Refuses a document that is too large to be validated, let alone planned; what is not GraphQL passes, for the
   * parser to refuse. Throws OPERATION_INVALID for unsafe names, or a code that begins with LIMIT_.
   */
  admit(documentText: string): void;
  /** As `plan`, for who wants to know the decisions and not the answer. */
  judge(operation: ClientOperation, grant: Grant): PlannedOperation;
  /**
   * Judges every field of a validated operation for one grant and leaves out what is denied. Fetches nothing.
   * Throws OPERATION_INVALID, or a code that begins with LIMIT_.
   */
  plan(operation: ClientOperation, grant: Grant): PlannedOperation;
  /**
   * Fetches and joins; a subscription about one event, which its own agency is asked about first. A fault of one agency
   * nulls its own fields and is among the errors. Throws OPERATION_UNPLANNABLE or PLANNER_UNAVAILABLE, OPERATION_INVALID
   * for a subscription without an event, UNAUTHORIZED_FIELD_OR_TYPE where the grant opens no event; any other error is a
   * fault of the gateway's own.
   */
  execute(
    planned: PlannedOperation,
    variables: Readonly<Record<string, unknown>>,
    caller: CallerContext,
    event?: AgencyEvent,
  ): Promise<FederatedAnswer>;
  /**
   * The numbered events of a subscription, which are answered one by one: `execute` with the event, a plan and a grant of
   * its time. Throws what `execute` throws, OPERATION_INVALID where the agency numbers no events, and what keeps the
   * agency from following.
   */
  follow(
    planned: PlannedOperation,
    variables: Readonly<Record<string, unknown>>,
    caller: CallerContext,
    signal: AbortSignal,
  ): Promise<AgencyEvents>;
  /**
   * Follows a subscription: one agency sends events, and each is joined, masked and completed like any answer. Ends
   * when the agency, the reader or the signal ends it, and throws what `execute` throws, UNAUTHORIZED_FIELD_OR_TYPE
   * where the grant opens no event, or SUBGRAPH_FAULT where the agency breaks off.
   *
   * The grant and the instant are those of the beginning. A door that offers this must decide and record again for
   * every event: agreements expire while a stream is open.
   */
  subscribe(
    planned: PlannedOperation,
    variables: Readonly<Record<string, unknown>>,
    caller: CallerContext,
    signal?: AbortSignal,
  ): EventStream<FederatedAnswer>;
  /** Ends the planner. Call when no operation is under way any more. */
  close(): Promise<void>;
}

/** Opens a federation. Throws SCHEMA_INVALID where the supergraph and the subgraphs do not fit. */
export function openFederation(options: FederationOptions): Federation {
  const supergraph = readSupergraph(options.supergraphSdl, options.scalars ?? {});
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const subgraphs = requireSubgraphs(supergraph, options.subgraphs);
  const { own, isRow = () => true } = options;
  const consumerSchema = withOwn(supergraph.consumerSchema, own);
  const views = new WeakMap<GraphQLSchema, GraphQLSchema>();
  const schemaFor = options.knownSchema ?? (() => consumerSchema);
  const { hidesTypesOf } = supergraph;
  const typeMatters = createTypeMatters({ consumerSchema, isRow, hidesTypesOf });
  const operations = new OperationPlanner(
    { consumerSchema, isRow, schemaFor, typeMatters },
    own?.names ?? new Set(),
    limits,
  );
  const { planner, overrideLabels = [] } = options;
  const plans = new PlanStore(planner, supergraph, { overrideLabels, keptPlans: limits.keptPlans });
  const { introspectionSchema, onFault } = options;
  return {
    consumerSchema,
    schemaFor,
    admit: createAdmission(limits),
    judge,
    plan,
    execute,
    follow,
    subscribe,
    close: () => planner.close(),
  };

  function judge(operation: ClientOperation, grant: Grant): PlannedOperation {
    const planned = operations.plan(operation, grant);
    requireAffordable(planned);
    return planned;
  }

  function plan(operation: ClientOperation, grant: Grant): PlannedOperation {
    const planned = judge(operation, grant);
    readOwn(planned, grant);
    return planned;
  }

  async function execute(
    planned: PlannedOperation,
    variables: Readonly<Record<string, unknown>>,
    caller: CallerContext,
    event?: AgencyEvent,
  ): Promise<FederatedAnswer> {
    requireOwn(planned, variables, caller);
    if (isSubscription(planned) !== (event !== undefined))
      throw new LukouError(
        'OPERATION_INVALID',
        'A subscription is answered as a stream: see docs/subscriptions.md.',
      );
    const run = openRun(planned, caller);
    const { text } = planned.normalised;
    if (text !== null) {
      const { events, step } = await plans.require(text);
      if ((events === null) !== (event === undefined))
        throw new LukouError('INTERNAL', 'The plan waits for events, or for none.');
      if (events !== null && event !== undefined) await askAbout(event, events, run);
      await step(run)?.();
    } else if (event !== undefined) throw new LukouError('UNAUTHORIZED_FIELD_OR_TYPE');
    return complete(planned, run, await openRoot(planned, caller));
  }

  async function follow(
    planned: PlannedOperation,
    variables: Readonly<Record<string, unknown>>,
    caller: CallerContext,
    signal: AbortSignal,
  ): Promise<AgencyEvents> {
    requireOwn(planned, variables, caller);
    const { events } = await plans.require(requireEvents(planned));
    if (events === null) throw new LukouError('INTERNAL', 'The plan has no events to wait for.');
    return followEvents(events, openRun(planned, caller), signal);
  }

  function subscribe(
    planned: PlannedOperation,
    variables: Readonly<Record<string, unknown>>,
    caller: CallerContext,
    signal?: AbortSignal,
  ): EventStream<FederatedAnswer> {
    requireOwn(planned, variables, caller);
    const text = requireEvents(planned);
    return followSubscription({
      requirePlan: () => plans.require(text),
      openRun: () => openRun(planned, caller),
      complete: (run) => complete(planned, run),
      signal,
      onFault: (error) => onFault(caller.requestId, error),
    });
  }

  /** What one execution starts from. */
  function openRun({ normalised, coerced }: PlannedOperation, caller: CallerContext): ExecutionRun {
    return {
      data: bareObject(),
      variables: normalised.variables.evaluate(coerced),
      caller,
      subgraphs,
      timeoutMs: limits.fetchTimeoutMs,
      calls: new SharedCalls(),
      ledger: new FaultLedger(normalised.responseKeys, limits.maxErrors),
      fetches: [],
      subjects: new Map(),
      onFault,
    };
  }

  function complete(
    planned: PlannedOperation,
    { data: fetched, ledger, fetches, subjects, caller }: ExecutionRun,
    ownRoot: OwnRoot = {},
  ): FederatedAnswer {
    const ownAnswers = readOwn(planned, caller.grant)?.answer(planned.variables, ownRoot) ?? {};
    const { data, rows, pointers } = completeAnswer({
      selection: planned.answer,
      data: fetched,
      ledger,
      own: ownAnswers,
    });
    return { data, errors: ledger.list(data), rows, pointers, subjects, fetches };
  }

  async function openRoot({ normalised }: PlannedOperation, caller: CallerContext): Promise<OwnRoot> {
    const asked = new Set(normalised.own.flatMap(({ nodes }) => nodes.map(({ name }) => name.value)));
    return own !== undefined && [...asked].some((name) => own.names.has(name))
      ? own.rootFor(caller, asked)
      : {};
  }

  function requireAffordable({ source, coerced }: PlannedOperation): void {
    const rows = source.estimateRows(coerced);
    if (rows <= limits.maxRows) return;
    throw new LukouError('LIMIT_ROWS', `It may answer ${rows} rows, and the limit is ${limits.maxRows}.`);
  }

  function readOwn(planned: PlannedOperation, grant: Grant): OwnAnswers | null {
    const entries = planned.normalised.own;
    if (entries.length === 0) return null;
    if (introspectionSchema === undefined) {
      throw new LukouError('OPERATION_INVALID', 'This gateway does not answer introspection.');
    }
    const seen = introspectionSchema(grant);
    let view = views.get(seen);
    if (view === undefined) views.set(seen, (view = withOwn(seen, own)));
    return new OwnAnswers(view, entries, planned.source);
  }
}

function withOwn(schema: GraphQLSchema, own: OwnFields | undefined): GraphQLSchema {
  return own === undefined ? schema : extendSchema(schema, own.document, { assumeValidSDL: true });
}

// A plan made for others' variables or grant would answer with their values.
function requireOwn(
  planned: PlannedOperation,
  variables: Readonly<Record<string, unknown>>,
  caller: CallerContext,
): void {
  if (variables !== planned.variables || caller.grant.digest !== planned.grantDigest)
    throw new LukouError('INTERNAL', 'A plan was to run for another request than it was made for.');
}

/** What is asked for at each event. */
function requireEvents(planned: PlannedOperation): string {
  const { text } = planned.normalised;
  if (!isSubscription(planned) || text === null)
    throw planned.denied.length > 0
      ? new LukouError('UNAUTHORIZED_FIELD_OR_TYPE')
      : new LukouError('OPERATION_INVALID', 'Only a subscription is answered as a stream.');
  return text;
}

function isSubscription({ source }: PlannedOperation): boolean {
  return source.operation.operation === OperationTypeNode.SUBSCRIPTION;
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
