import { LukouError } from '../../base/index.ts';
import type {
  BatchAlias,
  FetchNode,
  PathSegment,
  PlanNode,
  QueryPlan,
  RequiredSelection,
  Rewrite,
  RewriteSegment,
} from './query-plan.ts';

/**
 * Reads what the planner returned. Anything that this gateway would not execute exactly as meant (a node kind, a
 * condition, a rewrite that it does not know) throws INTERNAL, rather than give half an answer.
 */
export function readPlan(input: unknown): QueryPlan {
  const plan = readObject(input);
  if (plan['kind'] !== 'QueryPlan') throw unknown(plan['kind']);
  return readEvents(plan['node']) ?? { events: null, node: readOptional(plan['node'], readNode) };
}

// Events stand at the root of a plan: alone, or first in a sequence. Anywhere else they are an unknown kind.
function readEvents(input: unknown): QueryPlan | null {
  const [first, ...rest] = isKind(input, 'Sequence') ? readList(input['nodes'], (node) => node) : [input];
  if (!isKind(first, 'Subscription')) return null;
  const events = readFetch({ kind: 'Fetch', ...readObject(first['primary']) });
  return { events, node: { kind: 'Sequence', nodes: rest.map(readNode) } };
}

function isKind(input: unknown, kind: string): input is Fields {
  return typeof input === 'object' && input !== null && 'kind' in input && input.kind === kind;
}

function readNode(input: unknown): PlanNode {
  const node = readObject(input);
  switch (node['kind']) {
    case 'Fetch':
      return readFetch(node);
    case 'BatchFetch':
      return {
        kind: 'BatchFetch',
        ...readCall(node),
        aliases: readList(readObject(node['entityBatch'])['aliases'], readBatchAlias),
      };
    case 'Flatten':
      return {
        kind: 'Flatten',
        path: readList(node['path'], readPathSegment),
        node: readFetch(readObject(node['node'])),
      };
    case 'Sequence':
    case 'Parallel':
      return { kind: node['kind'], nodes: readList(node['nodes'], readNode) };
    case 'Condition':
      return {
        kind: 'Condition',
        condition: readText(node['condition']),
        ifClause: readOptional(node['ifClause'], readNode),
        elseClause: readOptional(node['elseClause'], readNode),
      };
    default:
      throw unknown(node['kind']);
  }
}

function readCall(node: Fields): {
  serviceName: string;
  operation: string;
  variableUsages: readonly string[];
} {
  return {
    serviceName: readText(node['serviceName']),
    operation: readText(node['operation']),
    variableUsages: readList(node['variableUsages'] ?? [], readText),
  };
}

function readFetch(node: Fields): FetchNode {
  if (node['kind'] !== 'Fetch') throw unknown(node['kind']);
  return {
    kind: 'Fetch',
    ...readCall(node),
    isMutation: node['operationKind'] === 'mutation',
    requires: readOptional(node['requires'], (list) => readList(list, readRequired)),
    ...readRewrites(node),
  };
}

function readBatchAlias(input: unknown): BatchAlias {
  const alias = readObject(input);
  return {
    alias: readText(alias['alias']),
    representationsVariableName: readText(alias['representationsVariableName']),
    paths: readList(alias['paths'], (path) => readList(path, readPathSegment)),
    requires: readList(alias['requires'], readRequired),
    ...readRewrites(alias),
  };
}

function readRequired(input: unknown): RequiredSelection {
  const selection = readObject(input);
  const selections = readList(selection['selections'] ?? [], readRequired);
  if (selection['kind'] === 'Field') {
    return {
      kind: 'Field',
      name: readText(selection['name']),
      alias: readOptional(selection['alias'], readText),
      selections,
    };
  }
  const conditional = (selection['skipIf'] ?? selection['includeIf'] ?? null) !== null;
  if (selection['kind'] !== 'InlineFragment' || conditional) throw unknown(selection['kind']);
  return { kind: 'InlineFragment', typeCondition: readText(selection['typeCondition']), selections };
}

function readPathSegment(input: unknown): PathSegment {
  if (input === '@') return input;
  const segment = readObject(input);
  if ('Field' in segment) return { Field: readText(segment['Field']) };
  return { TypeCondition: readList(segment['TypeCondition'], readText) };
}

function readRewrites(node: Fields): {
  inputRewrites: readonly Rewrite[];
  outputRewrites: readonly Rewrite[];
} {
  return {
    inputRewrites: readList(node['inputRewrites'] ?? [], readRewrite),
    outputRewrites: readList(node['outputRewrites'] ?? [], readRewrite),
  };
}

// The planner writes a rewrite either as {kind: 'ValueSetter', ...} or as {ValueSetter: {...}}.
function readRewrite(input: unknown): Rewrite {
  const outer = readObject(input);
  const kind = outer['kind'] ?? Object.keys(outer)[0];
  const rewrite = outer['kind'] === undefined ? readObject(Object.values(outer)[0]) : outer;
  const path = readList(rewrite['path'], readRewriteSegment);
  if (kind === 'ValueSetter') return { kind, path, setValueTo: readText(rewrite['setValueTo']) };
  if (kind === 'KeyRenamer') return { kind, path, renameKeyTo: readText(rewrite['renameKeyTo']) };
  throw unknown(kind);
}

function readRewriteSegment(input: unknown): RewriteSegment {
  const segment = readObject(input);
  if ('Key' in segment) return { Key: readText(segment['Key']) };
  return { TypenameEquals: readList(segment['TypenameEquals'], readText) };
}

type Fields = Readonly<Record<string, unknown>>;

function readObject(input: unknown): Fields {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw unknown(input);
  return input as Fields;
}

function readText(input: unknown): string {
  if (typeof input !== 'string') throw unknown(input);
  return input;
}

function readList<Item>(input: unknown, readItem: (item: unknown) => Item): readonly Item[] {
  if (!Array.isArray(input)) throw unknown(input);
  return input.map((item) => readItem(item));
}

function readOptional<Value>(input: unknown, read: (value: unknown) => Value): Value | null {
  return input === undefined || input === null ? null : read(input);
}

function unknown(what: unknown): LukouError {
  const described = typeof what === 'string' ? what : typeof what;
  return new LukouError(
    'INTERNAL',
    `The plan holds something that this gateway does not execute: ${described}.`,
  );
}
