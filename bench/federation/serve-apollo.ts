// Apollo Gateway in Apollo Server. With "jit" its agencies are the same compiled ones as everyone's; with "shipped" they
// are run by its own data source for agencies in the same process, which hands every operation to graphql-js.
import { ApolloGateway, type GraphQLDataSource, LocalGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { resolversBySubgraph } from '../../resolvers/index.ts';
import { stripClassified, type SubgraphDocument } from '../../src/agreement/index.ts';
import { buildAgencySchema, composeSupergraph, listEntityKeys } from '../../src/federation/index.ts';
import { openBareAgencies, readDocuments, SUBGRAPHS } from './jit-agencies.ts';
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
  async (query) => {
    const { body } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: 'POST',
        headers: new HeaderMap([['content-type', 'application/json']]),
        search: '',
        body: { query },
      },
      context: () => Promise.resolve({}),
    });
    return body.kind === 'complete' ? body.string : '';
  },
  (text) => requireData(JSON.parse(text) as object),
);

function compiledAgencies(of: readonly SubgraphDocument[]): ReadonlyMap<string, GraphQLDataSource> {
  const runners = [...openBareAgencies(of)];
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
    SUBGRAPHS.map((name, at) => {
      const document = stripClassified(of[at]!.document);
      const schema = buildAgencySchema(name, document, listEntityKeys(document), resolversBySubgraph[name]);
      const source = new LocalGraphQLDataSource(schema);
      // One reader for each operation of the agency, as everyone's.
      const process: GraphQLDataSource['process'] = (call) =>
        source.process({ ...call, context: { read: openMemoryReader(name) } });
      return [name, { process }];
    }),
  );
}
