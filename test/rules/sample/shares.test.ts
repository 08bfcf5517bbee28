import {
  HOURLY_PROFILE,
  PASSES_PER_PLATE,
  RECURRING_SHARE,
  VEHICLE_SHARES,
} from '../../../src/sample/index.ts';
import { rowsOf, tally } from './sample-rows.ts';

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sum of the products of the deviations from the means. */
function jointDeviation(one: readonly number[], other: readonly number[]): number {
  const [meanOne, meanOther] = [meanOf(one), meanOf(other)];
  return one.reduce((sum, value, at) => sum + (value - meanOne) * (other[at]! - meanOther), 0);
}

function correlation(one: readonly number[], other: readonly number[]): number {
  return jointDeviation(one, other) / Math.sqrt(jointDeviation(one, one) * jointDeviation(other, other));
}

function byHour(instants: Iterable<string>): number[] {
  const hours = Array<number>(24).fill(0);
  for (const instant of instants) hours[Number(instant.slice(11, 13))]!++;
  return hours;
}

describe('Traffic of the sample', () => {
  const passages = rowsOf('CheckpointPassage');

  it('follows the measured hours of the day', () => {
    expect(correlation(byHour(passages.map(({ passTime }) => passTime)), HOURLY_PROFILE)).toBeGreaterThan(
      0.998,
    );
    const tolls = byHour(rowsOf('GantryPassage').map(({ transTime }) => transTime));
    expect(correlation(tolls, HOURLY_PROFILE)).toBeGreaterThan(0.998);
    const shifted = [...HOURLY_PROFILE.slice(3), ...HOURLY_PROFILE.slice(0, 3)];
    expect(correlation(tolls, shifted)).toBeLessThan(0.9);
  });

  it('has as many recurring plates on a day as the express lane had', () => {
    const days = Map.groupBy(
      passages.filter(({ plateNo }) => typeof plateNo === 'string'),
      ({ passTime }) => passTime.slice(0, 10),
    );
    expect(days.size).toBe(90);
    let plates = 0;
    let recurring = 0;
    let seen = 0;
    for (const day of days.values()) {
      const counts = tally(day.map(({ plateNo }) => plateNo));
      plates += counts.size;
      seen += day.length;
      for (const count of counts.values()) if (count > 1) recurring++;
    }
    expect(recurring / plates).toBeCloseTo(RECURRING_SHARE, 1.7);
    expect(seen / plates).toBeCloseTo(PASSES_PER_PLATE, 1.7);
  });

  it('has the groups of vehicles that the freeway had', () => {
    const tolls = rowsOf('GantryPassage');
    const groups = tally(tolls.map(({ vehicleGroup }) => vehicleGroup));
    const total = tolls.length;
    const { bus, lightTruck, heavyTruck, trailer } = VEHICLE_SHARES;
    expect(groups.get('COACH')! / total).toBeCloseTo(bus, 2);
    expect(groups.get('TRUCK')! / total).toBeCloseTo(lightTruck + heavyTruck + trailer, 2);
  });

  it('is heavier at the Spring Festival than on a plain weekday', () => {
    const days = tally(passages.map(({ passTime }) => passTime.slice(0, 10)));
    expect(days.get('2026-02-18')! / days.get('2026-02-04')!).toBeCloseTo(1.35, 1);
  });

  it('runs on roads of which more than half are of class 3 or lower', () => {
    const segments = rowsOf('RoadSegment');
    const km = (grades: readonly unknown[]): number =>
      segments
        .filter(({ technicalGrade }) => grades.includes(technicalGrade))
        .reduce((sum, { lengthKm }) => sum + lengthKm!, 0);
    const low = km(['CLASS_3', 'CLASS_4', 'SUBSTANDARD']);
    expect(low / (low + km(['EXPRESSWAY', 'CLASS_1', 'CLASS_2']))).toBeGreaterThan(0.5);
    expect(segments.length).toBeGreaterThan(200);
    expect(new Set(segments.map(({ divisionCode }) => divisionCode)).size).toBe(14);
  });
});

describe('Cases of the sample', () => {
  it.each([
    ['NEIGHBOUR', 24.9],
    ['MARRIAGE_FAMILY', 18.9],
    ['ROAD_ACCIDENT', 13.3],
    ['OTHER', 10.1],
    ['FOREST_LAND', 8.4],
    ['CONTRACT', 6.0],
  ] as const)('are about %s in %d of 100, as domain.md says', (kind, percent) => {
    const cases = rowsOf('MediationCase');
    const ofKind = cases.filter(({ disputeKind }) => disputeKind === kind);
    expect((100 * ofKind.length) / cases.length).toBeCloseTo(percent, 5);
  });

  it('are of every kind, in every county, and mostly settled', () => {
    const cases = rowsOf('MediationCase');
    expect(tally(cases.map(({ disputeKind }) => disputeKind)).size).toBe(18);
    expect(tally(cases.map(({ divisionCode }) => divisionCode)).size).toBe(14);
    const ended = cases.filter(({ result }) => result !== 'CONTINUE');
    expect(ended.filter(({ result }) => result === 'SUCCESS').length / ended.length).toBeGreaterThan(0.94);
  });
});
