import {
  Kind,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeNode,
} from 'graphql';
import { namedTypeOf } from '../read-sdl.ts';
import { isRequired } from './type-nodes.ts';

/** Leaves out what refers to a type that nothing is left of, until nothing more falls. */
export function dropUnusable(definitions: readonly DefinitionNode[]): readonly DefinitionNode[] {
  let before = definitions;
  for (;;) {
    const empty = new Set(before.filter(isEmpty).map(nameOf));
    const after = before
      .filter((definition) => !isEmpty(definition))
      .map((definition) => without(definition, empty));
    if (empty.size === 0) return after;
    before = after;
  }
}

function without(definition: DefinitionNode, empty: ReadonlySet<string>): DefinitionNode {
  const isUsable = ({ type }: { readonly type: TypeNode }): boolean => !empty.has(namedTypeOf(type));
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return {
        ...definition,
        interfaces: (definition.interfaces ?? []).filter(({ name }) => !empty.has(name.value)),
        fields: (definition.fields ?? [])
          .filter(isUsable)
          .flatMap((field) => withoutArguments(field, isUsable)),
      };
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      const fields = definition.fields ?? [];
      const isLost = fields.some((field) => isRequired(field) && !isUsable(field));
      return { ...definition, fields: isLost ? [] : fields.filter(isUsable) };
    }
    case Kind.UNION_TYPE_DEFINITION:
      return { ...definition, types: (definition.types ?? []).filter(({ name }) => !empty.has(name.value)) };
    default:
      return definition;
  }
}

function withoutArguments(
  field: FieldDefinitionNode,
  isUsable: (value: InputValueDefinitionNode) => boolean,
): readonly FieldDefinitionNode[] {
  const values = field.arguments ?? [];
  if (values.some((value) => isRequired(value) && !isUsable(value))) return [];
  return [{ ...field, arguments: values.filter(isUsable) }];
}

function isEmpty(definition: DefinitionNode): boolean {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return definition.fields?.length === 0;
    case Kind.UNION_TYPE_DEFINITION:
      return definition.types?.length === 0;
    case Kind.ENUM_TYPE_DEFINITION:
      return definition.values?.length === 0;
    default:
      return false;
  }
}

function nameOf(definition: DefinitionNode): string {
  return 'name' in definition && definition.name !== undefined ? definition.name.value : '';
}
