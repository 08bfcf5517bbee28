import { Kind, parse, type ConstDirectiveNode, type DocumentNode, type SelectionSetNode } from 'graphql';
import { directivesNamed, readArgument, readGraphNames } from './join-directives.ts';

/** How one subgraph knows one type, as the supergraph says. */
export interface TypeJoins {
  /** Whether it knows an interface without the types that implement it (`@interfaceObject`). */
  readonly isInterfaceObject: boolean;
  /** What an entity of the type can be asked for by. */
  readonly keys: readonly SelectionSetNode[];
  /** Its fields that it answers itself, and that need no other agency's fields first (`@requires`). */
  readonly answered: ReadonlySet<string>;
}

/** What a subgraph, by its own name, says of a type; null where it does not know the type. */
export type FindTypeJoins = (subgraph: string, typeName: string) => TypeJoins | null;

/** What all subgraphs say of their types. */
export interface Joins {
  readonly find: FindTypeJoins;
  /** Whether any field requires another. */
  readonly hasRequirements: boolean;
  /** The names of the interfaces that a subgraph knows without their types. */
  interfaceObjectsOf(subgraph: string): readonly string[];
}

interface OpenJoins extends TypeJoins {
  isInterfaceObject: boolean;
  readonly keys: SelectionSetNode[];
  readonly answered: Set<string>;
}

/** Reads the `join__` directives of a supergraph's types. */
export function readJoins(document: DocumentNode): Joins {
  const known = new Map<string, Map<string, OpenJoins>>();
  const names = readGraphNames(document) ?? new Map<string, string>();
  let hasRequirements = false;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    const typeName = definition.name.value;
    for (const join of directivesNamed(definition.directives, 'join__type')) {
      const joins = open(join, typeName);
      const key = readArgument(join, 'key');
      if (typeof key === 'string' && readArgument(join, 'resolvable') !== false)
        joins.keys.push(readFieldSet(key));
      if (readArgument(join, 'isInterfaceObject') === true) joins.isInterfaceObject = true;
    }
    for (const { name, directives } of definition.fields ?? []) {
      const joins = directivesNamed(directives, 'join__field');
      // A field without any is of all who have the type.
      for (const join of joins.length > 0 ? joins : directivesNamed(definition.directives, 'join__type')) {
        const { keys, answered } = open(join, typeName);
        const doesRequire = typeof readArgument(join, 'requires') === 'string';
        const isOwn = readArgument(join, 'external') !== true || keys.some((key) => isIn(key, name.value));
        hasRequirements ||= doesRequire;
        if (isOwn && !doesRequire) answered.add(name.value);
      }
    }
  }
  return {
    find: (subgraph, typeName) => known.get(subgraph)?.get(typeName) ?? null,
    hasRequirements,
    interfaceObjectsOf: (subgraph) =>
      [...(known.get(subgraph) ?? [])].flatMap(([name, { isInterfaceObject }]) =>
        isInterfaceObject ? [name] : [],
      ),
  };

  function open(join: ConstDirectiveNode, typeName: string): OpenJoins {
    const subgraph = String(names.get(String(readArgument(join, 'graph'))));
    let ofTypes = known.get(subgraph);
    if (ofTypes === undefined) known.set(subgraph, (ofTypes = new Map()));
    let joins = ofTypes.get(typeName);
    if (joins === undefined) ofTypes.set(typeName, (joins = openJoins()));
    return joins;
  }
}

function openJoins(): OpenJoins {
  return { isInterfaceObject: false, keys: [], answered: new Set() };
}

function isIn({ selections }: SelectionSetNode, field: string): boolean {
  return selections.some((each) => each.kind === Kind.FIELD && each.name.value === field);
}

function readFieldSet(fieldSet: string): SelectionSetNode {
  const [definition] = parse(`{${fieldSet}}`, { noLocation: true }).definitions;
  return (definition as { readonly selectionSet: SelectionSetNode }).selectionSet;
}
