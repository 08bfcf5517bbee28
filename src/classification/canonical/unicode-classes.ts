/** Ideographs, Hangul, surrogates and private use: they fold to themselves, and asking about each would cost more than all else. */
const isPlainRange = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xf8ff);

const codes: number[] = [];
for (let code = 0; code < 0x10000; code++) if (!isPlainRange(code)) codes.push(code);
const characters = codes.map((code) => String.fromCharCode(code));

/** The code units outside the plain ranges. */
export const OTHER_UNITS: readonly number[] = codes;

/** Which code units outside the plain ranges belong to a class. One match of one text is much cheaper than many. */
export function unitsMatching(characterClass: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const match of characters.join('').matchAll(new RegExp(`[${characterClass}]`, 'gu'))) {
    found.add(match[0].charCodeAt(0));
  }
  return found;
}

/** The compatibility decomposition of every code unit outside the plain ranges, without the marks that it sets free. */
export function decomposeUnits(): ReadonlyMap<number, string> {
  const decomposed = characters
    .join('\ue000')
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Me}]/gu, '')
    .split('\ue000');
  return new Map(codes.map((code, i) => [code, decomposed[i] ?? '']));
}
