import { join } from 'node:path';
import { parse, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { resolversBySubgraph } from '../../resolvers/index.ts';
import { stripClassified, type SubgraphDocument } from '../../src/agreement/index.ts';
import { buildAgencySchema, listEntityKeys } from '../../src/federation/index.ts';
import { readSchemaFolder } from '../../src/storage/index.ts';
import { openMemoryReader } from './memory-reader.ts';

export const SUBGRAPHS = ['traffic', 'checkpoint', 'mediation', 'oversight'] as const;

/** The agencies' schema files, in the order of {@link SUBGRAPHS}. */
export function readDocuments(): Promise<readonly SubgraphDocument[]> {
  return readSchemaFolder(join(import.meta.dirname, '..', '..', 'schema'), SUBGRAPHS);
}

/** Runs operations of one schema, each compiled once. */
export type JitRunner = (
  operation: string,
  variables: Record<string, unknown>,
) => ReturnType<CompiledQuery['query']>;

/** A schema behind graphql-jit, each operation with a reader of its own. */
export function runWithJit(schema: GraphQLSchema, openRead: () => object): JitRunner {
  const compiled = new Map<string, CompiledQuery>();
  return (operation, variables) => {
    const known = compiled.get(operation) ?? compile(operation);
    return known.query(undefined, { read: openRead() }, variables);
  };

  function compile(operation: string): CompiledQuery {
    const query = compileQuery(schema, parse(operation), undefined, { disablingCapturingStackErrors: true });
    if (!isCompiledQuery(query)) throw new Error(`graphql-jit does not compile ${operation}`);
    compiled.set(operation, query);
    return query;
  }
}

/** Every agency as its peers run it: the product's schema and resolvers, without agreements or masks. */
export function openBareAgencies(documents: readonly SubgraphDocument[]): ReadonlyMap<string, JitRunner> {
  return new Map(
    SUBGRAPHS.map((name, at) => {
      const document = stripClassified(documents[at]!.document);
      const keys = listEntityKeys(document);
      const schema = buildAgencySchema(name, document, keys, resolversBySubgraph[name]);
      return [name, runWithJit(schema, () => openMemoryReader(name))];
    }),
  );
}
