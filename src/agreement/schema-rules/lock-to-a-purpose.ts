import { PURPOSES } from '../codes.ts';
import { argumentOf, directivesOf, objectFields } from '../read-sdl.ts';
import type { Finding, SchemaRule } from './schema-rule.ts';

/** A lock names a purpose that callers can state, and stands on a value: of a record, its own fields have the values. */
export const lockToAPurpose: SchemaRule = {
  name: 'locks-name-a-purpose',
  check: ({ document }, { catalogue: { byName } }) =>
    objectFields(document).flatMap(({ name, field }): Finding[] => {
      const locks = directivesOf(field, 'onlyFor');
      if (locks.length === 0) return [];
      const purposes = locks.map((lock) => argumentOf(lock, 'purpose'));
      if (purposes.length > 1 || !PURPOSES.some((known) => known === purposes[0]))
        return [{ place: name, message: `lock it to one purpose: ${PURPOSES.join(', ')}` }];
      return byName.get(name)?.isLeaf === false
        ? [{ place: name, message: 'move @onlyFor to the fields of its type: they hold the values' }]
        : [];
    }),
};
