import {
  Kind,
  parse,
  print,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { LukouError } from '../../base/index.ts';
import type { FindTypeJoins } from '../type-joins.ts';
import type { BatchAlias, BatchFetchNode, FlattenNode, PlanNode, RequiredSelection } from './query-plan.ts';

/**
 * Asks for entities' fields that need no more than a key apart from those that require other agencies' fields first, in
 * the same call. The planner puts both behind one representation: where what is required cannot be had, since its agency
 * is down, the others would be lost with it.
 */
export function separateRequirements(node: PlanNode, findJoins: FindTypeJoins): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((each) => separateRequirements(each, findJoins)) };
    case 'Condition':
      return {
        ...node,
        ifClause: node.ifClause && separateRequirements(node.ifClause, findJoins),
        elseClause: node.elseClause && separateRequirements(node.elseClause, findJoins),
      };
    case 'Flatten': {
      const batch = asBatch(node);
      return (batch && separateBatch(batch, findJoins)) ?? node;
    }
    case 'BatchFetch':
      return separateBatch(node, findJoins) ?? node;
    case 'Fetch':
      return node;
  }
}

function asBatch({ path, node }: FlattenNode): BatchFetchNode | null {
  const { requires, serviceName, operation, variableUsages, inputRewrites, outputRewrites } = node;
  if (requires === null) return null;
  const place = { alias: '_entities', representationsVariableName: 'representations', paths: [path] };
  const aliases = [{ ...place, requires, inputRewrites, outputRewrites }];
  return { kind: 'BatchFetch', serviceName, operation, variableUsages, aliases };
}

/** Entities of one kind, and the field of the operation that asks for them. */
interface Part {
  readonly request: BatchAlias;
  readonly field: FieldNode;
}

/** Null where there is nothing to ask for apart. */
function separateBatch(batch: BatchFetchNode, findJoins: FindTypeJoins): BatchFetchNode | null {
  const document = parse(batch.operation, { noLocation: true });
  const parts = batch.aliases.flatMap((request, at) =>
    separateRequest({ request, field: findField(document, request.alias) }, `_k${at}`, (typeName) =>
      findJoins(batch.serviceName, typeName),
    ),
  );
  if (parts.length === batch.aliases.length) return null;
  return { ...batch, operation: printParts(document, parts), aliases: parts.map(({ request }) => request) };
}

type JoinsOf = (typeName: string) => ReturnType<FindTypeJoins>;

/** The part as it is, or as two: what requires more than a key, and the rest under a name of its own. */
function separateRequest(whole: Part, name: string, joinsOf: JoinsOf): readonly Part[] {
  const { request, field } = whole;
  const [fragment, ...others] = field.selectionSet?.selections ?? [];
  if (fragment?.kind !== Kind.INLINE_FRAGMENT || others.length > 0) return [whole];
  const typeName = fragment.typeCondition?.name.value ?? '';
  const all = fragment.selectionSet.selections;
  const requiring = all.filter((selection) => doesRequire(selection, typeName, joinsOf));
  const keyed = all.filter((selection) => !requiring.includes(selection));
  const requires = joinsOf(typeName)
    ?.keys.map((key) => keepKey(request.requires, key))
    .find((kept) => kept !== null);
  const isNeeded = requiring.length > 0 && keyed.length > 0 && requires !== undefined;
  if (!isNeeded || JSON.stringify(requires) === JSON.stringify(request.requires)) return [whole];

  function partOf(selections: readonly SelectionNode[], changes: Partial<BatchAlias>): Part {
    const part = { ...request, outputRewrites: rewritesOf(request, selections), ...changes };
    const below = [{ ...fragment, selectionSet: { kind: Kind.SELECTION_SET, selections } } as SelectionNode];
    return { request: part, field: fieldOf(part, below) };
  }
  return [partOf(requiring, {}), partOf(keyed, { alias: name, representationsVariableName: name, requires })];
}

function doesRequire(selection: SelectionNode, typeName: string, joinsOf: JoinsOf): boolean {
  if (selection.kind === Kind.FIELD) return joinsOf(typeName)?.requiring.has(selection.name.value) === true;
  // What a fragment of the plan holds is not looked up: it stays with what requires.
  if (selection.kind === Kind.FRAGMENT_SPREAD) return true;
  const inner = selection.typeCondition?.name.value ?? typeName;
  return selection.selectionSet.selections.some(
    (each) => doesRequire(each, inner, joinsOf) || doesRequire(each, typeName, joinsOf),
  );
}

/** What a representation holds of one key and no more; null where it does not hold all of the key. */
function keepKey(
  requires: readonly RequiredSelection[],
  key: SelectionSetNode,
): readonly RequiredSelection[] | null {
  const kept: RequiredSelection[] = [];
  for (const selection of requires) {
    const selections = selection.kind === 'InlineFragment' ? pickFields(selection.selections, key) : null;
    if (selections === null) return null;
    kept.push({ ...selection, selections });
  }
  return kept;
}

function pickFields(
  from: readonly RequiredSelection[],
  key: SelectionSetNode,
): readonly RequiredSelection[] | null {
  const picked = from.filter((each) => each.kind === 'Field' && each.name === '__typename');
  for (const wanted of key.selections) {
    if (wanted.kind !== Kind.FIELD) return null;
    const found = from.find(
      (each) => each.kind === 'Field' && (each.alias ?? each.name) === wanted.name.value,
    );
    if (found === undefined) return null;
    const selections =
      wanted.selectionSet === undefined ? [] : pickFields(found.selections, wanted.selectionSet);
    if (selections === null) return null;
    picked.push({ ...found, selections });
  }
  return picked;
}

/** The rewrites of what these selections answer. */
function rewritesOf(
  { outputRewrites }: BatchAlias,
  selections: readonly SelectionNode[],
): BatchAlias['outputRewrites'] {
  const keys = new Set(selections.flatMap(listKeys));
  return outputRewrites.filter(({ path }) => {
    const first = path.find((segment) => 'Key' in segment);
    return first !== undefined && keys.has(first.Key);
  });
}

function listKeys(selection: SelectionNode): readonly string[] {
  if (selection.kind === Kind.FIELD) return [(selection.alias ?? selection.name).value];
  return selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet.selections.flatMap(listKeys) : [];
}

function findField({ definitions }: DocumentNode, alias: string): FieldNode {
  const operation = definitions.find(isOperation);
  const field = operation?.selectionSet.selections.find(
    (each): each is FieldNode => each.kind === Kind.FIELD && (each.alias ?? each.name).value === alias,
  );
  if (field === undefined)
    throw new LukouError('INTERNAL', `A plan names ${alias}, which it does not fetch.`);
  return field;
}

function fieldOf(
  { alias, representationsVariableName }: BatchAlias,
  selections: readonly SelectionNode[],
): FieldNode {
  const written = parseOperation(`{${alias}:_entities(representations:$${representationsVariableName})}`);
  const [field] = written.selectionSet.selections;
  return { ...(field as FieldNode), selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

/** The operation with these fields, and a variable for the representations of each. */
function printParts(document: DocumentNode, parts: readonly Part[]): string {
  const definitions = document.definitions.map((definition) => {
    if (!isOperation(definition)) return definition;
    const known = definition.variableDefinitions ?? [];
    const names = new Set(known.map(({ variable }) => variable.name.value));
    const added = parts
      .map(({ request }) => request.representationsVariableName)
      .filter((name) => !names.has(name));
    const written = parseOperation(`query(${added.map((name) => `$${name}:[_Any!]!`).join()}){__typename}`);
    return {
      ...definition,
      variableDefinitions: [...known, ...(written.variableDefinitions ?? [])],
      selectionSet: { ...definition.selectionSet, selections: parts.map(({ field }) => field) },
    };
  });
  return print({ ...document, definitions });
}

function parseOperation(text: string): OperationDefinitionNode {
  return parse(text, { noLocation: true }).definitions.find(isOperation)!;
}

function isOperation(definition: DocumentNode['definitions'][number]): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}
