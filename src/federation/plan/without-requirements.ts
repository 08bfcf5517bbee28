import {
  getOperationAST,
  Kind,
  parse,
  print,
  separateOperations,
  visit,
  type DocumentNode,
  type FieldNode,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { FindTypeJoins, TypeJoins } from '../type-joins.ts';
import type { BatchAlias, BatchFetchNode, RequiredSelection } from './query-plan.ts';

/** Entities of a fetch, asked by a key alone for what they need no more for. */
export interface KeyedRequest {
  readonly request: BatchAlias;
  /** What they can be asked by: each is one key of one type. */
  readonly keys: readonly RequiredSelection[];
}

/** A fetch without the fields that require other agencies' fields first. */
export interface KeyedFetch {
  readonly operation: string;
  readonly requests: readonly KeyedRequest[];
}

/**
 * The part of a fetch that needs no more than a key. The planner puts it behind one representation with fields that require
 * others (`@requires`): where what they require cannot be had, since its agency is down, all would be lost. Null where there
 * is no such part, or nothing else.
 */
export function withoutRequirements(batch: BatchFetchNode, findJoins: FindTypeJoins): KeyedFetch | null {
  const document = parse(batch.operation, { noLocation: true });
  const joinsOf = (typeName: string): TypeJoins | null => findJoins(batch.serviceName, typeName);
  const parts = batch.aliases.flatMap((request) => {
    const field = findField(document, request.alias);
    const fragments = field === undefined ? null : keepKeyed(field, joinsOf);
    if (field === undefined || fragments === null) return [];
    const keys = fragments.flatMap((fragment) => listKeys(request.requires, fragment, joinsOf));
    const outputRewrites = rewritesOf(request, fragments);
    return keys.length === 0 ? [] : [{ request: { ...request, outputRewrites }, keys, field, fragments }];
  });
  if (parts.length === 0) return null;
  const selections = parts.map(({ field, fragments }) => withSelections(field, fragments));
  return { operation: printOperation(document, selections), requests: parts };
}

/** The fragments with the fields that need only a key; null where all do, or none. */
function keepKeyed(
  { selectionSet }: FieldNode,
  joinsOf: (typeName: string) => TypeJoins | null,
): readonly InlineFragmentNode[] | null {
  let isAll = true;
  const kept: InlineFragmentNode[] = [];
  for (const fragment of selectionSet?.selections ?? []) {
    if (fragment.kind !== Kind.INLINE_FRAGMENT) return null;
    const joins = joinsOf(fragment.typeCondition?.name.value ?? '');
    const keyed = fragment.selectionSet.selections.filter((each) => isKeyed(each, joins));
    if (keyed.length < fragment.selectionSet.selections.length) isAll = false;
    if (keyed.length > 0) kept.push(withSelections(fragment, keyed));
  }
  return isAll || kept.length === 0 ? null : kept;
}

// What stands in a fragment of its own is not looked into: it is asked with what it may require, or not at all.
function isKeyed(selection: SelectionNode, joins: TypeJoins | null): boolean {
  return selection.kind === Kind.FIELD && joins?.answered.has(selection.name.value) === true;
}

/** Each key of the fragment's type that the representations hold, as what is required instead. */
function listKeys(
  requires: readonly RequiredSelection[],
  { typeCondition }: InlineFragmentNode,
  joinsOf: (typeName: string) => TypeJoins | null,
): readonly RequiredSelection[] {
  const { keys = [] } = joinsOf(typeCondition?.name.value ?? '') ?? {};
  return requires.flatMap((required) =>
    keys.flatMap((key) => {
      const selections = required.kind === 'InlineFragment' ? pickFields(required.selections, key) : null;
      return selections === null ? [] : [{ ...required, selections }];
    }),
  );
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

/** The rewrites of what these fragments answer. */
function rewritesOf(
  { outputRewrites }: BatchAlias,
  fragments: readonly InlineFragmentNode[],
): BatchAlias['outputRewrites'] {
  const keys = new Set(
    fragments.flatMap(({ selectionSet }) =>
      selectionSet.selections.map((each) => each.kind === Kind.FIELD && (each.alias ?? each.name).value),
    ),
  );
  return outputRewrites.filter(({ path }) => {
    const first = path.find((segment) => 'Key' in segment);
    return first !== undefined && keys.has(first.Key);
  });
}

function findField(document: DocumentNode, alias: string): FieldNode | undefined {
  return getOperationAST(document)?.selectionSet.selections.find(
    (each): each is FieldNode => each.kind === Kind.FIELD && (each.alias ?? each.name).value === alias,
  );
}

function withSelections<Node extends FieldNode | InlineFragmentNode>(
  node: Node,
  selections: readonly SelectionNode[],
): Node {
  return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

/** The operation with these root fields alone, and without the variables and fragments that only others use. */
function printOperation(document: DocumentNode, selections: readonly SelectionNode[]): string {
  const definitions = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? { ...definition, selectionSet: { ...definition.selectionSet, selections } }
      : definition,
  );
  const [operation] = Object.values(separateOperations({ ...document, definitions }));
  const used = new Set<string>();
  visit(operation!, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return print(
    visit(operation!, {
      VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
    }),
  );
}
