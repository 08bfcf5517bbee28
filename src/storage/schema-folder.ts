import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'graphql';
import type { SubgraphDocument } from '../agreement/index.ts';

/** Reads the schema file of each subgraph, joined with the directives that all share. */
export async function readSchemaFolder(
  folder: string,
  names: readonly string[],
): Promise<readonly SubgraphDocument[]> {
  const shared = await readFile(join(folder, 'directives.graphql'), 'utf8');
  return Promise.all(
    names.map(async (name) => {
      const own = await readFile(join(folder, `${name}.graphql`), 'utf8');
      return { name, document: parse(`${shared}\n${own}`, { noLocation: true }) };
    }),
  );
}
