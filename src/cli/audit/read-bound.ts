import { InvalidArgumentError } from 'commander';

/** One end of a range of records: an index, or an instant with its offset. */
export function readBound(text: string): number | Date {
  return /^\d{1,15}$/.test(text) ? Number(text) : requireInstant(text, 'an index, or an instant');
}

/** An instant with its offset. */
export function readInstant(text: string): Date {
  return requireInstant(text, 'an instant');
}

function requireInstant(text: string, asked: string): Date {
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(text);
  if (isInstant && !Number.isNaN(Date.parse(text))) return new Date(text);
  throw new InvalidArgumentError(`Write ${asked} with its offset: 2026-03-01T00:00:00+08:00.`);
}
