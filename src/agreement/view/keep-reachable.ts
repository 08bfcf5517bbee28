import { Kind, visit, type DefinitionNode, type DocumentNode } from 'graphql';

/** The types that the roots lead to, and what implements them. */
export function keepReachable(
  definitions: readonly DefinitionNode[],
  roots: readonly string[],
): DocumentNode {
  const byName = new Map(
    definitions.flatMap((definition) =>
      'name' in definition && definition.name !== undefined
        ? [[definition.name.value, definition] as const]
        : [],
    ),
  );
  const reached = new Set<string>();
  const waiting = [...roots];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const definition = byName.get(name);
    if (definition === undefined || reached.has(name)) continue;
    reached.add(name);
    visit(definition, { NamedType: (type) => void waiting.push(type.name.value) });
    if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION) waiting.push(...implementersOf(name));
  }
  const kept = [...byName].filter(
    ([name, { kind }]) => reached.has(name) || kind === Kind.DIRECTIVE_DEFINITION,
  );
  return { kind: Kind.DOCUMENT, definitions: withRoots(kept.map(([, definition]) => definition)) };

  function implementersOf(parent: string): readonly string[] {
    return [...byName].flatMap(([name, definition]) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
      definition.interfaces?.some((type) => type.name.value === parent) === true
        ? [name]
        : [],
    );
  }

  // Where not one root field is open, the query type is still there: its `__typename` may be asked for.
  function withRoots(found: readonly DefinitionNode[]): readonly DefinitionNode[] {
    const [query] = roots;
    if (query === undefined || reached.has(query)) return found;
    return [...found, { kind: Kind.OBJECT_TYPE_DEFINITION, name: { kind: Kind.NAME, value: query } }];
  }
}
