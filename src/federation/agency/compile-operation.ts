import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { isNullableAlike } from './nullable-alike.ts';

/** In fields of generated code; about 100 ms of compiling. */
const LARGEST = 500;

/**
 * Compiles an operation with graphql-jit; null where that cannot, errs, or would be endless: graphql-js runs it then.
 *
 * Values of enums and built-in scalars leave as the resolvers gave them: the gateway checks every leaf when it completes the
 * answer, masks make null of what does not fit, and graphql-jit would build the path of an error for every value.
 */
export function compileOperation(schema: GraphQLSchema, document: DocumentNode): CompiledQuery | null {
  if (measureCode(schema, document) > LARGEST || !isNullableAlike(schema, document)) return null;
  try {
    const compiled = compileQuery(schema, document, undefined, {
      disablingCapturingStackErrors: true,
      disableLeafSerialization: hasPlainEnums(schema),
    });
    return isCompiledQuery(compiled) ? compiled : null;
  } catch {
    return null;
  }
}

/** Whether resolvers answer enums by the names of their values. */
function hasPlainEnums(schema: GraphQLSchema): boolean {
  return Object.values(schema.getTypeMap()).every(
    (type) => !isEnumType(type) || type.getValues().every(({ name, value }) => name === value),
  );
}

/**
 * How many fields graphql-jit would write code for. It writes out every implementer on every level, so nested
 * interfaces multiply; and every field of an input type, so one that holds itself never ends.
 */
function measureCode(schema: GraphQLSchema, document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition;
  }
  const root = operation === undefined ? undefined : schema.getRootType(operation.operation);
  if (operation === undefined || root === undefined || root === null) return 0;
  const measured = new Map<GraphQLCompositeType, Map<SelectionSetNode, number>>();
  const inputs = (operation.variableDefinitions ?? []).map(({ type }) => {
    const input = typeFromAST(schema, type as NamedTypeNode);
    return input === undefined ? 0 : measureInput(getNamedType(input), new Set());
  });
  return sum(inputs) + measureSelection(root, operation.selectionSet);

  function measureSelection(type: GraphQLCompositeType, set: SelectionSetNode): number {
    let ofType = measured.get(type);
    if (ofType === undefined) measured.set(type, (ofType = new Map()));
    let size = ofType.get(set);
    if (size === undefined) {
      const possible = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
      size = sum(possible.map((each) => measureFields(each, set)));
      ofType.set(set, size);
    }
    return size;
  }

  // Fragments count for every type: which of them apply does not change the order of magnitude.
  function measureFields(type: GraphQLCompositeType, set: SelectionSetNode): number {
    return sum(
      set.selections.map((selection) => {
        if (selection.kind !== Kind.FIELD) {
          const fragment =
            selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
          return fragment === undefined ? 0 : measureFields(type, fragment.selectionSet);
        }
        const field = 'getFields' in type ? type.getFields()[selection.name.value] : undefined;
        const below = field === undefined ? undefined : getNamedType(field.type);
        if (!isCompositeType(below) || selection.selectionSet === undefined) return 1;
        return 1 + measureSelection(below, selection.selectionSet);
      }),
    );
  }
}

function measureInput(type: GraphQLNamedType, outer: ReadonlySet<GraphQLNamedType>): number {
  if (!isInputObjectType(type)) return 1;
  if (outer.has(type)) return Infinity;
  const inner = new Set([...outer, type]);
  return sum(Object.values(type.getFields()).map((field) => measureInput(getNamedType(field.type), inner)));
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
