import {
  isAbstractType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

/** Asks for `__typename` wherever a type is abstract: masks there follow the row's own type. */
export function askForTypes(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet(node): SelectionSetNode | undefined {
        const parent = types.getParentType();
        if (!isAbstractType(parent)) return undefined;
        return { ...node, selections: [TYPENAME, ...node.selections] };
      },
    }),
  );
}
