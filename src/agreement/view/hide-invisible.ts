import { isScalarType, type GraphQLSchema } from 'graphql';
import type { Catalogue } from '../catalogue.ts';
import { USES } from '../codes.ts';
import type { Decision, Grant } from '../grant.ts';
import { viewSchema } from './view-schema.ts';

/** What a grant makes unknown to its caller: an ability and a field, "read Type.field". Empty for most. */
export function listInvisible(
  { coordinates }: Pick<Catalogue, 'coordinates'>,
  grant: Grant,
): readonly string[] {
  return coordinates.flatMap(({ name }) => [
    ...(isInvisible(grant.decide(name)) ? [`read ${name}`] : []),
    ...USES.filter((use) => isInvisible(grant.decideUse(use, name))).map((use) => `${use} ${name}`),
  ]);
}

/**
 * The schema as whoever holds the grant may know it: without invisible fields, without inputs that test them, and
 * without types that only those lead to. What is merely denied is in it. Operations are validated against it, so that
 * an invisible name and an unknown one are refused in the same words.
 */
export function hideInvisible(
  publicSchema: GraphQLSchema,
  catalogue: Pick<Catalogue, 'inputs'>,
  grant: Grant,
): GraphQLSchema {
  const schema = viewSchema(publicSchema, catalogue, {
    decide: (coordinate) => unlessInvisible(grant.decide(coordinate)),
    decideUse: (use, coordinate) => unlessInvisible(grant.decideUse(use, coordinate)),
  });
  readScalarsAlike(schema, publicSchema);
  return schema;
}

const KNOWN: Decision = {
  kind: 'allow',
  mask: null,
  rule: 'known',
  code: 'GRANTED',
  agreementUid: null,
};

function unlessInvisible(decision: Decision): Decision {
  return isInvisible(decision) ? decision : KNOWN;
}

function isInvisible({ code }: Decision): boolean {
  return code === 'INVISIBLE';
}

// A printed schema forgets how its scalars read input.
function readScalarsAlike(schema: GraphQLSchema, source: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const original = source.getType(type.name);
    if (!isScalarType(type) || !isScalarType(original)) continue;
    type.parseValue = original.parseValue;
    type.parseLiteral = original.parseLiteral;
  }
}
