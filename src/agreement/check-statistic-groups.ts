import type { Catalogue, Coordinate } from './catalogue.ts';
import type { CompiledAgreement, DecisionTable } from './compile-agreement.ts';

/**
 * Numbers are made of cells that are as fine as rows may be grouped by. A caller who has other groups with a case than
 * without one would be told of the same rows in other cells, and could take one answer from the other.
 */
export function checkStatisticGroups(
  { decisions, withCase, withoutCase }: CompiledAgreement,
  { coordinates }: Pick<Catalogue, 'coordinates'>,
): readonly string[] {
  const isTold = ({ index }: Coordinate): boolean =>
    decisions[withoutCase.read[index]!]!.statistic !== undefined;
  if (!coordinates.some(isTold)) return [];
  const mayGroup = ({ group }: DecisionTable, { index }: Coordinate): boolean =>
    decisions[group[index]!]!.kind !== 'deny';
  return coordinates
    .filter((field) => mayGroup(withCase, field) !== mayGroup(withoutCase, field))
    .map(
      ({ name }) =>
        `permission: rows may be grouped by ${name} with a case only, and numbers are told without one: one answer ` +
        'could be taken from the other; ask for the case in every clause about statistics, or in none',
    );
}
