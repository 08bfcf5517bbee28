import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { Kind, parse, type DocumentNode } from 'graphql';
import { LukouError } from '../base/index.ts';

/**
 * A schema as clients see it: a published one as it is, a supergraph without what joins it and what is inaccessible.
 *
 * @throws LukouError SCHEMA_INVALID where the text is no schema.
 */
export function readPublicSchema(sdl: string): DocumentNode {
  try {
    const document = parse(sdl, { noLocation: true });
    return isSupergraph(document) ? transformSupergraphToPublicSchema(document) : document;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'It cannot be read.';
    throw new LukouError('SCHEMA_INVALID', `It is neither a schema nor a supergraph: ${reason}`, { cause });
  }
}

function isSupergraph({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
}
