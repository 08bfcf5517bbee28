import { HOLIDAY_INSTANT } from '../../../src/sample/index.ts';
import { FLOW_PLACE, SampleAnswers } from '../../sample-answers.ts';

const JANUARY = { from: '2026-01-01T00:00:00+08:00', to: '2026-02-01T00:00:00+08:00' };

describe('The sample has an answer worth reading', () => {
  const answers = new SampleAnswers();

  it('to question 1: the busiest low-grade segments of 150724 at night have a checkpoint, the next three have none', () => {
    const segments = answers.lowGradeNightFlow();
    expect(answers.unwatchedAtNight()).toEqual(['G332-023', 'G332-022', 'X902-150724-002']);
    expect(segments[0]!.nearestKm).toBeLessThan(20);
    const distances = segments.flatMap(({ nearestKm }) => (nearestKm === null ? [] : [nearestKm]));
    // None so near the limit that a rounding decides.
    expect(distances.filter((km) => km > 18 && km < 22)).toEqual([]);
    expect(segments.some(({ nearestKm }) => nearestKm === null)).toBe(true);
  });

  it('to question 2: coaches run at night over five low-grade segments, and hardly over others', () => {
    const counts = [...answers.coachesAtNight()].toSorted(([, one], [, other]) => other - one);
    expect(
      counts
        .slice(0, 5)
        .map(([segmentId]) => segmentId)
        .toSorted(),
    ).toEqual(['G111-015', 'G301-002', 'G331-013', 'G332-008', 'S202-004']);
    expect(counts[4]![1]).toBeGreaterThan(4 * counts[5]![1]);
  });

  it('to question 4: three cameras miss trucks, over the winter and already over a week', () => {
    const blind = ['G10-008', 'G301-010', 'G5511-001'];
    expect(answers.truckCounts()).toHaveLength(9);
    expect(answers.blindSegments()).toEqual(blind);
    expect(
      answers.blindSegments({ from: '2026-02-01T00:00:00+08:00', to: '2026-02-08T00:00:00+08:00' }),
    ).toEqual(blind);
  });

  it('to question 5: rates differ by segment and code, and some segments have no count', () => {
    const rates = answers.violationRates();
    const known = rates.filter(({ perTenThousand }) => perTenThousand !== null);
    expect(known.length).toBeGreaterThan(200);
    expect(rates.length).toBeGreaterThan(known.length);
    const values = known.map(({ perTenThousand }) => perTenThousand!);
    expect(Math.max(...values)).toBeGreaterThan(20 * Math.min(...values));
  });

  it('to question 7: three checkpoints on holiday routes are silent at noon of the festival, one is switched off', () => {
    const silent = answers.silentCheckpoints(HOLIDAY_INSTANT, 6);
    expect(silent.map(({ id, status, roadCode }) => `${id} ${status} ${roadCode}`)).toEqual([
      'CP-005 NORMAL G10',
      'CP-011 NORMAL G111',
      'CP-024 NORMAL G331',
      'CP-039 DISABLED S203',
    ]);
    expect(answers.silentCheckpoints('2026-02-16T12:00:00+08:00', 6).map(({ id }) => id)).toEqual(['CP-039']);
  });

  it('to question 9: five classes in almost every hour of a month at one stake', () => {
    const flow = answers.hourlyFlow(FLOW_PLACE.roadCode, FLOW_PLACE.stakeM, JANUARY);
    const hours = new Set(flow.map(({ start }) => start));
    expect(hours.size).toBeGreaterThan(31 * 24 - 10);
    expect(hours.size).toBeLessThan(31 * 24);
    expect(flow).toHaveLength(5 * hours.size);
    expect(flow.reduce((sum, { vehicleCount }) => sum + vehicleCount, 0)).toBeGreaterThan(50_000);
  });

  it('to question 10: at six gantries many six-axle trucks are too heavy, elsewhere few', () => {
    const shares = answers
      .axleLoads()
      .filter(({ axleCount }) => axleCount === 6)
      .map(({ gantryId, passages, overweight }) => ({ gantryId, share: overweight / passages }));
    expect(shares).toHaveLength(30);
    const prone = shares.filter(({ share }) => share > 0.1).map(({ gantryId }) => gantryId.slice(0, 10));
    expect(prone).toEqual([
      'G001015004',
      'G001015004',
      'G001015006',
      'G001015006',
      'G551115011',
      'G551115011',
    ]);
  });

  it('to question 11: of four closures with a detour one leads over a road that is shut, and one over class 4', () => {
    const closures = answers.closuresWithDetour();
    expect(closures.map(({ segmentId, isOpen }) => [segmentId, isOpen])).toEqual([
      ['S302-004', true],
      ['S302-009', false],
      ['Y104-150723-002', true],
      ['Y107-150726-003', true],
    ]);
    expect(
      closures.map(({ grades }) => [...grades].toSorted((one, other) => (one! < other! ? -1 : 1)).at(-1)),
    ).toEqual(['CLASS_3', 'SUBSTANDARD', 'CLASS_3', 'CLASS_4']);
  });

  it('to question 13: snow drifts closed many roads in three winters, the second a mild one', () => {
    const summary = answers.closureSummary();
    const inWinter = (year: number): number =>
      summary.filter(({ winter }) => winter === year).reduce((sum, { closures }) => sum + closures, 0);
    expect(new Set(summary.map(({ winter }) => winter))).toEqual(new Set([2023, 2024, 2025]));
    expect(inWinter(2024) * 2).toBeLessThan(inWinter(2023));
    expect(inWinter(2023)).toBeLessThan(inWinter(2025));
    expect(new Set(summary.map(({ roadCode }) => roadCode)).size).toBeGreaterThan(12);
    expect(summary.every(({ meanHours }) => meanHours! >= 3 && meanHours! <= 60)).toBe(true);
  });

  it('to question 16: every county has accidents, and mediations about fewer of them', () => {
    const counties = answers.accidentsAndMediations();
    expect(counties).toHaveLength(14);
    for (const { accidents, roadAccidentMediations } of counties) {
      expect(accidents).toBeGreaterThan(0);
      expect(roadAccidentMediations).toBeLessThan(accidents);
    }
    expect(new Set(counties.map(({ accidents }) => accidents)).size).toBeGreaterThan(8);
  });

  it('whatever the seed, where the answer was put there on purpose', () => {
    const other = new SampleAnswers(42);
    expect(other.blindSegments()).toEqual(answers.blindSegments());
    expect(other.silentCheckpoints(HOLIDAY_INSTANT, 6)).toEqual(
      answers.silentCheckpoints(HOLIDAY_INSTANT, 6),
    );
    expect(other.unwatchedAtNight()).toHaveLength(3);
  });
});
