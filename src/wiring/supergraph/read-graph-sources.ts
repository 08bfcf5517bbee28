import { readFile } from 'node:fs/promises';
import { print } from 'graphql';
import type { SubgraphDocument } from '../../agreement/index.ts';
import { LukouError, canonicalJson, sha256Hex } from '../../base/index.ts';
import { SHARED_SCHEMA, type SchemaOfSubgraph, listSubgraphs, readSchemas } from './list-subgraphs.ts';
import type { Reach } from './listed-subgraph.ts';

/** How a subgraph elsewhere is reached, with the contents of the files that its entry names. */
type OpenReach = Omit<Reach, 'tls'> & {
  readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
};

/** One subgraph, and what its files say. */
export type GraphPart = SubgraphDocument &
  ({ readonly kind: 'local' } | { readonly kind: 'remote' | 'foreign'; readonly reach: OpenReach });

/** Everything that a graph is made from, as its files say it now. */
export interface GraphSources {
  readonly parts: readonly GraphPart[];
  /** Changes whenever any of it does. */
  readonly digest: string;
}

/** The files that a graph is made from. A supergraph file that cannot be read names none but itself. */
export async function listGraphFiles(supergraphPath: string | undefined): Promise<readonly string[]> {
  const listed = await listSubgraphs(supergraphPath).catch((error: unknown) => {
    if (error instanceof LukouError) return [];
    throw error;
  });
  return [
    SHARED_SCHEMA,
    ...(supergraphPath === undefined ? [] : [supergraphPath]),
    ...listed.flatMap((entry) => [entry.schemaPath, ...Object.values(entry.tlsPaths)]),
  ];
}

/**
 * Reads what a graph is made from: the subgraphs that a supergraph file lists, or else the four that come with Lukou.
 *
 * @throws LukouError SETTING_INVALID where the supergraph file is wrong, SCHEMA_INVALID where a schema file is.
 */
export async function readGraphSources(supergraphPath: string | undefined): Promise<GraphSources> {
  const parts = await Promise.all((await readSchemas(supergraphPath)).map(readPart));
  const contents = parts.map(({ document, ...rest }) => ({ ...rest, schema: print(document) }));
  return { parts, digest: sha256Hex(canonicalJson(contents)) };
}

async function readPart(entry: SchemaOfSubgraph): Promise<GraphPart> {
  const { kind, name, document } = entry;
  if (kind === 'local') return { kind, name, document };
  const { tls: _, ...reach } = entry.reach;
  const tls = Object.fromEntries(
    await Promise.all(
      Object.entries(entry.tlsPaths).map(async ([key, path]) => [key, await readPem(path)] as const),
    ),
  );
  return { kind, name, document, reach: { ...reach, ...(Object.keys(tls).length > 0 && { tls }) } };
}

async function readPem(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LukouError('SETTING_INVALID', `The certificate file ${path} cannot be read.`, { cause });
  });
}
