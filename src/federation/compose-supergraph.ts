import { composeServices } from '@theguild/federation-composition';
import type { DocumentNode } from 'graphql';
import { stripClassified } from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';

/** One agency's schema: its own file and the shared directives, parsed as one document. */
export interface SubgraphSchema {
  readonly name: string;
  readonly document: DocumentNode;
}

/** What keeps schemas from joining. */
export interface CompositionProblem {
  /** The subgraph at fault; null where it is the whole. */
  readonly subgraph: string | null;
  /** Composition's own code, in capitals. */
  readonly rule: string;
  readonly message: string;
}

/** A supergraph, or what is in its way. */
export type Composition =
  | { readonly supergraphSdl: string; readonly problems: readonly [] }
  | { readonly supergraphSdl: null; readonly problems: readonly CompositionProblem[] };

/** One supergraph, as SDL, from every agency's schema. Classified items are stripped first. */
export function joinSchemas(subgraphs: readonly SubgraphSchema[]): Composition {
  const repeated = findRepeatedName(subgraphs);
  if (repeated !== undefined) {
    const message = `Two subgraphs are called ${repeated}. Give each its own name.`;
    return {
      supergraphSdl: null,
      problems: [{ subgraph: repeated, rule: 'SUBGRAPH_NAME_REPEATED', message }],
    };
  }
  const names = subgraphs.map(({ name }) => name);
  const composed = composeServices(
    subgraphs.map(({ name, document }) => ({ name, typeDefs: stripClassified(document) })),
  );
  if (composed.errors === undefined) return { supergraphSdl: composed.supergraphSdl, problems: [] };
  return {
    supergraphSdl: null,
    problems: composed.errors.map(({ message, extensions }) =>
      toProblem(message, extensions?.['code'], names),
    ),
  };
}

/**
 * The same, where it must succeed.
 *
 * @throws LukouError SCHEMA_INVALID listing everything that keeps the schemas from joining.
 */
export function composeSupergraph(subgraphs: readonly SubgraphSchema[]): string {
  const { supergraphSdl, problems } = joinSchemas(subgraphs);
  if (supergraphSdl !== null) return supergraphSdl;
  const lines = problems.map(({ subgraph, message }) => {
    const text = subgraph === null ? message : `${subgraph}: ${message}`;
    return `- ${text.replaceAll('\n', '\n  ')}`;
  });
  throw new LukouError('SCHEMA_INVALID', `The agencies' schemas do not join:\n${lines.join('\n')}`);
}

// Composition writes the subgraph at fault into the text: "[roads] ...".
function toProblem(text: string, code: unknown, names: readonly string[]): CompositionProblem {
  const [, named = '', message = text] = /^\[([^\]]+)\] ([^]*)$/.exec(text) ?? [];
  return {
    subgraph: names.includes(named) ? named : null,
    rule: typeof code === 'string' ? code : 'COMPOSITION',
    message: names.includes(named) ? message : text,
  };
}

function findRepeatedName(subgraphs: readonly SubgraphSchema[]): string | undefined {
  const names = subgraphs.map(({ name }) => name);
  return names.find((name, index) => names.indexOf(name) !== index);
}
