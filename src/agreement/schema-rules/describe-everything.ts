import { Kind, type FieldDefinitionNode, type StringValueNode, type TypeNode } from 'graphql';
import { keyFieldsOf, namedTypeOf, objectNodes, ROOT_TYPES, type ObjectNode } from '../read-sdl.ts';
import type { Finding, SchemaRule } from './schema-rule.ts';

const SELF_EXPLAINING: ReadonlySet<string> = new Set(['Int', 'Float', 'String', 'Boolean']);

/**
 * Descriptions are the public documentation. An argument may leave its own to its type; a key that an extension repeats
 * is described where the type is defined.
 */
export const describeEverything: SchemaRule = {
  name: 'everything-is-described',
  check: ({ document }) => [
    ...document.definitions.flatMap((node): Finding[] => {
      const isDefinition = node.kind.endsWith('TypeDefinition') && 'name' in node && node.name !== undefined;
      if (!isDefinition || ROOT_TYPES.has(node.name.value)) return [];
      return 'description' in node ? require(node.description, node.name.value) : [];
    }),
    ...objectNodes(document).flatMap((type) =>
      (type.fields ?? []).flatMap((field) => checkField(type, field)),
    ),
    ...document.definitions.flatMap((node) =>
      node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION
        ? (node.fields ?? []).flatMap((field) =>
            require(field.description, `${node.name.value}.${field.name.value}`),
          )
        : [],
    ),
  ],
};

function checkField(type: ObjectNode, field: FieldDefinitionNode): Finding[] {
  const place = `${type.name.value}.${field.name.value}`;
  const isRepeatedKey =
    type.kind === Kind.OBJECT_TYPE_EXTENSION && keyFieldsOf(type).includes(field.name.value);
  return [
    ...(isRepeatedKey ? [] : require(field.description, place)),
    ...(field.arguments ?? []).flatMap((argument) =>
      isDescribedByType(argument.type)
        ? []
        : require(argument.description, `${place}(${argument.name.value}:)`),
    ),
  ];
}

function isDescribedByType(type: TypeNode): boolean {
  return !SELF_EXPLAINING.has(namedTypeOf(type));
}

function require(description: StringValueNode | undefined, place: string): Finding[] {
  return description === undefined || description.value.trim() === ''
    ? [{ place, message: 'describe it in a sentence, in quotes above it' }]
    : [];
}
