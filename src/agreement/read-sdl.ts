import {
  Kind,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from 'graphql';

export type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

interface Decorated {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** The types that every subgraph may define, and that no one agency owns. */
export const ROOT_TYPES: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

export function directivesOf(node: Decorated, name: string): readonly ConstDirectiveNode[] {
  return (node.directives ?? []).filter((directive) => directive.name.value === name);
}

export function hasDirective(node: Decorated, name: string): boolean {
  return directivesOf(node, name).length > 0;
}

/** The argument as it is written; undefined where it is left out. */
export function argumentOf(directive: ConstDirectiveNode | undefined, name: string): unknown {
  const argument = directive?.arguments?.find((candidate) => candidate.name.value === name);
  return argument === undefined ? undefined : valueFromASTUntyped(argument.value);
}

/** The argument as a list of texts; a single text is a list of one. */
export function textsOf(directive: ConstDirectiveNode | undefined, name: string): readonly string[] {
  const value = argumentOf(directive, name);
  return [value].flat().filter((item) => typeof item === 'string');
}

/** Every definition and extension of an object type. */
export function objectNodes(document: DocumentNode): readonly ObjectNode[] {
  return document.definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
}

/** Every field of every object type, in the order of the document. */
export function objectFields(
  document: DocumentNode,
): readonly { readonly type: ObjectNode; readonly field: FieldDefinitionNode; readonly name: string }[] {
  return objectNodes(document).flatMap((type) =>
    (type.fields ?? []).map((field) => ({ type, field, name: `${type.name.value}.${field.name.value}` })),
  );
}

export function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}

export function isListType(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isListType(type.type));
}

/** The names in every `@key` of the node; a nested key keeps its braces and so names no field. */
export function keyFieldsOf(node: ObjectNode): readonly string[] {
  return directivesOf(node, 'key').flatMap((key) =>
    textsOf(key, 'fields').flatMap((fields) => fields.split(/[\s,]+/).filter((field) => field !== '')),
  );
}

/** The agency named by `@owner` on the schema; undefined where none is. */
export function ownerOf(document: DocumentNode): string | undefined {
  const schemas = document.definitions.filter(
    (node) => node.kind === Kind.SCHEMA_EXTENSION || node.kind === Kind.SCHEMA_DEFINITION,
  );
  return textsOf(schemas.flatMap((schema) => directivesOf(schema, 'owner'))[0], 'agency')[0];
}
