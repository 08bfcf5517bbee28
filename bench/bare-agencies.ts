// The product's agencies as peers run them: its schemas, resolvers and readers, without agreements, masks or log.
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { resolversBySubgraph } from '../resolvers/index.ts';
import { stripClassified, type SubgraphDocument } from '../src/agreement/index.ts';
import { buildAgencySchema, listEntityKeys } from '../src/federation/index.ts';
import { createCursorSealer, openReader, readSchemaFolder, type Readers } from '../src/storage/index.ts';

/** What a reader is born with. */
type Ground = Parameters<typeof openReader>[1];

export const SUBGRAPHS = ['traffic', 'checkpoint', 'mediation', 'oversight'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** A row scope that opens every row of a type. */
export const EVERY_ROW = { divisions: [''], notBefore: null, withheldUsages: [], ties: [] };

/** The agencies' schema files, in the order of {@link SUBGRAPHS}. */
export function readDocuments(): Promise<readonly SubgraphDocument[]> {
  return readSchemaFolder(join(import.meta.dirname, '..', 'schema'), SUBGRAPHS);
}

/** The agencies' schemas with their resolvers. */
export function buildBareSchemas(
  documents: readonly SubgraphDocument[],
): ReadonlyMap<SubgraphName, GraphQLSchema> {
  return new Map(
    SUBGRAPHS.map((name, at) => {
      const document = stripClassified(documents[at]!.document);
      return [
        name,
        buildAgencySchema(name, document, listEntityKeys(document), resolversBySubgraph[name]),
      ] as const;
    }),
  );
}

const cursors = createCursorSealer(Buffer.alloc(32, 1));

/** The reader of one operation of an agency, for nobody in particular. */
export function openBareReader<Name extends keyof Readers>(
  name: Name,
  ground: Pick<Ground, 'session' | 'scope' | 'asked'>,
): Readers[Name] {
  return openReader(name, {
    ...ground,
    cursors,
    grantDigest: '',
    bucketOf: () => null,
    statistics: { ruleOf: () => null, mayGroupBy: () => true },
    findSubjects: () => [],
    agency: '',
    caseReference: null,
    nowMs: 0,
  });
}
