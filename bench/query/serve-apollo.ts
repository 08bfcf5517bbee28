// Apollo Gateway inside Apollo Server over the same resolvers and the same database: no agreements, no masks, no log.
// Its agencies run in this process, or with "apart" as its documentation has them, as servers that it asks over HTTP;
// these share one process here. Arguments: data folder, "apart" or nothing.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ApolloGateway, type GraphQLDataSource, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import { composeSupergraph } from '../../src/federation/index.ts';
import type { Database } from '../../src/storage/index.ts';
import { buildBareSchemas, readDocuments, type SubgraphName } from '../bare-agencies.ts';
import { openBareContext } from './agencies.ts';
import { listen } from './apollo-http.ts';
import { openDataset } from './dataset.ts';
import { reportToParent } from './protocol.ts';

/** One subgraph, executed in this process by graphql-js with its parsed documents kept. */
class LocalAgency implements GraphQLDataSource {
  readonly #documents = new Map<string, DocumentNode>();
  readonly #name: SubgraphName;
  readonly #schema: GraphQLSchema;
  readonly #database: Database;

  constructor(name: SubgraphName, schema: GraphQLSchema, database: Database) {
    this.#name = name;
    this.#schema = schema;
    this.#database = database;
  }

  async process({ request }: Parameters<GraphQLDataSource['process']>[0]) {
    const text = request.query ?? '';
    const document = this.#documents.get(text) ?? parse(text);
    this.#documents.set(text, document);
    const { context, close } = openBareContext(this.#name, this.#database);
    try {
      const { data, errors } = await execute({
        schema: this.#schema,
        document,
        variableValues: request.variables ?? {},
        contextValue: context,
      });
      return { data: data ?? null, ...(errors && { errors: errors.map((error) => error.toJSON()) }) };
    } finally {
      await close();
    }
  }
}

/** How the gateway reaches each agency, and the processes that serve them. */
interface Agencies {
  readonly sourceOf: (name: SubgraphName) => GraphQLDataSource;
  readonly processes: readonly ChildProcess[];
  close(): Promise<void>;
}

const [dataFolder = '', place] = process.argv.slice(2);
const documents = await readDocuments();
const schemas = buildBareSchemas(documents);
const agencies = place === 'apart' ? await startApart() : await openHere();
const server = new ApolloServer({
  gateway: new ApolloGateway({
    supergraphSdl: composeSupergraph(documents),
    buildService: ({ name }) => agencies.sourceOf(name as SubgraphName),
    logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: console.error },
  }),
  persistedQueries: false,
  stopOnTerminationSignals: false,
});
await server.start();
const { url, close } = await listen(server, () => Promise.resolve({}));
reportToParent(
  { url, headers: {} },
  async () => {
    await close();
    await agencies.close();
  },
  agencies.processes,
);

async function openHere(): Promise<Agencies> {
  const database = await openDataset(dataFolder);
  return {
    sourceOf: (name) => new LocalAgency(name, schemas.get(name)!, database),
    processes: [],
    close: () => database.close(),
  };
}

async function startApart(): Promise<Agencies> {
  const child = fork(join(import.meta.dirname, 'serve-agencies.ts'), [dataFolder]);
  const [urls] = (await once(child, 'message')) as [Readonly<Record<SubgraphName, string>>];
  return {
    sourceOf: (name) => new RemoteGraphQLDataSource({ url: urls[name] }),
    processes: [child],
    async close() {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    },
  };
}
