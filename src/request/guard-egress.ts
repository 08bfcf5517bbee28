import { LukouError } from '../base/index.ts';
import { mayCarryMark, scanText } from '../classification/index.ts';
import type { CleanResult, Result } from './stages.ts';

/** The last of the four gates: an answer in which any text carries a secrecy mark is withheld as a whole. */
export function guardEgress(result: Result): CleanResult {
  requireUnmarked(result.data);
  return { data: result.data, errors: result.errors } as unknown as CleanResult;
}

function requireUnmarked(value: unknown): void {
  if (typeof value === 'string') {
    if (mayCarryMark(value) && scanText(value).verdict === 'block') throw new LukouError('EGRESS_WITHHELD');
  } else if (Array.isArray(value)) {
    for (const item of value) requireUnmarked(item);
  } else if (value !== null && typeof value === 'object') {
    for (const inner of Object.values(value)) requireUnmarked(inner);
  }
}
