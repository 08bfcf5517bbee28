import { Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql';

/** What a schema says of its entities. */
export interface EntityKeys {
  /** Object types that other agencies may refer to. */
  readonly types: readonly string[];
  /** Coordinates that some key is made of: the gateway reads them to join, whoever asks. */
  readonly coordinates: ReadonlySet<string>;
}

/** Reads the `@key` directives of one agency's schema. */
export function listEntityKeys(document: DocumentNode): EntityKeys {
  const types = new Set<string>();
  const coordinates = new Set<string>();
  const fieldTypes = listFieldTypes(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION)
      continue;
    for (const directive of definition.directives ?? []) {
      if (directive.name.value !== 'key') continue;
      types.add(definition.name.value);
      const fields = directive.arguments?.find(({ name }) => name.value === 'fields')?.value;
      if (fields?.kind === Kind.STRING) addKey(definition.name.value, parseFieldSet(fields.value));
    }
  }
  return { types: [...types], coordinates };

  function addKey(typeName: string, set: SelectionSetNode): void {
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FIELD) continue;
      const coordinate = `${typeName}.${selection.name.value}`;
      coordinates.add(coordinate);
      const below = fieldTypes.get(coordinate);
      if (selection.selectionSet !== undefined && below !== undefined) addKey(below, selection.selectionSet);
    }
  }
}

function listFieldTypes(document: DocumentNode): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION)
      continue;
    for (const { name, type } of definition.fields ?? []) {
      let named = type;
      while (named.kind !== Kind.NAMED_TYPE) named = named.type;
      types.set(`${definition.name.value}.${name.value}`, named.name.value);
    }
  }
  return types;
}

function parseFieldSet(fields: string): SelectionSetNode {
  const [definition] = parse(`{${fields}}`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION
    ? definition.selectionSet
    : { kind: Kind.SELECTION_SET, selections: [] };
}
