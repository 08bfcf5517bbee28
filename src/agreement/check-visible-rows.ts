import type { Catalogue, Coordinate } from './catalogue.ts';
import type { CompiledAgreement, DecisionTable } from './compile-agreement.ts';

/**
 * A field that is never null must be readable wherever another field of its type is: denied, it would take the whole
 * row with it, and in a list of rows the whole list. In our schema these are the key fields.
 */
export function checkVisibleRows(compiled: CompiledAgreement, { coordinates }: Catalogue): readonly string[] {
  const { agreement, decisions, withCase, withoutCase } = compiled;
  const own = coordinates.filter(({ owner, isStructure }) => owner === agreement.assigner && !isStructure);
  const missing = [...Map.groupBy(own, ({ typeName }) => typeName).values()].flatMap((fields) =>
    [withCase, withoutCase].flatMap((table) => findMissing(fields, table, decisions)),
  );
  return [...new Set(missing)];
}

function findMissing(
  fields: readonly Coordinate[],
  table: DecisionTable,
  decisions: CompiledAgreement['decisions'],
): string[] {
  const kindOf = ({ index }: Coordinate) => decisions[table.read[index]!]!.kind;
  const shown = fields.find((field) => kindOf(field) !== 'deny');
  if (shown === undefined) return [];
  return fields
    .filter((field) => !field.isNullable && kindOf(field) !== 'allow')
    .map(
      ({ name }) =>
        `${name} is never null: grant it wherever ${shown.name} is granted, or the row would vanish`,
    );
}
