import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
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
import { EVERY_ROW_SCOPE } from './dataset.ts';

const SUBGRAPHS = ['traffic', 'checkpoint', 'mediation', 'oversight'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

const cursors = createCursorSealer(Buffer.alloc(32, 1));

/** The product's agencies as peers run them: its schemas, resolvers and readers, without agreements, masks or log. */
export async function openBareAgencies(): Promise<{
  readonly supergraphSdl: string;
  readonly schemas: ReadonlyMap<SubgraphName, GraphQLSchema>;
}> {
  const documents = await readSchemaFolder(join(import.meta.dirname, '..', '..', 'schema'), SUBGRAPHS);
  const schemas = SUBGRAPHS.map((name, at) => {
    const document = stripClassified(documents[at]!.document);
    const schema = buildAgencySchema(name, document, listEntityKeys(document), resolversBySubgraph[name]);
    return [name, schema] as const;
  });
  return { supergraphSdl: composeSupergraph(documents), schemas: new Map(schemas) };
}

/**
 * What an agency's resolvers find in their context, for one operation, and how it ends: every row is open. Rows are read
 * whole unless `asked` says what is asked for.
 */
export function openBareContext<Name extends SubgraphName>(
  name: Name,
  { app: pool, signer }: Database,
  asked?: ReadonlyMap<string, ReadonlySet<string>>,
) {
  const session = openSession({ pool, signer, scope: EVERY_ROW_SCOPE });
  const read = openReader(name, {
    session,
    scope: EVERY_ROW_SCOPE,
    ...(asked && { asked }),
    cursors,
    grantDigest: '',
    bucketOf: () => null,
    statistics: { ruleOf: () => null, mayGroupBy: () => true },
    findSubjects: () => [],
    agency: '',
    caseReference: null,
    nowMs: 0,
  });
  return { context: { read }, close: () => session.close() };
}
