/** An answer as far as two ways of asking must agree on it. */
export interface ComparableAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly path?: readonly (string | number)[] | undefined }[] | undefined;
}

/**
 * How two answers differ, or null. Data must be the same to the byte, order of keys included. Errors must name the
 * same empty places: how many errors lie behind one null is left to each.
 */
export function findDifference(expected: ComparableAnswer, actual: ComparableAnswer): string | null {
  const [left, right] = [JSON.stringify(expected.data ?? null), JSON.stringify(actual.data ?? null)];
  if (left !== right) return `data:\n  expected ${left}\n  actual   ${right}`;
  const [leftPlaces, rightPlaces] = [listEmptyPlaces(expected), listEmptyPlaces(actual)];
  if (leftPlaces !== rightPlaces) return `errors:\n  expected ${leftPlaces}\n  actual   ${rightPlaces}`;
  return null;
}

function listEmptyPlaces({ data = null, errors = [] }: ComparableAnswer): string {
  const places = errors.map(({ path = [] }) => {
    let value: unknown = data;
    const reached: (string | number)[] = [];
    for (const key of path) {
      if (value === null || typeof value !== 'object') break;
      value = Reflect.get(value, key);
      reached.push(key);
    }
    return value === null ? JSON.stringify(reached) : `not null: ${JSON.stringify(path)}`;
  });
  return [...new Set(places)].toSorted().join(' ');
}
