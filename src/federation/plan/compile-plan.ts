import type { PlanStep } from '../execute/execution-run.ts';
import { compileEvents, type EventSource } from './compile-events.ts';
import { compileEntityFetch, type EntityRequest } from './fetch-entities.ts';
import { compileRootFetch } from './fetch-root.ts';
import { compileFetchShape, requirePlace, type FetchShape } from './fetch-shape.ts';
import { AnswerMerger } from '../execute/merge-answer.ts';
import { PlanPath } from './plan-path.ts';
import { compileProjector, projectMissing, type NameType } from './project-representation.ts';
import type {
  BatchAlias,
  BatchFetchNode,
  FetchNode,
  PathSegment,
  PlanNode,
  QueryPlan,
} from './query-plan.ts';
import { renameOutputs } from './rename-outputs.ts';
import { withoutRequirements, type KeyedFetch } from './without-requirements.ts';
import type { Supergraph } from '../supergraph.ts';

const NOTHING: PlanStep = () => null;

/** A plan that is ready to run. */
export interface CompiledPlan {
  /** For a subscription, where its events come from; null for queries and mutations. */
  readonly events: EventSource | null;
  /** Everything to fetch; for a subscription, what to fetch for each event. */
  readonly step: PlanStep;
}

/** Compiles a plan once, so that running it only walks data. Throws INTERNAL for a plan that contradicts itself. */
export function compilePlan({ events, node }: QueryPlan, supergraph: Supergraph): CompiledPlan {
  const { joins } = supergraph;
  const merger = new AnswerMerger(supergraph);
  const timesAsked = countOperations(node);
  return {
    events: events === null ? null : compileEvents(events, merger),
    step: node === null ? NOTHING : compileNode(node),
  };

  function compileNode(each: PlanNode): PlanStep {
    switch (each.kind) {
      case 'Fetch':
        return compileFetch(each, []);
      case 'Flatten':
        return compileFetch(each.node, each.path);
      case 'BatchFetch':
        return compileBatch(each);
      case 'Sequence':
        return runInOrder(each.nodes.map(compileNode));
      case 'Parallel':
        return runTogether(each.nodes.map(compileNode));
      case 'Condition': {
        const whenTrue = each.ifClause === null ? NOTHING : compileNode(each.ifClause);
        const otherwise = each.elseClause === null ? NOTHING : compileNode(each.elseClause);
        return (run) => (run.variables[each.condition] === true ? whenTrue(run) : otherwise(run));
      }
    }
  }

  function compileFetch(fetch: FetchNode, path: readonly PathSegment[]): PlanStep {
    const { requires, inputRewrites, outputRewrites } = fetch;
    if (requires === null)
      return compileRootFetch({ ...fetch, isOnly: isOnly(fetch) }, new PlanPath(path, supergraph), merger);
    const single = { alias: '_entities', representationsVariableName: 'representations', paths: [path] };
    const aliases = [{ ...single, requires, inputRewrites, outputRewrites }];
    return compileBatch({ ...fetch, kind: 'BatchFetch', aliases });
  }

  function compileBatch(batch: BatchFetchNode): PlanStep {
    const shape = compileFetchShape(batch.operation);
    const nameType = nameTypesFor(batch.serviceName);
    const requests = batch.aliases.map((alias) => compileRequest(alias, shape, nameType));
    const step = compileEntityFetch({ ...batch, requests, isOnly: isOnly(batch) }, merger);
    const keyed = joins.hasRequirements ? withoutRequirements(batch, joins.find) : null;
    return keyed === null ? step : runTogether([step, compileKeyed(batch, keyed, nameType)]);
  }

  /** What of a batch is asked by keys, of entities that lack what the rest requires. */
  function compileKeyed(
    batch: BatchFetchNode,
    { operation, requests: keyed }: KeyedFetch,
    nameType: NameType | null,
  ): PlanStep {
    const shape = compileFetchShape(operation);
    const requests = keyed.map(({ request, keys }) => {
      const whole = compileRequest(request, shape, nameType);
      const terms = { rewrites: request.inputRewrites, nameType };
      const byKeys = keys.map((key) => compileProjector([key], terms, supergraph));
      return { ...whole, project: projectMissing(whole.project, byKeys) };
    });
    return compileEntityFetch({ ...batch, operation, requests, isOnly: false }, merger);
  }

  function isOnly(fetch: FetchNode | BatchFetchNode): boolean {
    return timesAsked.get(nameCall(fetch)) === 1;
  }

  // The planner does not always: an agency may be asked by a type that it knows only by its interface.
  function nameTypesFor(subgraph: string): NameType | null {
    const interfaces = joins.interfaceObjectsOf(subgraph);
    if (interfaces.length === 0) return null;
    return (typeName) => {
      if (joins.find(subgraph, typeName) !== null) return typeName;
      const [name, another] = interfaces.filter((each) => supergraph.typeNamesUnder(each).has(typeName));
      return name === undefined || another !== undefined ? typeName : name;
    };
  }

  function compileRequest(
    alias: BatchAlias,
    operation: FetchShape,
    nameType: NameType | null,
  ): EntityRequest {
    const shape = requirePlace(operation, alias.alias).below ?? { places: [] };
    renameOutputs(shape, alias.outputRewrites);
    return {
      alias: alias.alias,
      variable: alias.representationsVariableName,
      paths: alias.paths.map((path) => new PlanPath(path, supergraph)),
      project: compileProjector(alias.requires, { rewrites: alias.inputRewrites, nameType }, supergraph),
      shape,
    };
  }
}

/** How often the plan asks each operation of each agency. */
function countOperations(node: PlanNode | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  count(node);
  return counts;

  function count(each: PlanNode | null): void {
    switch (each?.kind) {
      case 'Sequence':
      case 'Parallel':
        return each.nodes.forEach(count);
      case 'Condition':
        return [each.ifClause, each.elseClause].forEach(count);
      case 'Flatten':
        return count(each.node);
      case 'Fetch':
      case 'BatchFetch':
        counts.set(nameCall(each), (counts.get(nameCall(each)) ?? 0) + 1);
    }
  }
}

function nameCall({ serviceName, operation }: FetchNode | BatchFetchNode): string {
  return `${serviceName} ${operation}`;
}

function runInOrder(steps: readonly PlanStep[]): PlanStep {
  const [first = NOTHING, ...others] = steps;
  return (run) => {
    const started = first(run);
    return async () => {
      await started?.();
      for (const step of others) await step(run)?.();
    };
  };
}

function runTogether(steps: readonly PlanStep[]): PlanStep {
  return (run) => {
    const started = steps.map((step) => step(run));
    return async () => {
      await Promise.all(started.map((work) => work?.() ?? Promise.resolve()));
    };
  };
}
