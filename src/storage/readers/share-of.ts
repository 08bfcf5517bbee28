/** A share from 0 to 1, to four digits; null where there is nothing to have a share of, or one of both is not told. */
export function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : Math.round((10_000 * part) / whole) / 10_000;
}
