/** Great-circle distance in metres between two places given as column prefixes with lon and lat. */
export function metresBetween(a: string, b: string): string {
  return `2 * 6371008.8 * asin(least(1, sqrt(
    sin(radians((${b}.lat - ${a}.lat) / 2)) ^ 2
    + cos(radians(${a}.lat)) * cos(radians(${b}.lat)) * sin(radians((${b}.lon - ${a}.lon) / 2)) ^ 2)))`;
}

/**
 * Whether `a` lies in a box around `b` that holds the circle of `metres`, a float8: what an index can answer. A degree of
 * latitude is nowhere shorter than 110.5 km.
 */
export function inBoxAround(a: string, b: string, metres: string): string {
  return `${a}.lat between ${b}.lat - ${metres} / 110500 and ${b}.lat + ${metres} / 110500
    and ${a}.lon between ${b}.lon - ${metres} / (110500 * greatest(cos(radians(${b}.lat)), 0.01))
                     and ${b}.lon + ${metres} / (110500 * greatest(cos(radians(${b}.lat)), 0.01))`;
}
