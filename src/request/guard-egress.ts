import { LukouError } from '../base/index.ts';
import { mayCarryMark, scanText } from '../classification/index.ts';
import type { CleanResult, Result } from './stages.ts';

/** The last of the four gates: an answer in which any text carries a secrecy mark is withheld as a whole. */
export function guardEgress(result: Result): CleanResult {
  requireUnmarked(result.data);
  return { data: result.data, errors: result.errors } as unknown as CleanResult;
}

/** Throws EGRESS_WITHHELD where any text below `value` carries a secrecy mark. */
export function requireUnmarked(value: unknown): void {
  if (typeof value === 'string') {
    requireUnmarkedText(value);
  } else if (Array.isArray(value)) {
    for (const item of value) requireUnmarked(item);
  } else if (value !== null && typeof value === 'object') {
    for (const key in value) requireUnmarked((value as Readonly<Record<string, unknown>>)[key]);
  }
}

// Words like EXPRESSWAY read like Base64, which costs as much to rule out as ten other texts, and every row has some.
const CODE = /^[A-Z][A-Z0-9_]*$/;
const LONGEST_CODE = 32;
const MOST_CODES = 1_000;
/** Codes that were shown clean before: what a text says does not change. */
const cleanCodes = new Set<string>();

function requireUnmarkedText(text: string): void {
  const isCode = text.length <= LONGEST_CODE && CODE.test(text);
  if (isCode && cleanCodes.has(text)) return;
  if (mayCarryMark(text) && scanText(text).verdict === 'block') throw new LukouError('EGRESS_WITHHELD');
  if (isCode && cleanCodes.size < MOST_CODES) cleanCodes.add(text);
}
