import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Decision } from '../../agreement/index.ts';
import type { Decide } from '../document/judge-field.ts';

/** What an agency lets out of its own data for one operation of one caller. */
export interface AgencyEdge {
  /** Coordinates that the operation asks for and the caller may not have, or that the schema does not know. */
  readonly denied: readonly string[];
  /** Masks an answer in place; null where nothing is masked. */
  readonly mask: ((data: unknown) => void) | null;
}

/** What the agency decides by. */
export interface EdgeRules {
  /** Coordinates that joins are made by. Under their own names they go to the gateway as they are. */
  readonly keyCoordinates: ReadonlySet<string>;
  readonly decide: Decide;
  readonly maskFor: (decision: Decision) => LeafMask;
}

export type LeafMask = (value: unknown) => unknown;
type PlaceMask = (holder: Record<string, unknown>) => void;

/**
 * Judges every coordinate of an operation that arrived, and compiles the places of its answer that are masked:
 * under aliases, in lists, through fragments and `_entities` alike. The operation must ask for `__typename` in
 * every selection whose type is abstract.
 */
export function compileEdge(schema: GraphQLSchema, document: DocumentNode, rules: EdgeRules): AgencyEdge {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition;
  }
  const denied = new Set<string>();
  const compiled = new Map<string, LeafMask | null>();
  const numbers = new Map<SelectionSetNode, number>();
  const root = operation === undefined ? undefined : schema.getRootType(operation.operation);
  if (operation === undefined || root === undefined || root === null)
    return { denied: ['operation'], mask: null };
  const maskAnswer = compileSelection(root, [operation.selectionSet]);
  return { denied: [...denied].toSorted(), mask: maskAnswer };

  // Kept by what it is compiled from: an interface of many implementers, nested, would be compiled for each path anew.
  function compileSelection(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): LeafMask | null {
    const key = [type.name, ...sets.map(numberOf)].join(' ');
    let mask = compiled.get(key);
    if (mask === undefined) compiled.set(key, (mask = compilePossible(type, sets)));
    return mask;
  }

  function numberOf(set: SelectionSetNode): number {
    let number = numbers.get(set);
    if (number === undefined) numbers.set(set, (number = numbers.size));
    return number;
  }

  function compilePossible(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): LeafMask | null {
    const masks = new Map<string, PlaceMask>();
    for (const possible of isObjectType(type) ? [type] : schema.getPossibleTypes(type)) {
      const placeMask = compileObject(possible, sets);
      if (placeMask !== null) masks.set(possible.name, placeMask);
    }
    if (masks.size === 0) return null;
    const only = isObjectType(type) ? masks.get(type.name) : undefined;
    return overLists((value) => {
      const holder = value as Record<string, unknown>;
      (only ?? masks.get(String(holder['__typename'])))?.(holder);
      return value;
    });
  }

  function compileObject(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): PlaceMask | null {
    const fields = new Map<string, FieldNode[]>();
    for (const set of sets) collect(type, set, fields);
    const places: { readonly key: string; readonly mask: LeafMask }[] = [];
    for (const [key, nodes] of fields) {
      const mask = compileField(type, key, nodes);
      if (mask !== null) places.push({ key, mask });
    }
    if (places.length === 0) return null;
    return (holder) => {
      for (const { key, mask: maskPlace } of places) {
        const value = holder[key];
        if (value !== null && value !== undefined) holder[key] = maskPlace(value);
      }
    };
  }

  function compileField(type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): LeafMask | null {
    let masked: LeafMask | null = null;
    for (const { name } of nodes) masked = judge(type, key, name.value) ?? masked;
    const field = type.getFields()[nodes[0]!.name.value];
    const inner = field === undefined ? undefined : getNamedType(field.type);
    if (inner === undefined || !isCompositeType(inner)) return masked;
    return compileSelection(
      inner,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    );
  }

  function judge(type: GraphQLObjectType, key: string, name: string): LeafMask | null {
    if (isFederationField(type, root!, name)) return null;
    const coordinate = `${type.name}.${name}`;
    if (type.getFields()[name] === undefined) {
      denied.add(coordinate);
      return null;
    }
    if (key === name && rules.keyCoordinates.has(coordinate)) return null;
    const decision = rules.decide(coordinate);
    if (decision.kind === 'deny') denied.add(coordinate);
    return decision.kind === 'mask' ? overLists(rules.maskFor(decision)) : null;
  }

  function collect(type: GraphQLObjectType, set: SelectionSetNode, fields: Map<string, FieldNode[]>): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment !== undefined && applies(type, fragment.typeCondition?.name.value)) {
        collect(type, fragment.selectionSet, fields);
      }
    }
  }

  function applies(type: GraphQLObjectType, condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const abstract = schema.getType(condition);
    return isAbstractType(abstract) && schema.isSubType(abstract, type);
  }
}

function isFederationField(type: GraphQLObjectType, root: GraphQLObjectType, name: string): boolean {
  if (name === '__typename' || type.name === '_Service') return true;
  return type === root && (name === '_entities' || name === '_service');
}

function overLists(mask: LeafMask): LeafMask {
  const maskEach: LeafMask = (value) => {
    if (value === null || value === undefined) return value;
    return Array.isArray(value) ? value.map(maskEach) : mask(value);
  };
  return maskEach;
}
