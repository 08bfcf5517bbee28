import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** The same operation with every field under a name of its own. */
export function underAliases(operation: string): string {
  let made = 0;
  const aliased = visit(parse(operation), {
    Field: (node) => ({ ...node, alias: { kind: Kind.NAME, value: `x${made++}` } }),
  });
  return print(aliased);
}

/** The same operation with every selection in a named fragment, and in an inline one within. */
export function inFragments(operation: string, schema: GraphQLSchema): string {
  const fragments: FragmentDefinitionNode[] = [];
  const types = new TypeInfo(schema);
  const spread = visit(
    parse(operation),
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(node): SelectionSetNode {
          const name = { kind: Kind.NAME, value: `F${fragments.length}` } as const;
          const type = { kind: Kind.NAME, value: types.getParentType()!.name } as const;
          const typeCondition = { kind: Kind.NAMED_TYPE, name: type } as const;
          const inline = { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: node } as const;
          const selectionSet = { kind: Kind.SELECTION_SET, selections: [inline] } as const;
          fragments.push({ kind: Kind.FRAGMENT_DEFINITION, name, typeCondition, selectionSet });
          return { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FRAGMENT_SPREAD, name }] };
        },
      },
    }),
  );
  return print({ ...spread, definitions: [...spread.definitions, ...fragments] });
}
