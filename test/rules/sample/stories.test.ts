import { SAMPLE_PERIOD } from '../../../src/sample/index.ts';
import { rowsOf, tally } from './sample-rows.ts';

const DAY_MS = 86_400_000;
const END_MS = Date.parse(SAMPLE_PERIOD.to);

describe('Stories of the sample', () => {
  const cases = rowsOf('MediationCase');

  it('tell of Liu and Meng: detained for entering a home, mediated inside, forgiven', () => {
    const story = cases.find(({ facts }) => facts!.includes('孟某住宅'))!;
    const detention = rowsOf('DetentionMediation').find(({ caseId }) => caseId === story.id)!;
    const parties = rowsOf('MediationParty').filter(({ caseId }) => caseId === story.id);
    expect(story).toMatchObject({ disputeKind: 'NEIGHBOUR', source: 'POLICE' });
    expect(parties.slice(0, 2).map(({ name }) => name![0])).toEqual(['孟', '刘']);
    expect(Date.parse(detention.screenedAt!) - Date.parse(detention.intakeAt)).toBeLessThanOrEqual(DAY_MS);
  });

  it('tell of six calls in three months with physical conflict: a red warning and three units together', () => {
    const [warning] = rowsOf('DisputeWarning');
    expect(warning).toMatchObject({
      level: 'RED',
      score: 90,
      factors: [
        { code: 'CALLS_IN_3_MONTHS', weight: 10, count: 6 },
        { code: 'PHYSICAL_CONFLICT', weight: 30, count: 1 },
      ],
      jointUnits: ['POLICE_STATION', 'JUDICIAL_OFFICE', 'WOMENS_FEDERATION'],
    });
    const { facts, acceptedAt } = cases.find(({ id }) => id === warning!.caseId)!;
    expect(facts).toContain('三个月内六次报警');
    expect(warning!.pushedAt < acceptedAt!).toBe(true);
  });

  it('have warnings of every level whose scores are the sums of their factors', () => {
    const warnings = rowsOf('DisputeWarning');
    expect(tally(warnings.map(({ level }) => level)).size).toBe(4);
    for (const { score, factors } of warnings) {
      expect(score).toBe(factors.reduce((sum, { weight, count }) => sum + weight * count, 0));
    }
    expect(warnings.some(({ level, status }) => level === 'RED' && status === 'PUSHED')).toBe(true);
  });

  it('have people who were released and not visited within 30 days', () => {
    const overdue = rowsOf('DetentionMediation').filter(
      ({ releaseAt, followedUpAt }) => followedUpAt === null && END_MS - Date.parse(releaseAt!) > 30 * DAY_MS,
    );
    expect(overdue.length).toBeGreaterThan(2);
  });

  it('have agreements whose 30 days for confirmation are almost over', () => {
    const daysLeft = cases
      .filter(({ status }) => status === 'AGREED')
      .map(({ closedAt }) => 30 - (END_MS - Date.parse(closedAt!)) / DAY_MS);
    expect(daysLeft.filter((days) => days >= 0 && days < 5).length).toBeGreaterThan(0);
  });

  it('have families that come back after their agreement was performed', () => {
    const byPerson = Map.groupBy(rowsOf('MediationParty'), ({ idNo }) => idNo);
    const byId = new Map(cases.map((one) => [one.id, one]));
    const repeated = [...byPerson.values()].filter((parties) => parties.length > 1);
    expect(repeated.length).toBeGreaterThan(10);
    for (const parties of repeated) {
      const [first, second] = parties.map(({ caseId }) => byId.get(caseId)!);
      expect([first!.disputeKind, first!.status, first!.divisionCode]).toEqual([
        'MARRIAGE_FAMILY',
        'PERFORMED',
        second!.divisionCode,
      ]);
      expect(first!.closedAt! < second!.acceptedAt!).toBe(true);
    }
  });

  it('have violations in every state from ENTERED on, with points as the law allows', () => {
    const violations = rowsOf('Violation');
    expect(tally(violations.map(({ status }) => status)).size).toBe(8);
    for (const { violationCode, measured, standardValue } of violations) {
      if (violationCode === '1721') expect(measured! / standardValue!).toBeGreaterThanOrEqual(1.5);
      if (violationCode === '1636') expect(measured! / standardValue!).toBeLessThan(1.5);
    }
  });
});
