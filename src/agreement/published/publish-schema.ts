import {
  Kind,
  parse,
  visit,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import type { Catalogue } from '../catalogue.ts';
import { argumentPlace } from '../collect-backings.ts';
import { ROOT_TYPES } from '../read-sdl.ts';

const FACTS = parse(
  `
  "The agency that decides about the field, or about every field of the type that names no other."
  directive @owner(agency: String!) on OBJECT | FIELD_DEFINITION
  "How far the field's values may be shared."
  directive @sensitivity(level: Sensitivity!) on FIELD_DEFINITION
  "The field whose values an input tests or orders by. Using the input needs the ability on that field."
  directive @backs(field: String!, as: Capability!) repeatable on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
  "A type with no data of its own: granted together with the field that returns it."
  directive @structure on OBJECT
  "How far a value may be shared."
  enum Sensitivity { PUBLIC INTERNAL RESTRICTED SENSITIVE }
  "Which ability on a field an input uses."
  enum Capability { FILTER SORT MATCH GROUP AGGREGATE }
  `,
  { noLocation: true },
).definitions;

/** Types that only directives use: no client ever meets them. */
export const OF_DIRECTIVES: ReadonlySet<string> = new Set([
  'Sensitivity',
  'SubjectKind',
  'Capability',
  'RowOperand',
]);

/**
 * The schema that clients see, with who decides about each field, how far its values may go, and what each input tests:
 * what a partner wants to read, and what the next schema is compared with.
 *
 * @param seen - the schema of all clients, without what is classified or inaccessible.
 */
export function publishSchema(seen: DocumentNode, catalogue: Catalogue): DocumentNode {
  const own = seen.definitions.filter(
    (node) => !('name' in node && node.name !== undefined && OF_DIRECTIVES.has(node.name.value)),
  );
  const { definitions } = visit(
    { kind: Kind.DOCUMENT, definitions: own } satisfies DocumentNode as DocumentNode,
    {
      ObjectTypeDefinition: (type) => publishType(type, catalogue),
      InputObjectTypeDefinition: (type) => ({
        ...type,
        fields: (type.fields ?? []).map((field) =>
          publishInput(field, `${type.name.value}.${field.name.value}`, catalogue),
        ),
      }),
      EnumTypeDefinition: (type) => ({
        ...type,
        values: (type.values ?? []).map((value) =>
          publishInput(value, `${type.name.value}.${value.name.value}`, catalogue),
        ),
      }),
    },
  );
  return { kind: Kind.DOCUMENT, definitions: [...FACTS, ...definitions] };
}

function publishType(type: ObjectTypeDefinitionNode, catalogue: Catalogue): ObjectTypeDefinitionNode {
  const facts = catalogue.types.get(type.name.value);
  const isStructure = facts?.isStructure === true;
  // A root type has fields of every agency, and one without data is decided about with the field that returns it.
  const owner = isStructure || ROOT_TYPES.has(type.name.value) ? undefined : facts?.owner;
  return {
    ...type,
    directives: [
      ...(type.directives ?? []),
      ...(owner === undefined ? [] : [directive('owner', { agency: text(owner) })]),
      ...(isStructure ? [directive('structure', {})] : []),
    ],
    fields: (type.fields ?? []).map((field) => publishField(field, type.name.value, owner, catalogue)),
  };
}

function publishField(
  field: FieldDefinitionNode,
  typeName: string,
  typeOwner: string | undefined,
  catalogue: Catalogue,
): FieldDefinitionNode {
  const coordinate = `${typeName}.${field.name.value}`;
  const facts = catalogue.byName.get(coordinate);
  if (facts === undefined) return field;
  const { owner, sensitivity, isStructure } = facts;
  return {
    ...field,
    arguments: (field.arguments ?? []).map((argument) =>
      publishInput(argument, argumentPlace(coordinate, argument.name.value), catalogue),
    ),
    directives: [
      ...(field.directives ?? []),
      ...(isStructure || owner === typeOwner ? [] : [directive('owner', { agency: text(owner) })]),
      directive('sensitivity', { level: word(sensitivity) }),
    ],
  };
}

function publishInput<Node extends { readonly directives?: readonly ConstDirectiveNode[] | undefined }>(
  node: Node,
  place: string,
  { inputs }: Catalogue,
): Node {
  const backings = (inputs.get(place) ?? []).map(({ coordinate, use }) =>
    directive('backs', { field: text(coordinate), as: word(use.toUpperCase()) }),
  );
  return { ...node, directives: [...(node.directives ?? []), ...backings] };
}

function directive(name: string, values: Readonly<Record<string, ConstValueNode>>): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: Object.entries(values).map(([key, value]) => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: key },
      value,
    })),
  };
}

function text(value: string): ConstValueNode {
  return { kind: Kind.STRING, value };
}

function word(value: string): ConstValueNode {
  return { kind: Kind.ENUM, value };
}
