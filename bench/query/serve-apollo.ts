// Apollo Gateway inside Apollo Server over the same resolvers and the same database: no agreements, no masks, no log.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import { resolversBySubgraph } from '../../resolvers/index.ts';
import { stripClassified } from '../../src/agreement/index.ts';
import { buildAgencySchema, composeSupergraph, listEntityKeys } from '../../src/federation/index.ts';
import {
  createCursorSealer,
  type Database,
  openReader,
  openSession,
  readSchemaFolder,
} from '../../src/storage/index.ts';
import { EVERY_ROW_SCOPE, openDataset } from './dataset.ts';
import { reportToParent } from './protocol.ts';

const SUBGRAPHS = ['traffic', 'checkpoint', 'mediation', 'oversight'] as const;
const cursors = createCursorSealer(Buffer.alloc(32, 1));

/** One subgraph, executed in this process by graphql-js with its parsed documents kept. */
class LocalAgency implements GraphQLDataSource {
  readonly #documents = new Map<string, DocumentNode>();
  readonly #name: (typeof SUBGRAPHS)[number];
  readonly #schema: GraphQLSchema;
  readonly #database: Database;

  constructor(name: (typeof SUBGRAPHS)[number], schema: GraphQLSchema, database: Database) {
    this.#name = name;
    this.#schema = schema;
    this.#database = database;
  }

  async process({ request }: Parameters<GraphQLDataSource['process']>[0]) {
    const text = request.query ?? '';
    const document = this.#documents.get(text) ?? parse(text);
    this.#documents.set(text, document);
    const { app: pool, signer } = this.#database;
    const session = openSession({ pool, signer, scope: EVERY_ROW_SCOPE });
    try {
      const read = openReader(this.#name, {
        session,
        scope: EVERY_ROW_SCOPE,
        cursors,
        grantDigest: '',
        bucketOf: () => null,
        statistics: { ruleOf: () => null, mayGroupBy: () => true },
        findSubjects: () => [],
        agency: '',
        caseReference: null,
        nowMs: 0,
      });
      const { data, errors } = await execute({
        schema: this.#schema,
        document,
        variableValues: request.variables ?? {},
        contextValue: { read },
      });
      return { data: data ?? null, ...(errors && { errors: errors.map((error) => error.toJSON()) }) };
    } finally {
      await session.close();
    }
  }
}

const [dataFolder = ''] = process.argv.slice(2);
const database = await openDataset(dataFolder);
const documents = await readSchemaFolder(join(import.meta.dirname, '..', '..', 'schema'), SUBGRAPHS);
const agencies: ReadonlyMap<string, LocalAgency> = new Map(
  SUBGRAPHS.map((name, at) => {
    const document = stripClassified(documents[at]!.document);
    const schema = buildAgencySchema(name, document, listEntityKeys(document), resolversBySubgraph[name]);
    return [name, new LocalAgency(name, schema, database)];
  }),
);
const server = new ApolloServer({
  gateway: new ApolloGateway({
    supergraphSdl: composeSupergraph(documents),
    buildService: ({ name }) => agencies.get(name)!,
    logger: { debug: () => undefined, info: () => undefined, warn: console.warn, error: console.error },
  }),
  persistedQueries: false,
  stopOnTerminationSignals: false,
});
await server.start();

const http = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    void server
      .executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: 'POST',
          headers: new HeaderMap([['content-type', 'application/json']]),
          search: '',
          body: JSON.parse(Buffer.concat(chunks).toString()) as unknown,
        },
        context: () => Promise.resolve({}),
      })
      .then(({ body, headers, status }) => {
        response.writeHead(status ?? 200, Object.fromEntries(headers));
        return response.end(body.kind === 'complete' ? body.string : '');
      });
  });
});
http.listen(0, '127.0.0.1', () => {
  const { port } = http.address() as AddressInfo;
  reportToParent({ url: `http://127.0.0.1:${port}/graphql`, headers: {} }, async () => {
    http.close();
    await server.stop();
    await database.close();
  });
});
