import type { DocumentNode } from 'graphql';
import type { Backing } from '../catalogue.ts';
import { SENSITIVITIES, type Sensitivity } from '../codes.ts';
import { collectBackings } from '../collect-backings.ts';
import { directivesOf, hasDirective, objectFields, objectNodes, textsOf } from '../read-sdl.ts';

/** What a published schema says of control: who decides about a field, how far it goes, what an input tests. */
export interface PublishedFacts {
  /** By coordinate. */
  readonly owners: ReadonlyMap<string, string>;
  /** By coordinate. */
  readonly sensitivities: ReadonlyMap<string, Sensitivity>;
  /** By place of the input. */
  readonly backings: ReadonlyMap<string, readonly Backing[]>;
  /** Types whose fields are granted with the field that returns them. */
  readonly structures: ReadonlySet<string>;
}

/** Reads the facts; null where the schema was published without them. */
export function readPublishedFacts(document: DocumentNode): PublishedFacts | null {
  const fields = objectFields(document);
  const typeOwners = new Map(
    objectNodes(document).flatMap((type) => ownerOf(type).map((owner) => [type.name.value, owner] as const)),
  );
  const sensitivities = fields.flatMap(({ field, name }) => {
    const [level] = textsOf(directivesOf(field, 'sensitivity')[0], 'level');
    const known = SENSITIVITIES.find((candidate) => candidate === level);
    return known === undefined ? [] : [[name, known] as const];
  });
  if (sensitivities.length === 0) return null;
  return {
    owners: new Map(
      fields.flatMap(({ type, field, name }) => {
        const owner = ownerOf(field)[0] ?? typeOwners.get(type.name.value);
        return owner === undefined ? [] : [[name, owner] as const];
      }),
    ),
    sensitivities: new Map(sensitivities),
    backings: new Map(collectBackings(document)),
    structures: new Set(
      objectNodes(document).flatMap((type) => (hasDirective(type, 'structure') ? [type.name.value] : [])),
    ),
  };
}

function ownerOf(node: Parameters<typeof directivesOf>[0]): readonly string[] {
  return textsOf(directivesOf(node, 'owner')[0], 'agency');
}
