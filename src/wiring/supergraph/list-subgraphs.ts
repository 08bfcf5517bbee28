import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { SubgraphDocument } from '../../agreement/index.ts';
import { LukouError } from '../../base/index.ts';
import { readSchemaFile } from '../../storage/index.ts';
import { SUBGRAPHS } from '../subgraph-names.ts';
import type { ListedSubgraph } from './listed-subgraph.ts';
import { readSupergraphFile } from './supergraph-file.ts';

const SCHEMA_FOLDER = join(import.meta.dirname, '..', '..', '..', 'schema');

/** What every schema file is joined with. */
export const SHARED_SCHEMA = join(SCHEMA_FOLDER, 'directives.graphql');

/** A listed subgraph with absolute paths. */
export type LocatedSubgraph = ListedSubgraph & {
  readonly schemaPath: string;
  /** By the key of the entry's `tls`. */
  readonly tlsPaths: Readonly<Record<string, string>>;
};

/** A listed subgraph with its schema, joined with what all share. */
export type SchemaOfSubgraph = LocatedSubgraph & SubgraphDocument;

/**
 * The subgraphs that a supergraph file lists; without a file, the four that come with Lukou, in this process.
 *
 * @throws LukouError SETTING_INVALID where the file is wrong.
 */
export async function listSubgraphs(supergraphPath: string | undefined): Promise<readonly LocatedSubgraph[]> {
  if (supergraphPath === undefined)
    return SUBGRAPHS.map((name) => locate({ kind: 'local', name, schema: null }, SCHEMA_FOLDER));
  const text = await readFile(supergraphPath, 'utf8').catch((cause: unknown) => {
    throw new LukouError('SETTING_INVALID', `The supergraph file ${supergraphPath} cannot be read.`, {
      cause,
    });
  });
  const listed = readSupergraphFile(text, basename(supergraphPath));
  return listed.map((entry) => locate(entry, dirname(resolve(supergraphPath))));
}

/**
 * The same with their schemas.
 *
 * @throws LukouError also SCHEMA_INVALID where a schema file cannot be read.
 */
export async function readSchemas(supergraphPath: string | undefined): Promise<readonly SchemaOfSubgraph[]> {
  const listed = await listSubgraphs(supergraphPath);
  return Promise.all(
    listed.map(async (entry) => ({
      ...entry,
      document: (await readSchemaFile(entry.name, entry.schemaPath, SHARED_SCHEMA)).document,
    })),
  );
}

function locate(entry: ListedSubgraph, folder: string): LocatedSubgraph {
  const { kind, name, schema } = entry;
  const isShipped = SUBGRAPHS.some((shipped) => shipped === name);
  if (kind === 'local' && !isShipped)
    throw new LukouError(
      'SETTING_INVALID',
      `${name} cannot be local: this process has ${SUBGRAPHS.join(', ')}. Give the "url" where it is served.`,
    );
  if (schema === null && !isShipped)
    throw new LukouError('SETTING_INVALID', `${name} does not come with Lukou: name its file with "schema".`);
  const tls = kind === 'local' ? {} : (entry.reach.tls ?? {});
  return {
    ...entry,
    schemaPath: schema === null ? join(SCHEMA_FOLDER, `${name}.graphql`) : resolve(folder, schema),
    tlsPaths: Object.fromEntries(
      Object.entries(tls).flatMap(([key, path]) =>
        path === undefined ? [] : [[key, resolve(folder, path)]],
      ),
    ),
  };
}
