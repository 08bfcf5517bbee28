/** January 2026. */
export const JANUARY = { from: '2026-01-01T00:00:00+08:00', to: '2026-02-01T00:00:00+08:00' };

/** 10 January 2026. */
export const TENTH = { from: '2026-01-10T00:00:00+08:00', to: '2026-01-11T00:00:00+08:00' };

/** A time of day on the tenth. */
export function onTheTenth(time: string): string {
  return `2026-01-10T${time}+08:00`;
}
