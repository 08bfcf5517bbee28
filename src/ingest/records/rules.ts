/** Longitude and latitude come together or not at all. */
export const hasWholePlace = {
  code: 'HALF_A_PLACE',
  holds: (record: { readonly lon?: number | null | undefined; readonly lat?: number | null | undefined }) =>
    (record.lon ?? null) === null ? (record.lat ?? null) === null : (record.lat ?? null) !== null,
} as const;

/** Whether `later`, where there is one, is not before `earlier`. */
export function isOrdered(earlier: string, later: string | null | undefined): boolean {
  return later === null || later === undefined || Date.parse(later) >= Date.parse(earlier);
}

/** Whether `later`, where there is one, is after `earlier`. */
export function isAfter(later: string | null | undefined, earlier: string): boolean {
  return later === null || later === undefined || Date.parse(later) > Date.parse(earlier);
}
