import { z } from 'zod';
import { agreementFileSchema, itemOfOneOrMore, targetSchema } from './agreement-file.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * The form of agreement files as JSON Schema (2020-12), for editors: it completes and checks keys, codes and the
 * fields of this schema. What only the whole set can show (overlaps, masks that do not fit) is for `agreement check`.
 */
export function publishFileSchema({
  coordinates,
}: Pick<Catalogue, 'coordinates'>): Readonly<Record<string, unknown>> {
  const fields = coordinates.filter(({ isStructure }) => !isStructure);
  const typeNames = new Set(fields.map(({ typeName }) => typeName));
  const targets = [
    ...fields.map(({ name }) => name),
    ...[...typeNames].map((name) => `${name}.*`),
  ].toSorted();
  const published = publish(agreementFileSchema);
  return { ...published, title: 'Lukou sharing agreement' };

  function publish(schema: z.ZodType): Record<string, unknown> {
    return z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
      override({ zodSchema, jsonSchema }) {
        if (zodSchema === targetSchema) Object.assign(jsonSchema, { type: 'string', enum: targets });
        const item = itemOfOneOrMore.get(zodSchema);
        if (item === undefined) return;
        const { $schema: _, ...one } = publish(item);
        delete jsonSchema.type;
        delete jsonSchema.items;
        delete jsonSchema.minItems;
        jsonSchema.anyOf = [one, { type: 'array', items: one, minItems: 1 }];
      },
    });
  }
}
