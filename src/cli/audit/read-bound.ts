import { InvalidArgumentError } from 'commander';

/** One end of a range of records: an index, or an instant with its offset. */
export function readBound(text: string): number | Date {
  return /^\d{1,15}$/.test(text) ? Number(text) : readInstant(text, 'an index, or an instant');
}

/** An instant with its offset. */
export function readInstant(text: string, what: unknown = 'an instant'): Date {
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(text);
  if (isInstant && !Number.isNaN(Date.parse(text))) return new Date(text);
  const asked = typeof what === 'string' ? what : 'an instant';
  throw new InvalidArgumentError(`Write ${asked} with its offset: 2026-03-01T00:00:00+08:00.`);
}
