import { composeServices } from '@theguild/federation-composition';
import type { DocumentNode } from 'graphql';
import { stripClassified } from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';

/** One agency's schema: its own file and the shared directives, parsed as one document. */
export interface SubgraphSchema {
  readonly name: string;
  readonly document: DocumentNode;
}

/**
 * One supergraph, as SDL, from every agency's schema. Classified items are stripped first.
 *
 * Throws SCHEMA_INVALID listing everything that keeps the schemas from joining.
 */
export function composeSupergraph(subgraphs: readonly SubgraphSchema[]): string {
  const services = subgraphs.map(({ name, document }) => ({ name, typeDefs: stripClassified(document) }));
  refuseRepeatedNames(services);
  const composed = composeServices(services);
  if (composed.errors !== undefined) {
    const problems = composed.errors.map(({ message }) => `- ${message.replaceAll('\n', '\n  ')}`);
    throw new LukouError('SCHEMA_INVALID', `The agencies' schemas do not join:\n${problems.join('\n')}`);
  }
  return composed.supergraphSdl;
}

function refuseRepeatedNames(services: readonly { readonly name: string }[]): void {
  const names = services.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    throw new LukouError('SCHEMA_INVALID', `Two subgraphs are called ${repeated}. Give each its own name.`);
  }
}
