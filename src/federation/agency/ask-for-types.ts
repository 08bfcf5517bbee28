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

/** A document that asks for the type of every row whose type is not certain. */
export interface TypedDocument {
  readonly document: DocumentNode;
  /** Whether that adds nothing to an answer, but perhaps the type of each entity. */
  readonly isExact: boolean;
}

/** Asks for `__typename` wherever a type is abstract: masks there follow the row's own type. The document fits the schema. */
export function askForTypes(schema: GraphQLSchema, document: DocumentNode): TypedDocument {
  let isExact = true;
  const definitions = document.definitions.map((definition) => {
    const type =
      definition.kind === Kind.OPERATION_DEFINITION
        ? schema.getRootType(definition.operation)
        : definition.kind === Kind.FRAGMENT_DEFINITION && schema.getType(definition.typeCondition.name.value);
    if (!isCompositeType(type) || !('selectionSet' in definition)) return definition;
    return { ...definition, selectionSet: typed(type, definition.selectionSet) };
  });
  return { document: { ...document, definitions }, isExact };

  function typed(type: GraphQLCompositeType, set: SelectionSetNode): SelectionSetNode {
    const below = set.selections.map((selection) => typedBelow(type, selection));
    if (!isAbstractType(type)) return { ...set, selections: below };
    if (type.name !== '_Entity') isExact &&= set.selections.some(isTypename);
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

function isTypename(node: SelectionNode): boolean {
  if (node.kind !== Kind.FIELD || node.name.value !== '__typename') return false;
  return node.alias === undefined && (node.directives ?? []).length === 0;
}
