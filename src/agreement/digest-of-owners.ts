import { canonicalJson, sha256Hex } from '../base/index.ts';
import { agreementName } from './agreement.ts';
import type { Catalogue, Coordinate } from './catalogue.ts';
import { digestedFacts } from './digested-facts.ts';
import type { Policy } from './policy.ts';

/** The agencies whose data one subgraph serves: its decisions rest on their agreements alone. In order of their names. */
export function ownersOfSubgraph(catalogue: Catalogue, subgraph: string): readonly string[] {
  const own = catalogue.coordinates.filter((coordinate) => coordinate.subgraph === subgraph);
  return [...new Set(own.map(({ owner }) => owner))].toSorted();
}

/**
 * SHA-256 over what decisions about the data of `owners` depend on: their part of the schema's catalogue, the agreements
 * in which one of them gives, and which of these are suspended from when on. A gateway that holds all schemas and
 * agreements and an agency that holds its own compute the same; where the digests differ, the two would decide
 * differently.
 */
export function digestOfOwners(
  { catalogue, agreements, suspensions }: Policy,
  owners: readonly string[],
): string {
  const given = agreements.filter(({ assigner }) => owners.includes(assigner));
  const suspended = given
    .map(agreementName)
    .toSorted()
    .flatMap((name) => {
      const fromMs = suspensions.get(name)?.fromMs;
      return fromMs === undefined ? [] : [{ name, fromMs }];
    });
  return sha256Hex(
    canonicalJson({
      ...partOf(catalogue, owners),
      agreements: given.map(({ sha256 }) => sha256).toSorted(),
      ...(suspended.length > 0 && { suspensions: suspended }),
    }),
  );
}

/** Without the places in tables, which depend on the other agencies' fields. */
function partOf({ coordinates, types, inputs, byName }: Catalogue, owners: readonly string[]): object {
  const isTheirs = ({ owner }: { readonly owner: string }): boolean => owners.includes(owner);
  return {
    coordinates: coordinates.filter(isTheirs).map(withoutIndex),
    types: [...types.values()]
      .filter(isTheirs)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(digestedFacts),
    inputs: [...inputs].flatMap(([place, backings]) => {
      const theirs = backings.filter(({ coordinate }) => isTheirs(byName.get(coordinate) ?? NOBODYS));
      return theirs.length === 0 ? [] : [[place, theirs]];
    }),
  };
}

const NOBODYS = { owner: '' };

function withoutIndex(coordinate: Coordinate): object {
  const { index: _, ...rest } = coordinate;
  return digestedFacts(rest);
}
