const FARTHEST = 0.4;

/**
 * The known name nearest to a misspelt one; undefined where none is near. For whoever keeps the files only: callers get no
 * hints.
 */
export function suggestName(wrong: string, known: Iterable<string>): string | undefined {
  let best: { name: string; distance: number } | undefined;
  for (const name of known) {
    // Names so different in length are not near, and long ones are not worth the time.
    if (Math.abs(wrong.length - name.length) >= wrong.length * FARTHEST) continue;
    const distance = editDistance(wrong.toLowerCase(), name.toLowerCase());
    if (distance < (best?.distance ?? wrong.length * FARTHEST)) best = { name, distance };
  }
  return best?.name;
}

/** Levenshtein's distance: single characters put in, left out or changed. */
function editDistance(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 0; row < left.length; row += 1) {
    const current = [row + 1];
    for (let column = 0; column < right.length; column += 1) {
      const changed = above[column]! + (left[row] === right[column] ? 0 : 1);
      current.push(Math.min(changed, above[column + 1]! + 1, current[column]! + 1));
    }
    above = current;
  }
  return above[right.length]!;
}
