import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { composeServices } from '@theguild/federation-composition';
import {
  buildClientSchema,
  getIntrospectionQuery,
  graphql,
  parse,
  printSchema,
  type IntrospectionQuery,
} from 'graphql';
import {
  buildAgencySchema,
  listEntityKeys,
  readSupergraph,
  type AgencyResolvers,
} from '../../src/federation/index.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';

const notes: string[] = [];
const AGENCIES: Readonly<Record<string, { sdl: string; resolvers: AgencyResolvers }>> = {
  roads: {
    sdl: `${LINK} type Query { roads: [Road!] } type Mutation { note(text: String!): Int } type Road @key(fields: "code") { code: ID! name: String }`,
    resolvers: {
      Query: { roads: () => [{ code: 'G10', name: 'east' }] },
      Mutation: { note: (_root: unknown, { text }: { text: string }) => notes.push(text) },
    },
  },
  flow: {
    sdl: `${LINK} type Road @key(fields: "code") { code: ID! vehicles: Int }`,
    resolvers: { Road: { vehicles: () => 308 } },
  },
};

const QUERY = '{ roads { name vehicles } }';
const ROADS = { roads: [{ name: 'east', vehicles: 308 }] };

describe('serve-supergraph', () => {
  let agencies: Server;
  let folder: string;
  let supergraphSdl: string;
  let child: ChildProcess;
  let url: string;

  beforeAll(async () => {
    agencies = await serveAgencies();
    const origin = `http://127.0.0.1:${(agencies.address() as AddressInfo).port}`;
    const { supergraphSdl: sdl, errors } = composeServices(
      Object.entries(AGENCIES).map(([name, agency]) => ({
        name,
        typeDefs: parse(agency.sdl),
        url: `${origin}/${name}`,
      })),
    );
    if (sdl === undefined) throw new Error(String(errors));
    supergraphSdl = sdl;
    folder = await mkdtemp(join(tmpdir(), 'lukou-supergraph-'));
    await writeFile(join(folder, 'supergraph.graphql'), supergraphSdl);
    child = spawn(process.execPath, [
      join(import.meta.dirname, 'serve-supergraph.ts'),
      '--supergraph',
      join(folder, 'supergraph.graphql'),
      '--port',
      '0',
    ]);
    const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
    url = /^ready (http:\/\/127\.0\.0\.1:\d+\/graphql)$/.exec(line)?.[1] ?? line;
  });

  afterAll(async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    agencies.closeAllConnections();
    agencies.close();
    await rm(folder, { recursive: true });
  });

  async function ask(query: string): Promise<{ data?: unknown; errors?: unknown }> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as { data?: unknown; errors?: unknown };
  }

  it('says where it is ready, and answers from the subgraphs at their own addresses', async () => {
    expect(url).toMatch(/^http/);
    const { data, errors } = await ask(QUERY);
    expect({ data, errors }).toEqual({ data: ROADS, errors: undefined });
  });

  it('answers GET, and its health', async () => {
    const response = await fetch(`${url}?query=${encodeURIComponent(QUERY)}`, {
      headers: { 'content-type': 'application/json' },
    });
    expect(await response.json()).toMatchObject({ data: ROADS });
    expect((await fetch(url.replace('/graphql', '/health'))).status).toBe(200);
  });

  it('runs mutations', async () => {
    expect(await ask('mutation { a: note(text: "a") b: note(text: "b") }')).toMatchObject({
      data: { a: 1, b: 2 },
    });
    expect(notes).toEqual(['a', 'b']);
  });

  it('answers introspection with the consumer schema', async () => {
    const { consumerSchema } = readSupergraph(supergraphSdl, {});
    const { data } = await ask(getIntrospectionQuery({ descriptions: false }));
    const shown = buildClientSchema(data as IntrospectionQuery);
    expect(printSchema(shown)).toBe(printSchema(consumerSchema));
  });
});

/** Both agencies as plain GraphQL servers. */
async function serveAgencies(): Promise<Server> {
  const schemas = new Map(
    Object.entries(AGENCIES).map(([name, { sdl, resolvers }]) => {
      const document = parse(sdl);
      return [`/${name}`, buildAgencySchema(name, document, listEntityKeys(document), resolvers)];
    }),
  );
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
        query: string;
        variables: Record<string, unknown>;
      };
      const schema = schemas.get(request.url ?? '');
      if (schema === undefined) return response.writeHead(404).end();
      void graphql({ schema, source: query, variableValues: variables }).then((answer) =>
        response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)),
      );
      return undefined;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
