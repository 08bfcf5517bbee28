import { argumentOf, directivesOf, hasDirective, objectFields, objectNodes } from '../read-sdl.ts';
import type { Finding, SchemaRule } from './schema-rule.ts';

/**
 * A foreign agency knows nothing of agreements, and the gateway masks its fields but cannot tell its rows apart: a row
 * scope over them would be agreed to and kept by nobody, and so would an order by buckets.
 */
export const promiseNoForeignRows: SchemaRule = {
  name: 'foreign-rows-are-not-promised',
  check({ kind, document }): readonly Finding[] {
    if (kind !== 'foreign') return [];
    const scoped = objectNodes(document).filter((node) => hasDirective(node, 'rowScoped'));
    const bucketed = objectFields(document).filter(({ field }) =>
      directivesOf(field, 'orderedBy').some((order) => argumentOf(order, 'bucketed') === true),
    );
    return [
      ...scoped.map(({ name }) => ({ place: name.value, message: NO_SCOPE })),
      ...bucketed.map(({ name }) => ({ place: name, message: NO_BUCKETS })),
    ];
  },
};

const NO_SCOPE =
  'the gateway keeps no row scope over a foreign agency: remove @rowScoped, and grant only fields that may be read of every row';
const NO_BUCKETS =
  'a foreign agency orders by the time itself, which its order would tell: remove "bucketed: true" from @orderedBy';
