import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  Kind,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type ValueNode,
} from 'graphql';

/** An argument that the client wrote, and where: "Type.field(arg:)". */
export interface SuppliedInput {
  readonly positions: readonly string[];
  readonly type: GraphQLInputType;
  readonly node: ValueNode;
}

/** The values that an operation's variables take: the client's, else the operation's own default. */
export interface SuppliedVariables {
  readonly values: Readonly<Record<string, unknown>>;
  readonly defaults: ReadonlyMap<string, ValueNode>;
}

/**
 * Every position that the client supplied a value for, sorted: arguments as "Type.field(arg:)", fields of input
 * objects as "Input.field", enum values as "Enum.VALUE". An explicit null counts, since it may filter; what the
 * schema itself fills in by default does not. Variables must have been coerced successfully before.
 */
export function collectInputUses(
  inputs: readonly SuppliedInput[],
  variables: SuppliedVariables,
): readonly string[] {
  const uses = new Set<string>();
  visitInputs(inputs, variables, (position) => uses.add(position));
  return [...uses].toSorted();
}

/**
 * Every position that values of these inputs could be supplied at, whatever the variables are: fields of input objects,
 * theirs, and values of enums, as {@link collectInputUses} names them.
 */
export function reachOfInputs(inputs: readonly SuppliedInput[]): ReadonlySet<string> {
  const reach = new Set<string>();
  const entered = new Set<string>();
  for (const { positions, type } of inputs) {
    for (const position of positions) reach.add(position);
    enter(getNamedType(type));
  }
  return reach;

  function enter(type: GraphQLNamedInputType): void {
    if (entered.has(type.name)) return;
    entered.add(type.name);
    if (isEnumType(type)) for (const { name } of type.getValues()) reach.add(`${type.name}.${name}`);
    if (!isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      reach.add(`${type.name}.${field.name}`);
      enter(getNamedType(field.type));
    }
  }
}

/** How many values each of those positions was given: every place where the client wrote it, every item of a list. */
export function countInputs(
  inputs: readonly SuppliedInput[],
  variables: SuppliedVariables,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  visitInputs(inputs, variables, (position) => counts.set(position, (counts.get(position) ?? 0) + 1));
  return counts;
}

/** Visits every position with each value that it was given; only texts are handed over, other values as null. */
export function visitInputs(
  inputs: readonly SuppliedInput[],
  variables: SuppliedVariables,
  visit: (position: string, text: string | null) => void,
): void {
  for (const { positions, type, node } of inputs) walkNode(node, type, positions);

  function tell(positions: readonly string[], value: unknown): void {
    for (const position of positions) visit(position, typeof value === 'string' ? value : null);
  }

  function findVariable(name: string): unknown {
    return Object.hasOwn(variables.values, name) ? variables.values[name] : undefined;
  }

  function textOf(node: ValueNode): unknown {
    if (node.kind === Kind.STRING) return node.value;
    if (node.kind !== Kind.VARIABLE) return null;
    const fallback = variables.defaults.get(node.name.value);
    return findVariable(node.name.value) ?? (fallback === undefined ? null : textOf(fallback));
  }

  function walkNode(node: ValueNode, type: GraphQLInputType, positions: readonly string[]): void {
    if (node.kind === Kind.VARIABLE) {
      const given = findVariable(node.name.value);
      const fallback = variables.defaults.get(node.name.value);
      if (given !== undefined) walkValue(given, type, positions);
      else if (fallback !== undefined) walkNode(fallback, type, positions);
      return;
    }
    const inner = getNullableType(type);
    if (isListType(inner)) {
      const items = node.kind === Kind.LIST ? node.values : [node];
      if (items.length === 0) tell(positions, null);
      for (const item of items) {
        tell(positions, textOf(item));
        walkNode(item, inner.ofType, []);
      }
      return;
    }
    tell(positions, textOf(node));
    if (isInputObjectType(inner) && node.kind === Kind.OBJECT) {
      const fields = inner.getFields();
      for (const { name, value } of node.fields) {
        const field = fields[name.value];
        if (field !== undefined) walkNode(value, field.type, [`${inner.name}.${name.value}`]);
      }
    } else if (isEnumType(inner) && node.kind === Kind.ENUM) {
      visit(`${inner.name}.${node.value}`, null);
    }
  }

  function walkValue(value: unknown, type: GraphQLInputType, positions: readonly string[]): void {
    const inner = getNullableType(type);
    if (isListType(inner)) {
      const items: readonly unknown[] = Array.isArray(value) ? value : [value];
      if (items.length === 0) tell(positions, null);
      for (const item of items) {
        tell(positions, item);
        walkValue(item, inner.ofType, []);
      }
      return;
    }
    tell(positions, value);
    if (isInputObjectType(inner) && value !== null && typeof value === 'object') {
      const fields = inner.getFields();
      for (const name in fields) {
        const given: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
        if (given !== undefined) walkValue(given, fields[name]!.type, [`${inner.name}.${name}`]);
      }
    } else if (isEnumType(inner) && typeof value === 'string') {
      visit(`${inner.name}.${value}`, null);
    }
  }
}
