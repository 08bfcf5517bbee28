// Apollo Gateway in Apollo Server. With "jit" its agencies are the same compiled ones as everyone's; with "shipped" they
// are run by its own data source for agencies in the same process, which hands every operation to graphql-js.
import { ApolloGateway, type GraphQLDataSource, LocalGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import type { SubgraphDocument } from '../../src/agreement/index.ts';
import { composeSupergraph } from '../../src/federation/index.ts';
import { askApollo } from '../ask-apollo.ts';
import { buildBareSchemas, readDocuments } from '../bare-agencies.ts';
import { openJitAgencies } from './jit-agencies.ts';
import { openMemoryReader } from './memory-reader.ts';
import { requireData, servePeer } from './serve-peer.ts';

type GatewayAnswer = Awaited<ReturnType<GraphQLDataSource['process']>>;

const documents = await readDocuments();
const agencies = process.argv[2] === 'jit' ? compiledAgencies(documents) : shippedAgencies(documents);
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: console.error };
const server = new ApolloServer({
  gateway: new ApolloGateway({
    supergraphSdl: composeSupergraph(documents),
    buildService: ({ name }) => agencies.get(name)!,
    logger: quiet,
  }),
  persistedQueries: false,
  stopOnTerminationSignals: false,
});
await server.start();

servePeer(
  async (query) => (await askApollo(server, { query }, () => Promise.resolve({}))).text,
  (text) => requireData(JSON.parse(text) as object),
);

function compiledAgencies(of: readonly SubgraphDocument[]): ReadonlyMap<string, GraphQLDataSource> {
  const runners = [...openJitAgencies(of)];
  return new Map(
    runners.map(([name, run]) => [
      name,
      {
        process: async ({ request }) => (await run(request.query!, request.variables ?? {})) as GatewayAnswer,
      },
    ]),
  );
}

function shippedAgencies(of: readonly SubgraphDocument[]): ReadonlyMap<string, GraphQLDataSource> {
  return new Map(
    [...buildBareSchemas(of)].map(([name, schema]) => {
      const source = new LocalGraphQLDataSource(schema);
      // One reader for each operation of the agency, as everyone's.
      const process: GraphQLDataSource['process'] = (call) =>
        source.process({ ...call, context: { read: openMemoryReader(name) } });
      return [name, { process }];
    }),
  );
}
