/**
 * The start of the time bucket that an instant lies in, by the clock at +08:00 as the mask `time.bucket` counts. `width`
 * is a parameter: an ISO 8601 duration.
 */
export function bucketOf(instant: string, width: string): string {
  return `date_bin(${width}::interval, ${instant}, timestamptz '2000-01-01 00:00:00+08')`;
}
