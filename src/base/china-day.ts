/** How far +08:00, where no summer time is kept, is ahead of UTC. */
export const CHINA_OFFSET_MS = 8 * 3_600_000;

/** The day at +08:00 that an instant, in milliseconds since 1970, lies in: `2026-03-02`. */
export function dayOf(atMs: number): string {
  return new Date(atMs + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}
