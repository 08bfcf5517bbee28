import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

/** Asks for `__typename` wherever a type is abstract: masks there follow the row's own type. The document fits the schema. */
export function askForTypes(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const definitions = document.definitions.map((definition) => {
    const type =
      definition.kind === Kind.OPERATION_DEFINITION
        ? schema.getRootType(definition.operation)
        : definition.kind === Kind.FRAGMENT_DEFINITION && schema.getType(definition.typeCondition.name.value);
    if (!isCompositeType(type) || !('selectionSet' in definition)) return definition;
    return { ...definition, selectionSet: typed(type, definition.selectionSet) };
  });
  return { ...document, definitions };

  function typed(type: GraphQLCompositeType, set: SelectionSetNode): SelectionSetNode {
    const below = set.selections.map((selection) => typedBelow(type, selection));
    if (!isAbstractType(type)) return { ...set, selections: below };
    return { ...set, selections: [TYPENAME, ...below] };
  }

  function typedBelow(parent: GraphQLCompositeType, selection: SelectionNode): SelectionNode {
    if (selection.kind === Kind.FRAGMENT_SPREAD || selection.selectionSet === undefined) return selection;
    const type =
      selection.kind === Kind.FIELD
        ? isUnionType(parent)
          ? undefined
          : getNamedType(parent.getFields()[selection.name.value]?.type)
        : selection.typeCondition === undefined
          ? parent
          : schema.getType(selection.typeCondition.name.value);
    if (!isCompositeType(type)) return selection;
    return { ...selection, selectionSet: typed(type, selection.selectionSet) };
  }
}
