import { describeMask } from '../masking/index.ts';
import type { Catalogue, Coordinate, ListOrder } from './catalogue.ts';
import type { CompiledAgreement, DecisionTable } from './compile-agreement.ts';
import type { Decision } from './grant.ts';

/**
 * A list in the order of a field tells that field: who sees ten rows in order and knows one of them has bounds for the
 * others. So the field must be readable wherever the list is, in clear or as coarse as the list can be ordered.
 */
export function checkOrders(
  compiled: CompiledAgreement,
  { coordinates, byName }: Catalogue,
): readonly string[] {
  const { agreement, decisions, withCase, withoutCase } = compiled;
  const problems = coordinates
    .filter(({ owner }) => owner === agreement.assigner)
    .flatMap((list) =>
      [withCase, withoutCase].flatMap((table) => {
        const { orderedBy } = list;
        const { kind } = read(table, list);
        if (orderedBy === null || kind === 'deny' || kind === 'pointer') return [];
        const field = byName.get(orderedBy.coordinate);
        return field !== undefined && isOpen(read(table, field), orderedBy)
          ? []
          : [describe(list, orderedBy)];
      }),
    );
  return [...new Set(problems)];

  function read(table: DecisionTable, { index }: Coordinate): Decision {
    return decisions[table.read[index]!]!;
  }
}

function isOpen({ kind, mask }: Decision, { isBucketed }: ListOrder): boolean {
  return kind === 'allow' || (isBucketed && mask?.fn === 'time.bucket');
}

function describe({ name }: Coordinate, { coordinate, isBucketed }: ListOrder): string {
  const bucket = isBucketed ? ` or with the mask ${describeMask({ fn: 'time.bucket', d: 'PT1H' })}` : '';
  return `${name} comes in the order of ${coordinate}: let that be read in clear${bucket} wherever the list is, or leave the list out`;
}
