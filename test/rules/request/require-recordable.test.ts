import { requireRecordable } from '../../../src/request/index.ts';

/** What two agencies told: `each` subjects of their own, and as many that both know. */
function told(each: number): ReadonlyMap<string, ReadonlySet<string>> {
  const named = (prefix: string): string[] => Array.from({ length: each }, (_, at) => `s1_${prefix}${at}`);
  return new Map([
    ['traffic', new Set([...named('a'), ...named('both')])],
    ['checkpoint', new Set([...named('b'), ...named('both')])],
  ]);
}

describe('A record names everybody whom an answer tells about', () => {
  it('once, whoever told of them', () => {
    expect(requireRecordable(new Map())).toEqual([]);
    expect(requireRecordable(told(500))).toHaveLength(1_500);
    expect(new Set(requireRecordable(told(500))).size).toBe(1_500);
  });

  it('or is not written, and the refusal tells no number of masked values: it is the same for any', () => {
    const refusalOf = (each: number): string => {
      try {
        requireRecordable(told(each));
      } catch (error) {
        return (error as Error).message;
      }
      return 'none';
    };
    expect(refusalOf(501)).toMatch(/more than 1500 persons and vehicles/);
    expect(refusalOf(700)).toBe(refusalOf(501));
    expect(refusalOf(500)).toBe('none');
  });
});
