import { GraphQLScalarType } from 'graphql';
import { refuse } from './refuse.ts';

const SIX_DIGITS = /^[1-9]\d{5}$/;
// A mask may cut a code to its province (two digits) or prefecture (four).
const SIX_DIGITS_OR_CUT = /^[1-9]\d(?:\d\d){0,2}$/;
const REMEDY = 'Write the six digits of GB/T 2260, such as 150724.';

/** An administrative division after GB/T 2260. */
export const AdminDivisionCode = new GraphQLScalarType<string, string>({
  name: 'AdminDivisionCode',
  parseValue: (value) => matching(SIX_DIGITS, value),
  serialize: (value) => matching(SIX_DIGITS_OR_CUT, value),
});

function matching(pattern: RegExp, value: unknown): string {
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw refuse('AdminDivisionCode', REMEDY);
}
