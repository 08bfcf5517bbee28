// Hive's gateway runtime with its plan executor, over the same agencies. Installed on demand: npm ci --prefix bench/peers
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { print, type DocumentNode } from 'graphql';
import { composeSupergraph } from '../../src/federation/index.ts';
import { readDocuments } from '../bare-agencies.ts';
import { openJitAgencies } from './jit-agencies.ts';
import { requireData, servePeer } from './serve-peer.ts';

interface SubgraphCall {
  readonly document: DocumentNode;
  readonly variables?: Record<string, unknown>;
}

interface GatewayRuntime {
  fetch(url: string, init: object): Promise<Response>;
}

/** The little of both packages that is used here; they are not among this project's own dependencies. */
interface HiveRuntime {
  createGatewayRuntime(config: object): GatewayRuntime;
}

const peers = createRequire(join(import.meta.dirname, '..', 'peers', 'package.json'));
const load = async (name: string): Promise<unknown> => import(pathToFileURL(peers.resolve(name)).href);
const { createGatewayRuntime } = (await load('@graphql-hive/gateway-runtime')) as HiveRuntime;
const { unifiedGraphHandler } = (await load('@graphql-hive/router-runtime')) as {
  readonly unifiedGraphHandler: unknown;
};

const documents = await readDocuments();
const agencies = openJitAgencies(documents);
const texts = new WeakMap<DocumentNode, string>();
const gateway = createGatewayRuntime({
  supergraph: composeSupergraph(documents),
  unifiedGraphHandler,
  logging: false,
  maskedErrors: false,
  landingPage: false,
  graphiql: false,
  healthCheckEndpoint: false,
  readinessCheckEndpoint: false,
  transports: () => ({
    getSubgraphExecutor:
      ({ subgraphName }: { readonly subgraphName: string }) =>
      ({ document, variables }: SubgraphCall) =>
        agencies.get(subgraphName.toLowerCase())!(textOf(document), variables ?? {}),
  }),
});

servePeer(
  async (query) => {
    const response = await gateway.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return response.text();
  },
  (text) => requireData(JSON.parse(text) as object),
);

/** The plan keeps its documents, so each is printed once. */
function textOf(document: DocumentNode): string {
  let text = texts.get(document);
  if (text === undefined) texts.set(document, (text = print(document)));
  return text;
}
