import {
  getNamedType,
  isCompositeType,
  isObjectType,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { Decision } from '../../agreement/index.ts';
import { collectInputUses, reachOfInputs, type SuppliedInput, visitInputs } from '../document/input-uses.ts';
import type { Decide } from '../document/judge-field.ts';
import { OperationFields, selectionsBelow } from './operation-fields.ts';

/** What an agency lets out of its own data for one operation of one caller. */
export interface AgencyEdge {
  /** Coordinates that the operation asks for and the caller may not have, or that the schema does not know. */
  readonly denied: readonly string[];
  /** Positions that values could be supplied for, whatever the variables are. */
  readonly reach: ReadonlySet<string>;
  /** Positions of arguments, input fields and enum values that a value was supplied for: "Type.field(arg:)". */
  readonly inputUses: (variables: Readonly<Record<string, unknown>>) => readonly string[];
  /** Visits each of those positions with every text that it was given, and with null for other values. */
  readonly visitInputs: (
    variables: Readonly<Record<string, unknown>>,
    visit: (position: string, text: string | null) => void,
  ) => void;
  /** Masks an answer in place; null where nothing is masked. Takes only answers that fit the schema. */
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
  const fields = new OperationFields(schema, document);
  const { operation, root } = fields;
  const denied = new Set<string>();
  const supplied: SuppliedInput[] = [];
  const compiled = new Map<string, LeafMask | null>();
  if (operation === null || root === null)
    return {
      denied: ['operation'],
      reach: new Set(),
      inputUses: () => [],
      visitInputs: () => undefined,
      mask: null,
    };
  const mask = compileSelection(root, [operation.selectionSet]);
  const defaults = new Map(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }): [string, ValueNode][] =>
      defaultValue === undefined ? [] : [[variable.name.value, defaultValue]],
    ),
  );
  return {
    denied: [...denied].toSorted(),
    reach: reachOfInputs(supplied),
    inputUses: (values) => collectInputUses(supplied, { values, defaults }),
    visitInputs: (values, visit) => visitInputs(supplied, { values, defaults }, visit),
    mask,
  };

  // Kept by what it is compiled from: an interface of many implementers, nested, would be compiled for each path anew.
  function compileSelection(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): LeafMask | null {
    const key = fields.keyOf(type, sets);
    let selectionMask = compiled.get(key);
    if (selectionMask === undefined) compiled.set(key, (selectionMask = compilePossible(type, sets)));
    return selectionMask;
  }

  function compilePossible(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): LeafMask | null {
    const masks = new Map<string, PlaceMask>();
    for (const possible of fields.possibleTypes(type)) {
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
    const places: { readonly key: string; readonly mask: LeafMask }[] = [];
    for (const [key, nodes] of fields.fieldsOf(type, sets)) {
      const fieldMask = compileField(type, key, nodes);
      if (fieldMask !== null) places.push({ key, mask: fieldMask });
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
    // One key of two fields: the answer holds one of them, and nobody here can say which.
    if (nodes.some(({ name }) => name.value !== nodes[0]!.name.value)) denied.add(`${type.name}.${key}`);
    for (const node of nodes) {
      masked = judge(type, key, node.name.value) ?? masked;
      collectInputs(type, node);
    }
    const field = type.getFields()[nodes[0]!.name.value];
    const inner = field === undefined ? undefined : getNamedType(field.type);
    if (inner === undefined || !isCompositeType(inner)) return masked;
    if (masked !== keepOne) return compileSelection(inner, selectionsBelow(nodes));
    requireTypeOnly(inner, nodes, `${type.name}.${key}`);
    return keepOne;
  }

  /** Nothing is asked of a record that is only pointed at, but that there is one. */
  function requireTypeOnly(type: GraphQLCompositeType, nodes: readonly FieldNode[], place: string): void {
    for (const possible of fields.possibleTypes(type)) {
      const asked = [...fields.fieldsOf(possible, selectionsBelow(nodes)).values()].flat();
      if (asked.some(({ name }) => name.value !== '__typename')) denied.add(place);
    }
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
    if (decision.kind === 'pointer') return keepOne;
    return decision.kind === 'mask' ? overLists(rules.maskFor(decision)) : null;
  }

  function collectInputs(type: GraphQLObjectType, node: FieldNode): void {
    if (isFederationField(type, root!, node.name.value)) return;
    for (const { name, value } of node.arguments ?? []) {
      const position = `${type.name}.${node.name.value}(${name.value}:)`;
      const argument = type.getFields()[node.name.value]?.args.find((each) => each.name === name.value);
      if (argument === undefined) denied.add(position);
      else supplied.push({ positions: [position], type: argument.type, node: value });
    }
  }
}

/** What leaves of records that are only pointed at: that there is one, never how many. */
function keepOne(value: unknown): unknown {
  return Array.isArray(value) ? value.slice(0, 1) : value;
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
