import {
  isInterfaceType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/**
 * Whether every field that is asked of an interface may be null in the same places on each of its types. Where one
 * type is stricter, graphql-jit takes the strictness of one for all, and a null empties more than it should.
 */
export function isNullableAlike(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let alike = true;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = types.getParentType();
        const field = types.getFieldDef();
        if (!isInterfaceType(parent) || field === null || field === undefined) return;
        for (const type of schema.getPossibleTypes(parent)) {
          const own = type.getFields()[name.value];
          if (own !== undefined && marksOf(own.type) !== marksOf(field.type)) alike = false;
        }
      },
    }),
  );
  return alike;
}

/** A type without its name: "[!]!" for a list of what is never null that is never null itself. */
function marksOf(type: GraphQLOutputType): string {
  return String(type).replaceAll(/\w/g, '');
}
