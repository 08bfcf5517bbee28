import {
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  type ArgumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Decision } from '../../agreement/index.ts';
import { LukouError } from '../../base/index.ts';
import { AliasTable } from './alias-table.ts';
import type { BoundArgument, BoundEntry, BoundField, BoundOwn, BoundSelection } from './bound-selection.ts';
import { isIncluded } from './include-selection.ts';
import type { SuppliedInput } from './input-uses.ts';
import { judgeField, listDenials, type Decide } from './judge-field.ts';
import { printOperation } from './print-operation.ts';
import {
  coversSelection,
  isMember,
  requireCompositeType,
  requireField,
  requireRootType,
} from './selection-types.ts';
import type { TypeMatters } from './type-matters.ts';
import { VariableTable } from './variable-table.ts';

/** One field of the operation, what was decided, and where it stands in the answer, without list indices. */
export interface SelectedField {
  readonly coordinate: string;
  readonly decision: Decision;
  readonly path: readonly string[];
}

/** An operation that fits the schema, within the limits, and all that its meaning for one caller depends on. */
export interface OperationToNormalise {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** What `@skip` and `@include` say, by the name of the variable. */
  readonly conditions: Readonly<Record<string, boolean>>;
  readonly decide: Decide;
  /** Root fields that the gateway answers by itself, beside introspection. */
  readonly ownFields: ReadonlySet<string>;
  /** Where the type of values has to be asked for. */
  readonly typeMatters: TypeMatters;
}

/** An operation in the gateway's own names, without anything denied. */
export interface NormalisedOperation {
  /** What the planner gets; null where there is nothing to fetch. */
  readonly text: string | null;
  readonly root: BoundSelection;
  readonly variables: VariableTable;
  /** The client's name behind every alias. */
  readonly responseKeys: ReadonlyMap<string, string>;
  readonly selected: readonly SelectedField[];
  readonly inputs: readonly SuppliedInput[];
  /** Introspection, and the gateway's own fields. */
  readonly own: readonly BoundOwn[];
}

/**
 * Settles everything about an operation that does not depend on data: skipped fields are gone, fragments inlined,
 * denied fields marked and left out of the text, names and arguments replaced by the gateway's own.
 */
export function normaliseOperation(input: OperationToNormalise): NormalisedOperation {
  const { schema, operation, fragments, conditions, decide, ownFields, typeMatters } = input;
  const aliases = new AliasTable();
  const variables = new VariableTable(operation);
  const selected = new Map<string, SelectedField>();
  const inputs: SuppliedInput[] = [];
  const own: BoundOwn[] = [];

  const rootType = requireRootType(schema, operation);
  const root = openSelection(rootType, [rootType]);
  bindSelectionSet(root, operation.selectionSet, []);
  return {
    text: printOperation(root, operation.operation, variables.print(), typeMatters),
    root,
    variables,
    responseKeys: aliases.responseKeys,
    selected: [...selected.values()],
    inputs,
    own,
  };

  function bindSelectionSet(target: BoundSelection, set: SelectionSetNode, path: readonly string[]): void {
    for (const selection of set.selections) {
      if (!isIncluded(selection.directives ?? [], conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        bindField(target, selection, path);
      } else {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (fragment === undefined) throw new LukouError('OPERATION_INVALID', 'A fragment is missing.');
        bindFragment(target, fragment.typeCondition?.name.value, fragment.selectionSet, path);
      }
    }
  }

  function bindFragment(
    target: BoundSelection,
    condition: string | undefined,
    set: SelectionSetNode,
    path: readonly string[],
  ): void {
    const type = condition === undefined ? target.parent : requireCompositeType(schema, condition);
    if (coversSelection(schema, type, target.parent)) {
      bindSelectionSet(target, set, path);
      return;
    }
    const possible = target.possible.filter((each) => each === type || isMember(schema, type, each));
    if (possible.length === 0) return;
    const last = target.entries.at(-1);
    if (last?.kind === 'fragment' && last.selection.parent === type) {
      bindSelectionSet(last.selection, set, path);
      return;
    }
    const selection = openSelection(type, possible);
    target.entries.push({ kind: 'fragment', selection });
    bindSelectionSet(selection, set, path);
  }

  function bindField(target: BoundSelection, node: FieldNode, outerPath: readonly string[]): void {
    const responseKey = (node.alias ?? node.name).value;
    if (node.name.value === '__typename') {
      if (!target.entries.some((entry) => entry.kind === 'typename' && entry.responseKey === responseKey)) {
        target.entries.push({ kind: 'typename', responseKey });
      }
      return;
    }
    if (node.name.value.startsWith('__') || (target.parent === rootType && ownFields.has(node.name.value))) {
      bindOwn(target, node, responseKey);
      return;
    }
    const alias = aliases.aliasOf(node);
    const path = [...outerPath, responseKey];
    const field = findField(target, alias) ?? openField(target, node, alias, path);
    if (field.selection !== null && !field.pointer && node.selectionSet !== undefined) {
      bindSelectionSet(field.selection, node.selectionSet, path);
    }
  }

  /** The field as it was selected before; once more where a fragment selected it in between, which is answered first. */
  function findField({ entries }: BoundSelection, alias: string): BoundField | undefined {
    const known = entries.findLast((entry) => isField(entry, alias));
    if (known === undefined || known.selection === null || known.pointer) return known;
    if (!entries.slice(entries.indexOf(known)).some((entry) => isInFragment(entry, alias))) return known;
    const { parent, possible } = known.selection;
    const again = { ...known, selection: openSelection(parent, possible) };
    entries.push(again);
    return again;
  }

  function openField(
    target: BoundSelection,
    node: FieldNode,
    alias: string,
    path: readonly string[],
  ): BoundField {
    const definition = requireField(target.parent, node.name.value);
    // An interface that nothing implements is decided by its own name: nothing is open because nothing was asked.
    const types = target.possible.length === 0 ? [target.parent] : target.possible;
    const judgements = judgeField(definition.name, types, decide);
    for (const judgement of judgements) {
      selected.set(JSON.stringify([judgement.coordinate, ...path]), { ...judgement, path });
    }
    const denied = listDenials(judgements).length > 0;
    const pointer = !denied && judgements.some(({ decision }) => decision.kind === 'pointer');
    const field: BoundField = {
      kind: 'field',
      alias,
      responseKey: path.at(-1)!,
      name: definition.name,
      arguments: denied
        ? []
        : bindArguments(target, definition, pointer ? askForOne(definition, node) : (node.arguments ?? [])),
      denied,
      pointer,
      selection: denied ? null : openFieldSelection(definition),
    };
    if (pointer) field.selection?.entries.push({ kind: 'typename', responseKey: '__typename' });
    target.entries.push(field);
    return field;
  }

  function bindArguments(
    { possible }: BoundSelection,
    definition: GraphQLField<unknown, unknown>,
    given: readonly ArgumentNode[],
  ): readonly BoundArgument[] {
    return given.map(({ name: { value: name }, value }) => {
      const argument = definition.args.find((each) => each.name === name);
      if (argument === undefined) throw new LukouError('OPERATION_INVALID', `There is no argument ${name}.`);
      const positions = possible.map((type) => `${type.name}.${definition.name}(${name}:)`);
      inputs.push({ positions, type: argument.type, node: value });
      return { name, variable: variables.bind(argument, value, positions[0] ?? name) };
    });
  }

  function openFieldSelection(definition: GraphQLField<unknown, unknown>): BoundSelection | null {
    const type = getNamedType(definition.type);
    if (!isCompositeType(type)) return null;
    return openSelection(type, isObjectType(type) ? [type] : schema.getPossibleTypes(type));
  }

  function bindOwn(target: BoundSelection, node: FieldNode, responseKey: string): void {
    const known = own.find((each) => each.responseKey === responseKey);
    if (known !== undefined) {
      known.nodes.push(node);
      return;
    }
    const entry: BoundOwn = { kind: 'own', responseKey, nodes: [node] };
    own.push(entry);
    target.entries.push(entry);
  }
}

function isField(entry: BoundEntry, alias: string): entry is BoundField {
  return entry.kind === 'field' && entry.alias === alias;
}

function isInFragment(entry: BoundEntry, alias: string): boolean {
  return (
    entry.kind === 'fragment' &&
    entry.selection.entries.some((inner) => isField(inner, alias) || isInFragment(inner, alias))
  );
}

/** The least that shows whether there is a record: of a list that is asked for by number, one. */
function askForOne(definition: GraphQLField<unknown, unknown>, node: FieldNode): readonly ArgumentNode[] {
  const given = node.arguments ?? [];
  if (!definition.args.some(({ name }) => name === 'first')) return given;
  return [...given.filter(({ name }) => name.value !== 'first'), ONE];
}

const ONE: ArgumentNode = {
  kind: Kind.ARGUMENT,
  name: { kind: Kind.NAME, value: 'first' },
  value: { kind: Kind.INT, value: '1' },
};

function openSelection(parent: GraphQLCompositeType, possible: readonly GraphQLObjectType[]): BoundSelection {
  return { parent, possible, entries: [] };
}
