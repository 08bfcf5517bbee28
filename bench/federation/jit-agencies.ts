import { parse, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { SubgraphDocument } from '../../src/agreement/index.ts';
import { buildBareSchemas } from '../bare-agencies.ts';
import { openMemoryReader } from './memory-reader.ts';

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

/** Every agency behind graphql-jit, without agreements or masks. */
export function openJitAgencies(documents: readonly SubgraphDocument[]): ReadonlyMap<string, JitRunner> {
  return new Map(
    [...buildBareSchemas(documents)].map(([name, schema]) => [
      name,
      runWithJit(schema, () => openMemoryReader(name)),
    ]),
  );
}
