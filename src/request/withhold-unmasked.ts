import type { Decision } from '../agreement/index.ts';
import { isAnswerOf, isToldCount } from '../masking/index.ts';
import type { SelectedField } from './ports.ts';

type Fits = (value: unknown) => boolean;

/** A place of the answer that must hold masked values only. */
interface MaskedPlace {
  readonly path: readonly string[];
  readonly coordinate: string;
  readonly fits: Fits;
}

// A plan that is kept hands out the same list of fields each time.
const kept = new WeakMap<readonly SelectedField[], readonly MaskedPlace[]>();

/**
 * Takes out of an answer every value that the plan calls masked and that is not: an agency elsewhere may be old, wrong
 * or lying, and the record would say that the value was masked. Returns the places, without list indices.
 */
export function withholdUnmasked(
  data: unknown,
  selected: readonly SelectedField[],
): readonly Pick<MaskedPlace, 'path' | 'coordinate'>[] {
  let places = kept.get(selected);
  if (places === undefined) kept.set(selected, (places = listPlaces(selected)));
  return places.filter(({ path, fits }) => withholdAt(data, path, 0, fits));
}

/** Where values of several types share a place and one of them is shown in clear, nobody can tell which is there. */
function listPlaces(selected: readonly SelectedField[]): readonly MaskedPlace[] {
  const byPath = Map.groupBy(selected, ({ path }) => JSON.stringify(path));
  return [...byPath.values()].flatMap((fields) => {
    const checks = fields.flatMap(({ decision }) => checkOf(decision) ?? []);
    if (checks.length < fields.length) return [];
    const { path, coordinate } = fields[0]!;
    return [{ path, coordinate, fits: (value: unknown) => checks.some((check) => check(value)) }];
  });
}

function checkOf({ mask, statistic }: Decision): Fits | null {
  if (mask !== null) return isAnswerOf(mask);
  // A table's own numbers the agency alone can check; one number by itself says whether it was rounded.
  if (statistic !== undefined) return (value) => typeof value === 'object' || isToldCount(value, statistic);
  return null;
}

function withholdAt(value: unknown, path: readonly string[], at: number, fits: Fits): boolean {
  if (Array.isArray(value)) {
    let isAny = false;
    for (const item of value) isAny = withholdAt(item, path, at, fits) || isAny;
    return isAny;
  }
  if (typeof value !== 'object' || value === null) return false;
  const holder = value as Record<string, unknown>;
  const key = path[at]!;
  if (at < path.length - 1) return withholdAt(holder[key], path, at + 1, fits);
  if (fits(holder[key])) return false;
  holder[key] = null;
  return true;
}
