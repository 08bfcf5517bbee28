/** A line of two texts beside each other; null where one of them has none there. */
export interface LinePair {
  readonly older: string | null;
  readonly newer: string | null;
}

/** Lays two texts side by side, equal lines beside each other: their longest common sequence of lines. */
export function compareLines(older: readonly string[], newer: readonly string[]): readonly LinePair[] {
  // common[i][j]: how many lines the rests from i and from j on have in common.
  const common = Array.from({ length: older.length + 1 }, () => new Uint32Array(newer.length + 1));
  for (let i = older.length - 1; i >= 0; i -= 1)
    for (let j = newer.length - 1; j >= 0; j -= 1)
      common[i]![j] =
        older[i] === newer[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
  const pairs: LinePair[] = [];
  let i = 0;
  let j = 0;
  while (i < older.length || j < newer.length) {
    if (i < older.length && j < newer.length && older[i] === newer[j]) {
      pairs.push({ older: older[i]!, newer: newer[j]! });
      i += 1;
      j += 1;
    } else if (j === newer.length || (i < older.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      pairs.push({ older: older[i]!, newer: null });
      i += 1;
    } else {
      pairs.push({ older: null, newer: newer[j]! });
      j += 1;
    }
  }
  return pairs;
}
