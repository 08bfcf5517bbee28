import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { createRemoteSubgraph } from '../../src/federation/index.ts';
import { openSupergraph } from './open-supergraph.ts';
import { readJoinGraphs } from './read-join-graphs.ts';

// Serves any Federation 2 supergraph on loopback, everything granted, the log in memory:
//
//   node test/conformance/serve-supergraph.ts --supergraph <file or URL> --port N
//
// It lives here because the product has no such switch.

const { values } = parseArgs({
  options: { supergraph: { type: 'string' }, port: { type: 'string', default: '0' } },
});
if (values.supergraph === undefined) {
  process.stderr.write('Say what to serve: --supergraph <file or URL> [--port N].\n');
  process.exit(2);
}

const supergraphSdl = await readSupergraphSdl(values.supergraph);
const subgraphs = readJoinGraphs(supergraphSdl).map((graph) => createRemoteSubgraph(graph));
const { app, close } = await openSupergraph(supergraphSdl, subgraphs, tellFault);
await app.listen({ host: '127.0.0.1', port: Number(values.port) });
const { port } = app.server.address() as AddressInfo;
process.stdout.write(`ready http://127.0.0.1:${port}/graphql\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void close().then(() => Promise.all(subgraphs.map((each) => each.close()))));
}

async function readSupergraphSdl(source: string): Promise<string> {
  if (!/^https?:/.test(source)) return readFile(source, 'utf8');
  const response = await fetch(source);
  if (!response.ok) throw new TypeError(`${source} answered ${response.status} instead of a supergraph.`);
  return response.text();
}

function tellFault(error: unknown): void {
  const cause = error instanceof Error && error.cause !== undefined ? ` (${String(error.cause)})` : '';
  process.stderr.write(`fault: ${String(error)}${cause}\n`);
}
