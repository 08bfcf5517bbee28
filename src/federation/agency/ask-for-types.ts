import {
  isAbstractType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionNode,
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

/** Whether `askForTypes` adds nothing to an answer, but perhaps the type of each entity. */
export function asksForItsTypes(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let isExact = true;
  visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet(node): void {
        const parent = types.getParentType();
        if (isAbstractType(parent) && parent.name !== '_Entity') isExact &&= node.selections.some(isTypename);
      },
    }),
  );
  return isExact;
}

function isTypename(node: SelectionNode): boolean {
  if (node.kind !== Kind.FIELD || node.name.value !== '__typename') return false;
  return node.alias === undefined && (node.directives ?? []).length === 0;
}
