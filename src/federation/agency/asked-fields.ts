import {
  getNamedType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** The fields of each object type that an operation may ask for, wherever it stands in the answer. */
export type AskedFields = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Lists every field that a document names, for each type that it can be a field of: also one that `@skip` may take out, or
 * whose fragment cannot apply. What is not listed is asked for by nobody. The document fits the schema.
 */
export function listAskedFields(schema: GraphQLSchema, { definitions }: DocumentNode): AskedFields {
  const asked = new Map<string, Set<string>>();
  for (const definition of definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION)
      listBelow(schema.getRootType(definition.operation), definition.selectionSet);
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      listBelow(schema.getType(definition.typeCondition.name.value), definition.selectionSet);
  }
  return asked;

  function listBelow(type: unknown, { selections }: SelectionSetNode): void {
    if (!isCompositeType(type)) return;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const field = isUnionType(type) ? undefined : type.getFields()[selection.name.value];
        if (field === undefined) continue;
        ask(type, field.name);
        if (selection.selectionSet !== undefined) listBelow(getNamedType(field.type), selection.selectionSet);
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const { typeCondition, selectionSet } = selection;
        listBelow(
          typeCondition === undefined ? type : schema.getType(typeCondition.name.value),
          selectionSet,
        );
      }
    }
  }

  function ask(type: GraphQLCompositeType, field: string): void {
    for (const { name } of isObjectType(type) ? [type] : schema.getPossibleTypes(type)) {
      const known = asked.get(name);
      if (known === undefined) asked.set(name, new Set([field]));
      else known.add(field);
    }
  }
}
