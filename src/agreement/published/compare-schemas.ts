import { buildASTSchema, Kind, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LukouError } from '../../base/index.ts';
import { listAdditions } from './addition-changes.ts';
import { listFactChanges } from './fact-changes.ts';
import { listGraphqlChanges } from './graphql-changes.ts';
import { OF_DIRECTIVES } from './publish-schema.ts';
import { readPublishedFacts } from './read-facts.ts';
import type { SchemaChange } from './schema-change.ts';

/** What changed between two published schemas. */
export interface SchemaChanges {
  /** The heaviest first, and in order of coordinate. */
  readonly changes: readonly SchemaChange[];
  /** Whether both sides say owners, sensitivities and backed inputs, so that these were compared too. */
  readonly factsCompared: boolean;
}

const WEIGHTS = ['breaking', 'dangerous', 'safe'] as const;

/**
 * Compares two schemas as clients see them, with the facts of control where both were published with them
 * (`lukou compose --public`).
 *
 * @throws LukouError SCHEMA_INVALID where one refers to what it does not define.
 */
export function compareSchemas(before: DocumentNode, after: DocumentNode): SchemaChanges {
  const [was, is] = [before, after].map(asSeen) as [GraphQLSchema, GraphQLSchema];
  const [wereFacts, areFacts] = [readPublishedFacts(before), readPublishedFacts(after)];
  const factsCompared = wereFacts !== null && areFacts !== null;
  const changes = [
    ...listGraphqlChanges(was, is),
    ...listAdditions(was, is),
    ...(factsCompared ? listFactChanges(wereFacts, areFacts) : []),
  ];
  return { changes: changes.toSorted(byWeightAndPlace), factsCompared };
}

function asSeen({ definitions }: DocumentNode): GraphQLSchema {
  const seen = definitions.filter(
    (node) =>
      node.kind !== Kind.DIRECTIVE_DEFINITION &&
      !(node.kind === Kind.ENUM_TYPE_DEFINITION && OF_DIRECTIVES.has(node.name.value)),
  );
  try {
    return buildASTSchema(
      { kind: Kind.DOCUMENT, definitions: seen },
      { assumeValid: true, assumeValidSDL: true },
    );
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'it cannot be read';
    throw new LukouError('SCHEMA_INVALID', `It is no whole schema: ${reason}`, { cause });
  }
}

function byWeightAndPlace(a: SchemaChange, b: SchemaChange): number {
  const order = WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight);
  if (order !== 0) return order;
  return a.coordinate < b.coordinate ? -1 : a.coordinate > b.coordinate ? 1 : 0;
}
