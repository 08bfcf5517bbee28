import { describeMask, maskFits } from '../masking/index.ts';
import type { Catalogue, Coordinate } from './catalogue.ts';
import type { ResolvedAgreement } from './resolve-clauses.ts';

/** What is wrong with single clauses, and between two clauses, of an agreement whose targets are known. */
export function checkClauses(resolved: ResolvedAgreement, catalogue: Catalogue): readonly string[] {
  return [
    ...checkActs(resolved),
    ...checkMasks(resolved),
    ...checkPointers(resolved, catalogue),
    ...checkRepeatedGrants(resolved),
    ...checkUses(resolved),
  ];
}

/** What changes something is done, and all else is not: a clause that reads an act would grant nothing, unseen. */
function checkActs({ permissions }: ResolvedAgreement): string[] {
  return permissions.flatMap(({ id, actions, targets, coordinates }) => {
    const isActing = actions.includes('act');
    const wrong = coordinates.filter(({ isAct }) => isAct !== isActing);
    return [
      ...wrong.map(({ name, isAct }) =>
        isAct
          ? `${id}: ${name} changes something: grant it by the action act`
          : `${id}: ${name} changes nothing: grant it by another action than act`,
      ),
      ...(isActing && targets.includes('Mutation.*')
        ? [`${id}: Mutation.* would grant acts that are added later: name the acts one by one`]
        : []),
    ];
  });
}

function checkMasks({ permissions }: ResolvedAgreement): string[] {
  return permissions.flatMap(({ id, mask, coordinates }) => {
    if (mask === null) return [];
    return coordinates.flatMap((coordinate) => {
      const misfit = findMisfit(coordinate, maskFits(mask, coordinate.namedType), mask.fn === 'redact');
      return misfit === null
        ? []
        : [`${id}: ${describeMask(mask)} cannot mask ${coordinate.name}: ${misfit}`];
    });
  });
}

function findMisfit(coordinate: Coordinate, fitsType: boolean, isRedact: boolean): string | null {
  if (!coordinate.isNullable) return 'the field is never null, and a mask may answer null; leave it in clear';
  if (!coordinate.isLeaf) return `it holds ${coordinate.namedType}; mask the fields of that type instead`;
  if (coordinate.isList && !isRedact) return 'it holds a list; only redact masks lists';
  return fitsType ? null : `it holds ${coordinate.namedType}`;
}

/** A pointer says that there is a record: of a value, or of a page with cursors and counts, it would say more. */
function checkPointers({ permissions }: ResolvedAgreement, { types }: Catalogue): string[] {
  return permissions.flatMap(({ id, contact, coordinates }) =>
    coordinates
      .filter(
        ({ isLeaf, isNullable, namedType }) =>
          contact !== null && (isLeaf || !isNullable || (types.get(namedType)?.isStructure ?? true)),
      )
      .map(({ name }) => `${id}: ${name} is no record and no list of records: it cannot be pointed at`),
  );
}

/** One clause per field and action: with two, the laxer could silence the stricter (CVE-2026-19869). */
function checkRepeatedGrants({ permissions }: ResolvedAgreement): string[] {
  const clauseOf = new Map<string, string>();
  return permissions.flatMap(({ id, actions, coordinates }) =>
    actions.flatMap((action) =>
      coordinates.flatMap(({ name }) => {
        const key = `${action} ${name}`;
        const earlier = clauseOf.get(key);
        if (earlier === undefined) clauseOf.set(key, id);
        return earlier === undefined
          ? []
          : [`${id}: ${earlier} already decides who may ${key}: leave it in one of them`];
      }),
    ),
  );
}

/** Filtering and sorting tell a hidden value bit by bit (CVE-2026-54698): the field must be readable in clear. */
function checkUses({ permissions }: ResolvedAgreement): string[] {
  const clear = new Set(
    permissions
      .filter(({ mask, contact, actions }) => mask === null && contact === null && actions.includes('read'))
      .flatMap(({ coordinates }) => coordinates),
  );
  return permissions.flatMap(({ id, actions, coordinates }) =>
    actions
      .filter((action) => action === 'filter' || action === 'sort')
      .flatMap((action) =>
        coordinates
          .filter((coordinate) => !clear.has(coordinate))
          .map(
            ({ name }) =>
              `${id}: to ${action} by ${name}, let it be read in clear; a hidden field can only be matched`,
          ),
      ),
  );
}
