import {
  doTypesOverlap,
  getNamedType,
  isCompositeType,
  isInputType,
  isLeafType,
  isNonNullType,
  isRequiredArgument,
  isTypeSubTypeOf,
  isUnionType,
  Kind,
  OperationTypeNode,
  typeFromAST,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
  type NamedTypeNode,
  type SelectionSetNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';

/**
 * Whether an operation of the kind that plans are made of fits a schema, by every rule of graphql-js. False where it does
 * not, or where it has more to it than those have (fragments with names, directives, values that are written out): then
 * graphql-js is to be asked, whose rules cost many times as much.
 */
export function surelyFits(schema: GraphQLSchema, { definitions }: DocumentNode): boolean {
  const [operation, ...others] = definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return false;
  const { operation: kind, selectionSet, variableDefinitions = [], directives = [] } = operation;
  const root = schema.getRootType(kind);
  if (kind === OperationTypeNode.SUBSCRIPTION || root == null || directives.length > 0) return false;
  const variables = readVariables(schema, variableDefinitions);
  if (variables === null) return false;
  const fit = new OperationFit(schema, variables);
  return fit.holds(root, selectionSet) && fit.used.size === variables.size;
}

type Variables = ReadonlyMap<string, GraphQLInputType>;

/** Null where one is there twice, has a default or a directive, or is of no input type. */
function readVariables(schema: GraphQLSchema, nodes: readonly VariableDefinitionNode[]): Variables | null {
  const variables = new Map<string, GraphQLInputType>();
  for (const { variable, type: written, defaultValue, directives = [] } of nodes) {
    // It takes any type; the signature names each kind.
    const type = typeFromAST(schema, written as NamedTypeNode);
    if (!isInputType(type) || defaultValue !== undefined || directives.length > 0) return null;
    variables.set(variable.name.value, type);
  }
  return variables.size === nodes.length ? variables : null;
}

class OperationFit {
  readonly used = new Set<string>();
  readonly #schema: GraphQLSchema;
  readonly #variables: Variables;

  constructor(schema: GraphQLSchema, variables: Variables) {
    this.#schema = schema;
    this.#variables = variables;
  }

  holds(type: GraphQLCompositeType, { selections }: SelectionSetNode): boolean {
    return selections.every((selection) => {
      if ((selection.directives ?? []).length > 0) return false;
      if (selection.kind === Kind.FIELD) return this.#fieldHolds(type, selection);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
      const { typeCondition, selectionSet } = selection;
      const narrowed = typeCondition === undefined ? type : this.#schema.getType(typeCondition.name.value);
      return (
        isCompositeType(narrowed) &&
        doTypesOverlap(this.#schema, narrowed, type) &&
        this.holds(narrowed, selectionSet)
      );
    });
  }

  #fieldHolds(
    parent: GraphQLCompositeType,
    { name, arguments: given = [], selectionSet }: FieldNode,
  ): boolean {
    if (name.value === '__typename') return given.length === 0 && selectionSet === undefined;
    const field = isUnionType(parent) ? undefined : parent.getFields()[name.value];
    if (field === undefined || !this.#argumentsHold(field.args, given)) return false;
    const below = getNamedType(field.type);
    if (!isCompositeType(below)) return selectionSet === undefined;
    return selectionSet !== undefined && this.holds(below, selectionSet);
  }

  #argumentsHold(known: readonly GraphQLArgument[], given: readonly ArgumentNode[]): boolean {
    if (known.length === 0) return given.length === 0;
    const names = new Set(given.map(({ name }) => name.value));
    if (names.size < given.length) return false;
    if (known.some((argument) => isRequiredArgument(argument) && !names.has(argument.name))) return false;
    return given.every(({ name, value }) => {
      const argument = known.find((one) => one.name === name.value);
      return argument !== undefined && this.#valueHolds(argument.type, value);
    });
  }

  #valueHolds(type: GraphQLInputType, value: ValueNode): boolean {
    if (value.kind !== Kind.VARIABLE) return isPlainLiteral(type, value);
    const name = value.name.value;
    const given = this.#variables.get(name);
    if (given === undefined || !isTypeSubTypeOf(this.#schema, given, type)) return false;
    this.used.add(name);
    return true;
  }
}

// Within lists and objects there may be variables, and names twice, which scalars of our own do not look at.
const PLAIN: ReadonlySet<string> = new Set([Kind.INT, Kind.FLOAT, Kind.STRING, Kind.BOOLEAN, Kind.ENUM]);

/** Whether a value that is written out is one of a scalar or an enum. */
function isPlainLiteral(type: GraphQLInputType, value: ValueNode): boolean {
  const leaf = isNonNullType(type) ? type.ofType : type;
  if (!PLAIN.has(value.kind) || !isLeafType(leaf)) return false;
  try {
    return leaf.parseLiteral(value, undefined) !== undefined;
  } catch {
    // graphql-js says what is wrong with it.
    return false;
  }
}
