import type { Catalogue, Coordinate } from './catalogue.ts';
import type { ResolvedAgreement } from './resolve-clauses.ts';

const PLACE_SCALARS: ReadonlySet<string> = new Set(['GeoJSON', 'StakeMark']);

/**
 * A token that stays the same, with an exact time and an exact place, is a person's trajectory: one of the three must be
 * coarse. The time is exact unless it is hidden or masked to an hour or a day; the place is exact where the row, or what
 * leads to the row, shows coordinates.
 */
export function checkTrajectory({ permissions }: ResolvedAgreement, catalogue: Catalogue): readonly string[] {
  const reads = permissions.filter(({ actions }) => actions.includes('read'));
  const clear = new Set(reads.filter(({ mask }) => mask === null).flatMap(({ coordinates }) => coordinates));
  const fine = new Set([
    ...clear,
    ...reads
      .filter(({ mask }) => mask?.fn === 'time.bucket' && mask.d === 'PT15M')
      .flatMap(({ coordinates }) => coordinates),
  ]);
  const isPlaced = (typeName: string): boolean =>
    catalogue.coordinates.some((field) => field.typeName === typeName && PLACE_SCALARS.has(field.namedType));
  const showsPlace = (field: Coordinate): boolean =>
    PLACE_SCALARS.has(field.namedType) || (!field.isLeaf && isPlaced(field.namedType));

  return reads.flatMap(({ id, mask, coordinates }) =>
    mask?.fn !== 'token'
      ? []
      : coordinates.flatMap(({ name, typeName }) => {
          const time = [...fine].find(
            (field) => field.typeName === typeName && field.namedType === 'DateTime',
          );
          const place = [...clear].find(
            (field) =>
              (field.typeName === typeName && showsPlace(field)) ||
              (field.namedType === typeName && isPlaced(field.typeName)),
          );
          return time === undefined || place === undefined
            ? []
            : [
                `${id}: the token of ${name} with ${time.name} and ${place.name} is a trajectory: ` +
                  'mask the time to an hour or a day, withhold the place, or mask the plate by region',
              ];
        }),
  );
}
