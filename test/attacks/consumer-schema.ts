import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { scalars } from '../../resolvers/index.ts';
import { composeSupergraph, createPlanner, openFederation } from '../../src/federation/index.ts';
import { readSchemaFolder } from '../../src/storage/index.ts';

const AGENCIES = ['traffic', 'checkpoint', 'mediation', 'oversight'];

/** The schema that clients see, for tests that go through all of it. */
export async function readConsumerSchema(): Promise<GraphQLSchema> {
  const documents = await readSchemaFolder(join(import.meta.dirname, '../../schema'), AGENCIES);
  const supergraphSdl = composeSupergraph(documents);
  const federation = openFederation({
    supergraphSdl,
    planner: createPlanner(supergraphSdl),
    subgraphs: AGENCIES.map((name) => ({ name, execute: () => Promise.resolve({ data: null }) })),
    scalars,
    onFault: () => undefined,
  });
  return federation.consumerSchema;
}
