import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  Kind,
  type GraphQLInputType,
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
  for (const { positions, type, node } of inputs) walkNode(node, type, positions);
  return [...uses].toSorted();

  function walkNode(node: ValueNode, type: GraphQLInputType, positions: readonly string[]): void {
    if (node.kind === Kind.VARIABLE) {
      const name = node.name.value;
      const given = Object.hasOwn(variables.values, name) ? variables.values[name] : undefined;
      const fallback = variables.defaults.get(name);
      if (given !== undefined) walkValue(given, type, positions);
      else if (fallback !== undefined) walkNode(fallback, type, positions);
      return;
    }
    for (const position of positions) uses.add(position);
    const inner = getNullableType(type);
    if (isListType(inner)) {
      const items = node.kind === Kind.LIST ? node.values : [node];
      for (const item of items) walkNode(item, inner.ofType, []);
    } else if (isInputObjectType(inner) && node.kind === Kind.OBJECT) {
      const fields = inner.getFields();
      for (const { name, value } of node.fields) {
        const field = fields[name.value];
        if (field !== undefined) walkNode(value, field.type, [`${inner.name}.${name.value}`]);
      }
    } else if (isEnumType(inner) && node.kind === Kind.ENUM) {
      uses.add(`${inner.name}.${node.value}`);
    }
  }

  function walkValue(value: unknown, type: GraphQLInputType, positions: readonly string[]): void {
    for (const position of positions) uses.add(position);
    const inner = getNullableType(type);
    if (isListType(inner)) {
      for (const item of Array.isArray(value) ? value : [value]) walkValue(item, inner.ofType, []);
    } else if (isInputObjectType(inner) && value !== null && typeof value === 'object') {
      for (const [name, field] of Object.entries(inner.getFields())) {
        const given: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
        if (given !== undefined) walkValue(given, field.type, [`${inner.name}.${name}`]);
      }
    } else if (isEnumType(inner) && typeof value === 'string') {
      uses.add(`${inner.name}.${value}`);
    }
  }
}
