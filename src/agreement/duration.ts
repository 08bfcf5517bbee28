const FIXED_LENGTH = /^P(?:(\d{1,4})W|(?=\d|T\d)(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,5})M)?)?)$/;
const HOUR_MS = 3_600_000;

/**
 * Milliseconds of an ISO 8601 duration in weeks, or in days, hours and minutes. Undefined for anything else: years and
 * months have no fixed length, so two agencies could count them differently.
 */
export function durationMs(text: string): number | undefined {
  const parts = FIXED_LENGTH.exec(text);
  if (parts === null) return undefined;
  const [weeks, days, hours, minutes] = parts.slice(1).map((part) => Number(part ?? 0));
  return (weeks! * 7 + days!) * 24 * HOUR_MS + hours! * HOUR_MS + minutes! * 60_000;
}
