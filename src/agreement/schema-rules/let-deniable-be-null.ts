import { Kind } from 'graphql';
import { hasDirective, keyFieldsOf, objectFields } from '../read-sdl.ts';
import type { SchemaRule } from './schema-rule.ts';

/** A field that an agreement may deny can be null: a denied non-null field would null the answer around it. */
export const letDeniableBeNull: SchemaRule = {
  name: 'deniable-fields-are-nullable',
  check: ({ document }, { catalogue }) =>
    objectFields(document)
      .filter(({ type, field }) => {
        const isStructure =
          catalogue.types.get(type.name.value)?.isStructure ?? hasDirective(type, 'structure');
        return (
          field.type.kind === Kind.NON_NULL_TYPE &&
          !isStructure &&
          !keyFieldsOf(type).includes(field.name.value)
        );
      })
      .map(({ name }) => ({ place: name, message: 'remove the "!": an agreement may deny the field' })),
};
