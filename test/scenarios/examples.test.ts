import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HOLIDAY_INSTANT } from '../../src/sample/index.ts';
import { FLOW_PLACE, SampleAnswers, type Span } from '../sample-answers.ts';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { World } from '../world/open-world.ts';
import { askExample } from '../world/read-example.ts';

const FEBRUARY: Span = { from: '2026-02-01T00:00:00+08:00', to: '2026-03-01T00:00:00+08:00' };

/** A list in an answer, of rows that this file describes where it reads them. */
interface Listed<Row> {
  readonly nodes: readonly Row[];
}

describe('Asked over GraphQL, the sample gives the answers that its streams hold', () => {
  const answers = new SampleAnswers();
  const asked = new Set<string>();
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  async function answerTo<Field extends string, Shape>(name: string): Promise<Record<Field, Shape>> {
    asked.add(`${name}.graphql`);
    const { status, body } = await askExample(world, name);
    expect([status, body.errors]).toEqual([200, undefined]);
    return body.data as Record<Field, Shape>;
  }

  it('question 1: the low-grade segments of 150724 by night flow, and the three busiest without a checkpoint', async () => {
    interface Segment {
      readonly id: string;
      readonly nightFlow: number | null;
      readonly nearestCheckpoint: { readonly distanceKm: number } | null;
    }
    const { roadSegments } = await answerTo<'roadSegments', Listed<Segment>>('01-low-grade-night-flow');
    const expected = answers.lowGradeNightFlow().map(({ segmentId, nightFlow, nearestKm }) => ({
      id: segmentId,
      nightFlow: nightFlow === null ? null : expect.closeTo(nightFlow),
      // The example looks 20 km along the road; PostgreSQL rounds to whole metres.
      distanceKm: nearestKm === null || nearestKm > 20 ? null : expect.closeTo(nearestKm, 2),
    }));
    expect(
      roadSegments.nodes.map(({ id, nightFlow, nearestCheckpoint }) => ({
        id,
        nightFlow,
        distanceKm: nearestCheckpoint?.distanceKm ?? null,
      })),
    ).toEqual(expected);
    const unwatched = roadSegments.nodes.filter(({ nearestCheckpoint }) => nearestCheckpoint === null);
    expect(unwatched.slice(0, 3).map(({ id }) => id)).toEqual(['G332-023', 'G332-022', 'X902-150724-002']);
  });

  it('question 2: coaches at night over every low-grade segment, many over five of them', async () => {
    interface Segment {
      readonly id: string;
      readonly coachesAtNight: number;
    }
    const { roadSegments } = await answerTo<'roadSegments', Listed<Segment>>('02-coaches-at-night');
    const counted = new Map(roadSegments.nodes.map(({ id, coachesAtNight }) => [id, coachesAtNight]));
    expect(counted.size).toBe(183);
    expect(new Map([...counted].filter(([, coaches]) => coaches > 0))).toEqual(
      answers.coachesAtNight(FEBRUARY),
    );
    const busiest = [...counted].toSorted(([, one], [, other]) => other - one).map(([id]) => id);
    expect(busiest.slice(0, 5).toSorted()).toEqual([
      'G111-015',
      'G301-002',
      'G331-013',
      'G332-008',
      'S202-004',
    ]);
  });

  it('question 4: lorries under gantries and at checkpoints, and three cameras that miss many', async () => {
    interface Group {
      readonly vehicleGroup: string;
      readonly passages: number;
      readonly segment: { readonly id: string; readonly checkpointTrucks: number };
    }
    const { gantryStatistics } = await answerTo<'gantryStatistics', readonly Group[]>('04-blind-cameras');
    const bySegment = new Map(
      gantryStatistics
        .filter(({ vehicleGroup }) => vehicleGroup === 'TRUCK')
        .map(({ passages, segment: { id, checkpointTrucks } }) => [
          id,
          { id, gantryTrucks: passages, checkpointTrucks },
        ]),
    );
    for (const { segmentId, gantryTrucks, checkpointTrucks } of answers.truckCounts(FEBRUARY)) {
      const told = bySegment.get(segmentId);
      expect([segmentId, told?.checkpointTrucks]).toEqual([segmentId, checkpointTrucks]);
      // Rounded to five.
      expect(Math.abs(told!.gantryTrucks - gantryTrucks)).toBeLessThanOrEqual(2.5);
    }
    const watched = new Set(answers.checkpointSegments.values());
    const blind = [...bySegment.values()]
      .filter(({ id }) => watched.has(id))
      .filter(({ gantryTrucks, checkpointTrucks }) => gantryTrucks > 1.3 * checkpointTrucks)
      .map(({ id }) => id);
    expect(blind.toSorted()).toEqual(['G10-008', 'G301-010', 'G5511-001']);
  });

  it('question 5: violations for every 10,000 vehicles, on every segment that has a checkpoint', async () => {
    interface Rate {
      readonly violationCode: string;
      readonly violations: number;
      readonly passages: number;
      readonly perTenThousand: number | null;
    }
    interface Checkpoint {
      readonly segment: { readonly id: string; readonly violationRates: readonly Rate[] };
    }
    const { checkpoints } = await answerTo<'checkpoints', Listed<Checkpoint>>(
      '05-violations-per-ten-thousand',
    );
    const told = checkpoints.nodes.flatMap(({ segment }) =>
      segment.violationRates.map((rate) => ({ segmentId: segment.id, ...rate })),
    );
    const watched = new Set(answers.checkpointSegments.values());
    const expected = answers.violationRates().filter(({ segmentId }) => watched.has(segmentId));
    expect(inOrder(told)).toEqual(inOrder(expected));
    expect(told.filter(({ perTenThousand }) => perTenThousand !== null).length).toBeGreaterThan(200);
  });

  it('question 7: the three checkpoints on holiday routes that were silent at noon of the Spring Festival', async () => {
    interface Checkpoint {
      readonly id: string;
      readonly status: string;
      readonly lastPassageAt: string;
      readonly segment: { readonly roadCode: string };
    }
    const { checkpoints } = await answerTo<'checkpoints', Listed<Checkpoint>>('07-silent-checkpoints');
    const onHolidayRoutes = answers
      .silentCheckpoints(HOLIDAY_INSTANT, 6)
      .filter(({ roadCode }) => ['G10', 'G111', 'G331'].includes(roadCode));
    expect(
      checkpoints.nodes.map(({ id, status, segment }) => ({ id, status, roadCode: segment.roadCode })),
    ).toEqual(onHolidayRoutes);
    expect(onHolidayRoutes).toHaveLength(3);
    for (const { lastPassageAt } of checkpoints.nodes) {
      expect(Date.parse(HOLIDAY_INSTANT) - Date.parse(lastPassageAt)).toBeGreaterThan(6 * 3_600_000);
    }
  });

  it('question 9: vehicles of each class at one stake, hour by hour over a month', async () => {
    interface Bucket {
      readonly start: string;
      readonly vehicleClass: string;
      readonly vehicleCount: number;
      readonly averageSpeedKph: number | null;
    }
    const { flowAtStake } = await answerTo<'flowAtStake', readonly Bucket[]>('09-flow-at-one-stake');
    const expected = answers.hourlyFlow(FLOW_PLACE.roadCode, FLOW_PLACE.stakeM, FEBRUARY);
    expect(flowAtStake).toEqual(
      expected.map(({ averageSpeedKph, ...bucket }) => ({
        ...bucket,
        averageSpeedKph: averageSpeedKph === null ? null : expect.closeTo(averageSpeedKph, 6),
      })),
    );
    expect(flowAtStake.length).toBeGreaterThan(5 * 650);
  });

  it('question 10: goods vehicles by axles under each gantry, and six gantries where many are too heavy', async () => {
    interface Load {
      readonly axleCount: number;
      readonly passages: number;
      readonly overweight: number;
    }
    interface Gantry {
      readonly id: string;
      readonly axleLoads: readonly Load[];
    }
    const { gantries } = await answerTo<'gantries', Listed<Gantry>>('10-overweight-gantries');
    const told = gantries.nodes.flatMap(({ id, axleLoads }) =>
      axleLoads.map((load) => ({ gantryId: id, ...load })),
    );
    expect(told).toEqual(answers.axleLoads());
    const prone = told.filter(
      ({ axleCount, passages, overweight }) => axleCount === 6 && overweight > passages / 10,
    );
    expect(new Set(prone.map(({ gantryId }) => gantryId)).size).toBe(6);
  });

  it('question 11: the closed segments that have an open detour of class 3 or better', async () => {
    interface Closure {
      readonly segment: { readonly id: string };
      readonly detour: { readonly isOpen: boolean; readonly lowestGrade: string };
    }
    const { roadEvents } = await answerTo<'roadEvents', Listed<Closure>>('11-closures-with-a-detour');
    const expected = answers
      .closuresWithDetour()
      .filter(({ isOpen, grades }) => isOpen && !grades.has('CLASS_4') && !grades.has('SUBSTANDARD'));
    expect(roadEvents.nodes.map(({ segment }) => segment.id).toSorted()).toEqual(
      expected.map(({ segmentId }) => segmentId),
    );
    expect(expected).toHaveLength(2);
    expect(roadEvents.nodes.map(({ detour }) => [detour.isOpen, detour.lowestGrade])).toEqual([
      [true, 'CLASS_3'],
      [true, 'CLASS_3'],
    ]);
  });

  it('question 13: closures by snow drifts, road by road and winter by winter', async () => {
    interface Closures {
      readonly roadCode: string;
      readonly winter: number;
      readonly closures: number;
      readonly meanHours: number | null;
    }
    const { closureSummary } = await answerTo<'closureSummary', readonly Closures[]>(
      '13-snow-drift-closures',
    );
    expect(closureSummary).toEqual(
      answers.closureSummary().map(({ meanHours, ...closures }) => ({
        ...closures,
        meanHours: meanHours === null ? null : expect.closeTo(meanHours, 6),
      })),
    );
    expect(new Set(closureSummary.map(({ winter }) => winter))).toEqual(new Set([2023, 2024, 2025]));
  });

  it('question 16: accidents and the mediations about them, in all fourteen counties', async () => {
    interface Division {
      readonly code: string;
      readonly accidentCount: number;
      readonly roadAccidentMediations: number;
    }
    const { adminDivisions } = await answerTo<'adminDivisions', Listed<Division>>(
      '16-accidents-and-mediation',
    );
    expect(
      adminDivisions.nodes.map(({ code, accidentCount, roadAccidentMediations }) => ({
        code,
        accidents: accidentCount,
        roadAccidentMediations,
      })),
    ).toEqual(answers.accidentsAndMediations());
    expect(adminDivisions.nodes).toHaveLength(14);
  });

  it('and no other example is left unasked', () => {
    const shipped = readdirSync(join(import.meta.dirname, '../../examples'));
    expect(shipped.filter((name) => name.endsWith('.graphql')).toSorted()).toEqual([...asked].toSorted());
  });
});

function inOrder<Row extends { readonly segmentId: string; readonly violationCode: string }>(
  rates: readonly Row[],
): readonly Row[] {
  const keyOf = ({ segmentId, violationCode }: Row): string => `${segmentId} ${violationCode}`;
  return rates.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
