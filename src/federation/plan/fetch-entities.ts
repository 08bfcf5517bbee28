import { attributeErrors, type FetchedPart } from '../execute/attribute-errors.ts';
import { callSubgraph } from '../execute/call-subgraph.ts';
import type { CheckedAnswer } from '../execute/check-answer.ts';
import type { ExecutionRun, PlanStep } from '../execute/execution-run.ts';
import type { Path } from '../execute/fault-ledger.ts';
import { pickVariables } from './fetch-root.ts';
import type { FetchShape } from './fetch-shape.ts';
import type { AnswerMerger } from '../execute/merge-answer.ts';
import type { PlanPath } from './plan-path.ts';
import type { Projector } from './project-representation.ts';

type Bare = Record<string, unknown>;

/** Entities of one kind, from some places of the data, asked for under one alias. */
export interface EntityRequest {
  readonly alias: string;
  /** The variable that carries the representations; requests that share it share the list. */
  readonly variable: string;
  readonly paths: readonly PlanPath[];
  readonly project: Projector;
  readonly shape: FetchShape;
}

export interface EntityFetch {
  readonly serviceName: string;
  readonly operation: string;
  readonly variableUsages: readonly string[];
  readonly requests: readonly EntityRequest[];
  /** Whether no other step of the plan asks the same operation. */
  readonly isOnly: boolean;
}

/** A fetch of fields that an agency adds to entities which others answered. Without entities it asks nothing. */
export function compileEntityFetch(fetch: EntityFetch, merger: AnswerMerger): PlanStep {
  return (run) => {
    const pools = new Map<string, RepresentationPool>();
    const collected = fetch.requests.map((request) => collectEntities(request, run.data, pools, merger));
    if (![...pools.values()].some(({ representations }) => representations.length > 0)) return null;
    return async () => {
      const variables = pickVariables(run, fetch.variableUsages);
      for (const [name, { representations }] of pools) variables[name] = representations;
      const { serviceName: name, operation, isOnly } = fetch;
      const answer = await callSubgraph(run, { name, operation, variables, isMutation: false, isOnly });
      const checked = hasEveryList(answer, collected) ? answer : refuseAnswer(run, fetch, answer);
      if (checked.data !== null) for (const part of collected) mergePart(part, checked, merger);
      if (checked.data !== null && checked.errors.length === 0) return;
      const parts = collected.map((part) => locatePart(part, run.data));
      attributeErrors(fetch.serviceName, checked, parts, run.ledger);
    };
  };
}

/** Representations sent in one variable, each distinct one once. */
interface RepresentationPool {
  readonly representations: Bare[];
  readonly indexByIdentity: Map<string, number>;
  /** Those of the first one's type that one text tells apart, as most are, by that text. */
  readonly indexByKey: Map<string, number>;
  plain: { readonly typeName: unknown; readonly key: string } | undefined;
  /** Whether several places wait for one of them. */
  isShared: boolean;
}

function openPool(): RepresentationPool {
  const [indexByIdentity, indexByKey] = [new Map<string, number>(), new Map<string, number>()];
  return { representations: [], indexByIdentity, indexByKey, plain: undefined, isShared: false };
}

interface CollectedEntities {
  readonly request: EntityRequest;
  readonly pool: RepresentationPool;
  readonly targets: readonly { readonly entity: Bare; readonly index: number }[];
}

function collectEntities(
  request: EntityRequest,
  data: Readonly<Bare>,
  pools: Map<string, RepresentationPool>,
  merger: AnswerMerger,
): CollectedEntities {
  let pool = pools.get(request.variable);
  if (pool === undefined) pools.set(request.variable, (pool = openPool()));
  const targets: { entity: Bare; index: number }[] = [];
  for (const path of request.paths) {
    for (const entity of path.collect(data)) {
      const representation = request.project(entity);
      if (representation === 'missing') continue;
      // What follows from an entity that nobody knows is as absent as the entity.
      if (representation === 'absent') merger.mergeAbsence(request.shape, entity);
      else targets.push({ entity, index: poolIndex(pool, representation) });
    }
  }
  return { request, pool, targets };
}

// The whole representation is the identity: two entities of one id may differ in what else the agency requires.
function poolIndex(pool: RepresentationPool, representation: Bare): number {
  const plain = plainIdentity(pool, representation);
  const indexes = plain === null ? pool.indexByIdentity : pool.indexByKey;
  const identity = plain ?? identify(representation);
  const known = indexes.get(identity);
  if (known !== undefined) {
    pool.isShared = true;
    return known;
  }
  const index = pool.representations.push(representation) - 1;
  indexes.set(identity, index);
  return index;
}

function identify(representation: Bare): string {
  return JSON.stringify(representation);
}

/** The one text that a representation holds beside its type; null unless type and key are those of the first such. */
function plainIdentity(pool: RepresentationPool, representation: Bare): string | null {
  const typeName = representation['__typename'];
  const [, key = '', another] = Object.keys(representation);
  const value = representation[key];
  if (another !== undefined || typeof value !== 'string') return null;
  pool.plain ??= { typeName, key };
  return pool.plain.typeName === typeName && pool.plain.key === key ? value : null;
}

// Fewer or more entities than asked for: nobody can tell which is whose, so nothing of the answer is used.
function hasEveryList({ data }: CheckedAnswer, collected: readonly CollectedEntities[]): boolean {
  return (
    data === null ||
    collected.every(({ request, pool }) => {
      const list = data[request.alias];
      return Array.isArray(list) && list.length === pool.representations.length;
    })
  );
}

function refuseAnswer(run: ExecutionRun, { serviceName }: EntityFetch, answer: CheckedAnswer): CheckedAnswer {
  if (answer.errors.length === 0) {
    run.onFault(
      run.caller.requestId,
      new Error(`${serviceName} answered another number of entities than asked for.`),
    );
  }
  return { data: null, errors: answer.errors, mayKeep: false };
}

function mergePart(
  { request, pool, targets }: CollectedEntities,
  { data, mayKeep }: CheckedAnswer,
  merger: AnswerMerger,
): void {
  const entities = data?.[request.alias] as readonly unknown[];
  const isOwn = mayKeep && !pool.isShared;
  for (const { entity, index } of targets) {
    const answered = entities[index];
    if (typeof answered === 'object' && answered !== null && !Array.isArray(answered)) {
      merger.merge(request.shape, answered as Bare, entity, isOwn);
    } else if (answered === null) {
      merger.mergeAbsence(request.shape, entity);
    }
  }
}

function locatePart({ request, targets }: CollectedEntities, data: Readonly<Bare>): FetchedPart {
  const located = request.paths.map((path) => path.locate(data));
  const placesByIndex = new Map<number, Path[]>();
  for (const { entity, index } of targets) {
    for (const places of located) {
      const place = places.get(entity);
      if (place === undefined) continue;
      const known = placesByIndex.get(index);
      if (known === undefined) placesByIndex.set(index, [place]);
      else known.push(place);
    }
  }
  return {
    shape: request.shape,
    targets: [...placesByIndex.values()].flat(),
    locate([alias, index, ...rest]) {
      if (alias !== request.alias || typeof index !== 'number') return null;
      return { targets: placesByIndex.get(index) ?? [], rest };
    },
  };
}
