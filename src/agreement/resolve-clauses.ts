import type { Agreement, Permission, Prohibition } from './agreement.ts';
import type { Catalogue, Coordinate } from './catalogue.ts';
import { suggestName } from './suggest-name.ts';

/** A clause with the fields that its targets name. */
type Resolved<Clause> = Clause & { readonly coordinates: readonly Coordinate[] };

/** An agreement with its targets looked up in the schema. */
export interface ResolvedAgreement {
  readonly agreement: Agreement;
  readonly permissions: readonly Resolved<Permission>[];
  readonly prohibitions: readonly Resolved<Prohibition>[];
}

/** Looks up every target. A target that cannot be granted is reported, and resolves to no field. */
export function resolveClauses(
  agreement: Agreement,
  catalogue: Catalogue,
  report: (problem: string) => void,
): ResolvedAgreement {
  const resolve = <Clause extends Pick<Prohibition, 'id' | 'targets'>>(
    clause: Clause,
    mayOpenAll: boolean,
  ): Resolved<Clause> => ({
    ...clause,
    coordinates: clause.targets.flatMap((target) => {
      const found = resolveTarget(target, agreement.assigner, mayOpenAll, catalogue);
      if (typeof found !== 'string') return found;
      report(`${clause.id}: ${found}`);
      return [];
    }),
  });
  return {
    agreement,
    permissions: agreement.permissions.map((clause) => resolve(clause, false)),
    prohibitions: agreement.prohibitions.map((clause) => resolve(clause, true)),
  };
}

function resolveTarget(
  target: string,
  assigner: string,
  mayOpenAll: boolean,
  catalogue: Catalogue,
): readonly Coordinate[] | string {
  if (target.endsWith('.*')) return resolveWildcard(target.slice(0, -2), assigner, mayOpenAll, catalogue);
  const coordinate = catalogue.byName.get(target);
  if (coordinate === undefined)
    return `${target} is not in the schema.${hint(target, catalogue.byName.keys())}`;
  if (coordinate.isStructure)
    return `${target} has no data of its own: it is granted with the field that returns it`;
  if (coordinate.owner !== assigner) {
    return `${target} belongs to ${coordinate.owner}: ${assigner} cannot decide about it`;
  }
  return [coordinate];
}

/**
 * `Type.*` stands for the fields of the type that the assigner owns. It may only permit where none of them is above
 * INTERNAL: a field that is added to the type later would be granted unseen.
 */
function resolveWildcard(
  typeName: string,
  assigner: string,
  mayOpenAll: boolean,
  catalogue: Catalogue,
): readonly Coordinate[] | string {
  const ofType = catalogue.coordinates.filter((coordinate) => coordinate.typeName === typeName);
  if (ofType.length === 0)
    return `${typeName}.* names no type of the schema.${hint(typeName, catalogue.types.keys())}`;
  // What is told of groups only is named by itself, with its k; and so is what looks for one person or vehicle.
  const own = ofType.filter(
    ({ owner, isStructure, statistic, isSearch }) =>
      owner === assigner && !isStructure && (mayOpenAll || (statistic?.mayBeExact !== false && !isSearch)),
  );
  if (own.length === 0) return `${typeName}.* names no field that ${assigner} decides about`;
  const high = own.filter(({ sensitivity }) => sensitivity !== 'PUBLIC' && sensitivity !== 'INTERNAL');
  if (high.length > 0 && !mayOpenAll) {
    const names = high.map(({ name }) => name).join(', ');
    return `${typeName}.* would open fields above INTERNAL (${names}): name the fields one by one`;
  }
  return own;
}

function hint(wrong: string, known: Iterable<string>): string {
  const name = suggestName(wrong, known);
  return name === undefined ? '' : ` Did you mean ${name}?`;
}
