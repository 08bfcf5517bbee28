import { rowsOf } from './sample-rows.ts';

/** Whether the 18th character fits (GB 11643-1999): weighted sum of all 18 is 1 modulo 11. */
function hasCheckDigit(idNo: string): boolean {
  const sum = Array.from(idNo).reduce((all, character, at) => {
    const value = character === 'X' ? 10 : Number(character);
    return (all + value * 2 ** (17 - at)) % 11;
  }, 0);
  return sum === 1;
}

describe('People of the sample', () => {
  const parties = rowsOf('MediationParty');

  it('have identity numbers with a right check digit, of a division that does not exist', () => {
    const divisions = new Set(rowsOf('AdminDivision').map(({ code }) => code));
    const odd = parties.filter(
      ({ idNo }) => !/^150799(?:19|20)\d{9}[\dX]$/.test(idNo!) || !hasCheckDigit(idNo!),
    );
    expect(odd).toEqual([]);
    expect(divisions.has('150799')).toBe(false);
  });

  it.each([
    ['11010519491231002X', true],
    ['110105194912310021', false],
  ])('are judged by a check that the example of the standard passes (%s)', (idNo, fits) => {
    expect(hasCheckDigit(idNo)).toBe(fits);
  });

  it('have telephone numbers that no operator gives out', () => {
    expect(parties.filter(({ phone }) => !/^1540000\d{4}$/.test(phone!))).toEqual([]);
  });

  it('are at least two in every case, and have surnames that the facts use', () => {
    const cases = new Map(rowsOf('MediationCase').map((one) => [one.id, one]));
    const byCase = Map.groupBy(parties, ({ caseId }) => caseId);
    for (const [caseId, members] of byCase) {
      expect(members.length).toBeGreaterThanOrEqual(2);
      const facts = cases.get(caseId)!.facts!;
      if (facts.includes('某')) expect(facts).toContain(`${members[0]!.name![0]}某`);
    }
    expect(byCase.size).toBe(cases.size);
  });
});
