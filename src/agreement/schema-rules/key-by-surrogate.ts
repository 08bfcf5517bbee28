import { keyFieldsOf, namedTypeOf, objectNodes } from '../read-sdl.ts';
import type { Finding, SchemaRule } from './schema-rule.ts';

const KEY_TYPES: ReadonlySet<string> = new Set(['ID', 'AdminDivisionCode']);

/** Keys travel between agencies outside every agreement: never a plate, never an identity number. */
export const keyBySurrogate: SchemaRule = {
  name: 'keys-are-surrogates',
  check: ({ document }, { catalogue }) =>
    objectNodes(document).flatMap((type) =>
      keyFieldsOf(type).flatMap((fieldName): Finding[] => {
        const place = `${type.name.value}.${fieldName}`;
        const field = type.fields?.find((candidate) => candidate.name.value === fieldName);
        const sensitivity = catalogue.byName.get(place)?.sensitivity;
        if (field === undefined || !KEY_TYPES.has(namedTypeOf(field.type))) {
          return [
            {
              place,
              message: `key the type by a field of type ${[...KEY_TYPES].join(' or ')}, without nesting`,
            },
          ];
        }
        return sensitivity === 'PUBLIC' || sensitivity === 'INTERNAL'
          ? []
          : [{ place, message: 'a key is at most INTERNAL: key the type by a surrogate id' }];
      }),
    ),
};
