import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { isTypeDefinitionNode, Kind, parse, type DocumentNode } from 'graphql';
import { LukouError } from '../base/index.ts';
import { readGraphNames } from './join-directives.ts';

/**
 * A schema as clients see it: a published one as it is, a supergraph without what joins it and what is inaccessible.
 *
 * @throws LukouError SCHEMA_INVALID where the text is no schema.
 */
export function readPublicSchema(sdl: string): DocumentNode {
  try {
    const document = parse(sdl, { noLocation: true });
    return readGraphNames(document) === null ? document : toPublicSchema(document);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'It cannot be read.';
    throw new LukouError('SCHEMA_INVALID', `It is neither a schema nor a supergraph: ${reason}`, { cause });
  }
}

/** A supergraph as clients see it: without what joins it, and without what is inaccessible. */
export function toPublicSchema(supergraph: DocumentNode): DocumentNode {
  const document = transformSupergraphToPublicSchema(supergraph);
  const names = new Set(
    document.definitions.filter(isTypeDefinitionNode).map(({ name: { value } }) => value),
  );
  // The names of types that were taken out still stand in unions.
  const definitions = document.definitions.map((definition) => {
    if (definition.kind !== Kind.UNION_TYPE_DEFINITION || definition.types === undefined) return definition;
    const types = definition.types.filter(({ name }) => names.has(name.value));
    if (types.length === 0) throw new Error(`Every member of ${definition.name.value} is inaccessible.`);
    return { ...definition, types };
  });
  return { ...document, definitions };
}
