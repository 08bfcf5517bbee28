import { directivesOf, hasDirective, objectFields } from '../read-sdl.ts';
import type { SchemaRule } from './schema-rule.ts';

/** Every field says how far its values may be shared. */
export const rateEveryField: SchemaRule = {
  name: 'every-field-is-rated',
  check: ({ document }) =>
    objectFields(document)
      .filter(
        ({ field }) => directivesOf(field, 'sensitivity').length !== 1 && !hasDirective(field, 'external'),
      )
      .map(({ name }) => ({ place: name, message: 'add @sensitivity(level: ...), once' })),
};
