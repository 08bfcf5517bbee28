import { buildASTSchema, parse, printSchema, type GraphQLSchema } from 'graphql';
import type { Catalogue } from '../catalogue.ts';
import type { Grant } from '../grant.ts';
import { dropUnusable } from './drop-unusable.ts';
import { keepReachable } from './keep-reachable.ts';
import { openDefinitions } from './open-definitions.ts';

/**
 * The schema that one grant opens: fields that may be read, inputs that may be used, and the types that these need.
 * What is denied is not in it, by no name. A masked field's description says how it is masked.
 *
 * @param publicSchema - the schema of all clients, without what is classified or inaccessible.
 */
export function viewSchema(
  publicSchema: GraphQLSchema,
  { inputs }: Pick<Catalogue, 'inputs'>,
  grant: Pick<Grant, 'decide' | 'decideUse'>,
): GraphQLSchema {
  const { definitions } = parse(printSchema(publicSchema), { noLocation: true });
  const usable = dropUnusable(openDefinitions(definitions, inputs, grant));
  const roots = [
    publicSchema.getQueryType(),
    publicSchema.getMutationType(),
    publicSchema.getSubscriptionType(),
  ]
    .filter((type) => type != null)
    .map(({ name }) => name);
  // A grant that opens nothing leaves a query type without fields, which a schema in use could not have.
  return buildASTSchema(keepReachable(usable, roots), { assumeValid: true, assumeValidSDL: true });
}
