import { isInterfaceType, isNonNullType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { SchemaChange } from './schema-change.ts';

/** What is new and harms nobody, and what is on its way out: graphql-js is silent about both. */
export function listAdditions(before: GraphQLSchema, after: GraphQLSchema): readonly SchemaChange[] {
  return Object.values(after.getTypeMap()).flatMap((type): SchemaChange[] => {
    const previous = before.getType(type.name);
    if (previous === undefined) return [change('safe', type.name, 'TYPE_ADDED', 'is new')];
    if (!isFielded(type) || !isFielded(previous)) return [];
    const known = previous.getFields();
    return Object.values(type.getFields()).flatMap((field) =>
      compareField(`${type.name}.${field.name}`, known[field.name], field),
    );
  });
}

type Field = GraphQLField<unknown, unknown>;

function compareField(coordinate: string, before: Field | undefined, after: Field): SchemaChange[] {
  if (before === undefined) return [change('safe', coordinate, 'FIELD_ADDED', 'is new')];
  const isFirm = !isNonNullType(before.type) && String(after.type) === `${String(before.type)}!`;
  const reason = after.deprecationReason;
  return [
    ...(isFirm ? [change('safe', coordinate, 'FIELD_NEVER_NULL', 'is never null now')] : []),
    ...(reason != null && before.deprecationReason == null
      ? [
          change(
            'dangerous',
            coordinate,
            'FIELD_DEPRECATED',
            `is on its way out: ${reason.replace(/\.$/, '')}`,
          ),
        ]
      : []),
  ];
}

function isFielded(type: unknown) {
  return isObjectType(type) || isInterfaceType(type);
}

function change(
  weight: SchemaChange['weight'],
  coordinate: string,
  kind: string,
  words: string,
): SchemaChange {
  return { weight, coordinate, kind, message: `${coordinate} ${words}.` };
}
