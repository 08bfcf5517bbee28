import type { Catalogue } from '../../agreement/index.ts';
import type { SelectedField } from '../ports.ts';

/** A place of the answer, and the agencies of whose rows each object there is one. */
interface Place {
  readonly owners: Set<string>;
  readonly below: Map<string, Place>;
}

// A plan that is kept hands out the same list of fields each time.
const kept = new WeakMap<readonly SelectedField[], Place>();

/**
 * How many rows of each agency an answer holds, as often as they occur in it: an object is a row of the agency that
 * owns its type, and of any other that shows a value in it. Types without data of their own have no rows. Where a
 * place may hold objects of several types, each counts for all their agencies, since the answer need not say which it is.
 */
export function countRows(
  data: unknown,
  selected: readonly SelectedField[],
  catalogue: Catalogue,
): ReadonlyMap<string, number> {
  let root = kept.get(selected);
  if (root === undefined) kept.set(selected, (root = listPlaces(selected, catalogue)));
  const rows = new Map<string, number>();
  countBelow(data, root, rows);
  return rows;
}

function listPlaces(selected: readonly SelectedField[], { byName, types }: Catalogue): Place {
  const root = openPlace();
  for (const { coordinate, decision, path } of selected) {
    const facts = byName.get(coordinate);
    if (facts === undefined || decision.kind === 'deny') continue;
    const holder = placeAt(root, path.slice(0, -1));
    const own = [ownerOf(facts.typeName), facts.isLeaf && !facts.isStructure ? facts.owner : null];
    for (const owner of own) if (owner !== null && holder !== root) holder.owners.add(owner);
    if (facts.isLeaf) continue;
    const owner = types.has(facts.namedType) ? ownerOf(facts.namedType) : facts.owner;
    if (owner !== null) placeAt(root, path).owners.add(owner);
  }
  return root;

  function ownerOf(typeName: string): string | null {
    const type = types.get(typeName);
    return type === undefined || type.isStructure ? null : type.owner;
  }
}

function placeAt(root: Place, path: readonly string[]): Place {
  let place = root;
  for (const key of path) {
    let next = place.below.get(key);
    if (next === undefined) place.below.set(key, (next = openPlace()));
    place = next;
  }
  return place;
}

function openPlace(): Place {
  return { owners: new Set(), below: new Map() };
}

function countBelow(value: unknown, place: Place, rows: Map<string, number>): void {
  if (Array.isArray(value)) {
    for (const item of value) countBelow(item, place, rows);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const owner of place.owners) rows.set(owner, (rows.get(owner) ?? 0) + 1);
  for (const [key, below] of place.below)
    countBelow((value as Readonly<Record<string, unknown>>)[key], below, rows);
}
