import type { AgreementFile } from './agreement-file.ts';
import type { Catalogue, Coordinate } from './catalogue.ts';
import type { ResolvedAgreement } from './resolve-clauses.ts';

/** What is wrong with the statistics of one file. One rule a file: two for the same rows could be played against each other. */
export function checkStatisticClauses({ permission }: AgreementFile): readonly string[] {
  const rules = permission.flatMap(({ aggregate }) => aggregate ?? []);
  const [first] = rules;
  const isOneRule = rules.every(({ k, roundTo }) => k === first?.k && roundTo === first.roundTo);
  return [
    ...permission.flatMap(({ id, action, aggregate }) => {
      if (action.includes('aggregate') === (aggregate !== undefined)) return [];
      return aggregate === undefined
        ? [`permission ${id}: say about how many at least, and how round: aggregate: {k: 10, roundTo: 5}`]
        : [`permission ${id}: aggregate: {k, roundTo} goes with the action aggregate`];
    }),
    ...(isOneRule ? [] : ['permission: write the same k and roundTo in every clause of the agreement']),
  ];
}

/** What is wrong with the statistics of an agreement whose targets are known. */
export function checkStatistics(resolved: ResolvedAgreement, catalogue: Catalogue): readonly string[] {
  return [
    ...checkTargets(resolved, catalogue),
    ...checkGroups(resolved),
    ...checkExactNumbers(resolved, catalogue),
  ];
}

function checkTargets({ permissions }: ResolvedAgreement, { inputs }: Catalogue): string[] {
  const backed = new Set([...inputs.values()].flat().map(({ use, coordinate }) => `${use} ${coordinate}`));
  return permissions.flatMap(({ id, actions, coordinates }) =>
    coordinates.flatMap(({ name, statistic }) => [
      ...(actions.includes('group') && !backed.has(`group ${name}`)
        ? [`${id}: no statistic groups by ${name}: leave out the action group`]
        : []),
      ...(actions.includes('aggregate') &&
      statistic === null &&
      !backed.has(`aggregate ${name}`) &&
      !backed.has(`group ${name}`)
        ? [`${id}: ${name} is no statistic, and none is made of it: leave out the action aggregate`]
        : []),
      ...(actions.includes('read') && statistic?.mayBeExact === false
        ? [`${id}: ${name} is told of groups of at least k only: open it with the action aggregate`]
        : []),
    ]),
  );
}

/**
 * The groups of a table show values of the field: it must be readable in clear, or be shown nowhere else and be agreed
 * to be summed up by. Of a masked field they would tell what the mask hides (CVE-2026-35442).
 */
function checkGroups({ permissions }: ResolvedAgreement): string[] {
  const reads = permissions.filter(({ actions }) => actions.includes('read'));
  const shown = new Set(reads.flatMap(({ coordinates }) => coordinates));
  const clear = fieldsOf(reads.filter(({ mask, contact }) => mask === null && contact === null));
  const summed = fieldsOf(permissions.filter(({ actions }) => actions.includes('aggregate')));
  const mayBeGroups = (coordinate: Coordinate): boolean =>
    clear.has(coordinate) || (!shown.has(coordinate) && summed.has(coordinate));
  return permissions.flatMap(({ id, actions, coordinates }) =>
    coordinates
      .filter((coordinate) => actions.includes('group') && !mayBeGroups(coordinate))
      .map(
        ({ name }) =>
          `${id}: to group by ${name}, let it be read in clear, or not at all and give it the action aggregate; a masked field is no group`,
      ),
  );
}

/** A number that is rounded in one place and exact in another is exact; and so is the latest of its rows. */
function checkExactNumbers({ permissions }: ResolvedAgreement, { types }: Catalogue): string[] {
  const summed = [...fieldsOf(permissions.filter(({ actions }) => actions.includes('aggregate')))];
  const rowTypes = new Set(
    summed.flatMap(({ statistic, derivedFrom }) => (statistic === null ? [] : derivedFrom)),
  );
  const isFact = ({ isLeaf, namedType }: Coordinate): boolean =>
    isLeaf || (types.get(namedType)?.isStructure ?? false);
  return permissions.flatMap(({ id, actions, coordinates }) =>
    coordinates
      .filter(
        (field) =>
          actions.includes('read') &&
          isFact(field) &&
          field.derivedFrom.some((typeName) => rowTypes.has(typeName)),
      )
      .map(
        ({ name, statistic }) =>
          `${id}: ${name} would tell exactly what the agreement lets be told of groups only: ` +
          (statistic === null ? 'leave it out' : 'open it with the action aggregate'),
      ),
  );
}

function fieldsOf(
  permissions: readonly { readonly coordinates: readonly Coordinate[] }[],
): ReadonlySet<Coordinate> {
  return new Set(permissions.flatMap(({ coordinates }) => coordinates));
}
