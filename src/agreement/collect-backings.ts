import { Kind, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import type { Backing } from './catalogue.ts';
import { USES } from './codes.ts';
import { argumentOf, directivesOf, objectFields, textsOf } from './read-sdl.ts';

/** What `@backs` says at every place where a caller can put a value, with an empty list where it says nothing. */
export function collectBackings(document: DocumentNode): readonly (readonly [string, readonly Backing[]])[] {
  const fromArguments = objectFields(document).flatMap(({ field, name }) =>
    (field.arguments ?? []).map((node) => [argumentPlace(name, node.name.value), backingsOf(node)] as const),
  );
  const fromTypes = document.definitions.flatMap((type) => {
    if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION || type.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION) {
      return (type.fields ?? []).map(
        (node) => [`${type.name.value}.${node.name.value}`, backingsOf(node)] as const,
      );
    }
    if (type.kind === Kind.ENUM_TYPE_DEFINITION || type.kind === Kind.ENUM_TYPE_EXTENSION) {
      return (type.values ?? []).map(
        (node) => [`${type.name.value}.${node.name.value}`, backingsOf(node)] as const,
      );
    }
    return [];
  });
  return [...fromArguments, ...fromTypes];
}

/** How an argument is named in the catalogue: `Query.roadSegments(first:)`. */
export function argumentPlace(coordinate: string, argument: string): string {
  return `${coordinate}(${argument}:)`;
}

/** Every `@backs` of a node. An ability that is not known counts as the one that is granted least: match. */
export function backingsOf(node: {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}): readonly Backing[] {
  return directivesOf(node, 'backs').flatMap((directive) => {
    const written = argumentOf(directive, 'as') ?? 'FILTER';
    const use = USES.find((known) => known.toUpperCase() === written) ?? 'match';
    return textsOf(directive, 'field').map((coordinate) => ({ coordinate, use }));
  });
}
