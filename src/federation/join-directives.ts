import { Kind, type ConstDirectiveNode, type DirectiveNode, type DocumentNode } from 'graphql';

/** A scalar argument of a directive, as it is written; undefined where it has none, or a list or an object. */
export function readArgument({ arguments: list = [] }: DirectiveNode, name: string): unknown {
  const value = list.find((argument) => argument.name.value === name)?.value;
  return value !== undefined && 'value' in value ? value.value : undefined;
}

/** The directives of one name, in order. */
export function directivesNamed(
  directives: readonly ConstDirectiveNode[] = [],
  name: string,
): readonly ConstDirectiveNode[] {
  return directives.filter((directive) => directive.name.value === name);
}

/**
 * The subgraphs' own names, which plans use, by the names that `join__` directives have for them; null where the document
 * is no supergraph.
 */
export function readGraphNames({ definitions }: DocumentNode): ReadonlyMap<string, string> | null {
  for (const definition of definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    return new Map(
      (definition.values ?? []).map(({ name: { value: graph }, directives }) => {
        const [join] = directivesNamed(directives, 'join__graph');
        const own = join === undefined ? undefined : readArgument(join, 'name');
        return [graph, typeof own === 'string' ? own : graph];
      }),
    );
  }
  return null;
}
