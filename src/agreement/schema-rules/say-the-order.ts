import { Kind, type FieldDefinitionNode } from 'graphql';
import { directivesOf, namedTypeOf, objectFields, textsOf } from '../read-sdl.ts';
import type { Finding, SchemaRule } from './schema-rule.ts';

/** A list that has an order of its own says by which field, so that nobody sees an order whose field is hidden. */
export const sayTheOrder: SchemaRule = {
  name: 'every-order-is-said',
  check: ({ document }, { catalogue: { byName, inputs } }) =>
    objectFields(document).flatMap(({ field, name }): Finding[] => {
      const said = textsOf(directivesOf(field, 'orderedBy')[0], 'field');
      const unsaid = defaultOrder(field, inputs).filter((coordinate) => !said.includes(coordinate));
      if (unsaid.length > 0)
        return [{ place: name, message: `by default it is ordered: add @orderedBy(field: "${unsaid[0]}")` }];
      const owner = byName.get(name)?.owner;
      return said
        .filter((coordinate) => byName.get(coordinate)?.owner !== owner)
        .map((coordinate) => ({
          place: name,
          message: `${coordinate} is no field of ${owner ?? 'its agency'}`,
        }));
    }),
};

/** What the default of the argument orderBy sorts by. */
function defaultOrder(
  { arguments: values = [] }: FieldDefinitionNode,
  inputs: Parameters<SchemaRule['check']>[1]['catalogue']['inputs'],
): readonly string[] {
  const order = values.find(({ name }) => name.value === 'orderBy');
  if (order?.defaultValue?.kind !== Kind.ENUM) return [];
  const backings = inputs.get(`${namedTypeOf(order.type)}.${order.defaultValue.value}`) ?? [];
  return backings.map(({ coordinate }) => coordinate);
}
