import { Kind, parse, type ConstDirectiveNode, type DocumentNode, type SelectionSetNode } from 'graphql';

/** How one subgraph knows one type, as the supergraph says. */
export interface TypeJoins {
  /** What an entity of the type can be asked for by. */
  readonly keys: readonly SelectionSetNode[];
  /** Its fields that need other agencies' fields first (`@requires`). */
  readonly requiring: ReadonlySet<string>;
}

/** Finds what a subgraph, by its own name, says of a type. */
export type FindTypeJoins = (subgraph: string, typeName: string) => TypeJoins;

interface OpenJoins {
  readonly keys: SelectionSetNode[];
  readonly requiring: Set<string>;
}

/** Reads the `join__` directives of a supergraph's types; null where no field requires another. */
export function readTypeJoins(document: DocumentNode): FindTypeJoins | null {
  const known = new Map<string, OpenJoins>();
  const names = new Map<unknown, string>();

  for (const definition of document.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const { name, directives } of definition.values ?? [])
      for (const join of named(directives, 'join__graph'))
        names.set(name.value, String(argument(join, 'name') ?? name.value));
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    const typeName = definition.name.value;
    for (const join of named(definition.directives, 'join__type')) {
      const key = argument(join, 'key');
      if (typeof key === 'string') open(join, typeName).keys.push(readFieldSet(key));
    }
    for (const field of definition.fields ?? [])
      for (const join of named(field.directives, 'join__field'))
        if (typeof argument(join, 'requires') === 'string')
          open(join, typeName).requiring.add(field.name.value);
  }
  if (![...known.values()].some(({ requiring }) => requiring.size > 0)) return null;
  return (subgraph, typeName) => known.get(`${subgraph} ${typeName}`) ?? { keys: [], requiring: new Set() };

  function open(join: ConstDirectiveNode, typeName: string): OpenJoins {
    const place = `${names.get(argument(join, 'graph'))} ${typeName}`;
    let joins = known.get(place);
    if (joins === undefined) known.set(place, (joins = { keys: [], requiring: new Set() }));
    return joins;
  }
}

function named(directives: readonly ConstDirectiveNode[] = [], name: string): readonly ConstDirectiveNode[] {
  return directives.filter((directive) => directive.name.value === name);
}

function argument({ arguments: list = [] }: ConstDirectiveNode, name: string): unknown {
  const value = list.find((each) => each.name.value === name)?.value;
  return value !== undefined && 'value' in value ? value.value : undefined;
}

function readFieldSet(fieldSet: string): SelectionSetNode {
  const [definition] = parse(`{${fieldSet}}`, { noLocation: true }).definitions;
  return (definition as { readonly selectionSet: SelectionSetNode }).selectionSet;
}
