import { type Sensitivity, SENSITIVITIES } from '../codes.ts';
import { namedTypeOf, objectFields } from '../read-sdl.ts';
import type { SchemaRule } from './schema-rule.ts';

/** The fields of a structure are granted with the field that returns it, so none of them is more sensitive than that one. */
export const comeWithNoMore: SchemaRule = {
  name: 'structures-bring-nothing-higher',
  check: ({ document }, { catalogue }) =>
    objectFields(document).flatMap(({ name, field }) => {
      const typeName = namedTypeOf(field.type);
      const level = catalogue.byName.get(name)?.sensitivity;
      if (level === undefined || catalogue.types.get(typeName)?.isStructure !== true) return [];
      return catalogue.coordinates
        .filter((part) => part.typeName === typeName && rank(part.sensitivity) > rank(level))
        .map((part) => ({
          place: name,
          message: `${part.name} comes with it and is ${part.sensitivity}: rate this field ${part.sensitivity} too, or give it a type that tells less`,
        }));
    }),
};

function rank(level: Sensitivity): number {
  return SENSITIVITIES.indexOf(level);
}
