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
    if (mayCarryMark(value) && scanText(value).verdict === 'block') throw new LukouError('EGRESS_WITHHELD');
  } else if (Array.isArray(value)) {
    requireRowsUnmarked(value);
  } else if (value !== null && typeof value === 'object') {
    for (const inner of Object.values(value)) requireUnmarked(inner);
  }
}

// Neighbouring rows often say the same, codes above all: a text that the row before has shown clean is clean.
function requireRowsUnmarked(rows: readonly unknown[]): void {
  let before: object = NO_ROW;
  for (const row of rows) {
    if (row === null || typeof row !== 'object' || Array.isArray(row)) {
      requireUnmarked(row);
      continue;
    }
    for (const key in row) {
      const inner: unknown = Reflect.get(row, key);
      if (typeof inner !== 'string' || inner !== Reflect.get(before, key)) requireUnmarked(inner);
    }
    before = row;
  }
}

const NO_ROW: object = Object.freeze(Object.create(null));
