import { openSampleWorld } from '../../world/open-sample-world.ts';
import type { Asker, Reply, World } from '../../world/open-world.ts';

const WINTER = '{ from: "2025-12-01T00:00:00+08:00", to: "2026-03-01T00:00:00+08:00" }';
const CASES = `{ caseMeasures(during: ${WINTER}) { concluded resolved resolvedRate followedUp followUpRate } }`;
const WARNINGS = `{ warningMeasures(during: ${WINTER}) { pushed closed closedLoopRate } }`;
const ROADS = `{ roadMeasures(during: ${WINTER}) { lowGradeSegments observedSegments observedShare publishedEvents } }`;

describe('Measures through the gateway', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 180_000);
  afterAll(() => world.close());

  const ask = (asker: Asker, query: string, purpose: string | null): Promise<Reply> =>
    world.ask(asker, query, { purpose });
  const told = ({ body }: Reply): unknown => {
    expect(body.errors).toBeUndefined();
    return Object.values(body.data!)[0];
  };

  it('tell the bureau exactly, and another agency of groups, from the same cells as its other statistics', async () => {
    const own = told(await ask('justice', CASES, 'STATISTICS')) as Cases;
    expect(own.resolvedRate).toBe(Math.round((10_000 * own.resolved) / own.concluded) / 10_000);
    expect(own.followedUp).toBeLessThanOrEqual(own.concluded);
    const reply = await ask('analyst', CASES, 'STATISTICS');
    const others = told(reply) as { readonly resolved: number | null };
    expect(others).toMatchObject({ followedUp: null, followUpRate: null });
    // In the small sample some month has a group of too few: then nothing is told of all of them.
    expect(others.resolved === null || others.resolved % 5 === 0).toBe(true);
    expect(reply.body.extensions.disclosure).toEqual([
      expect.objectContaining({ path: ['caseMeasures'], decision: 'statistic:5/5' }),
    ]);
  });

  it('of warnings are for those who may read each of them', async () => {
    const mediators = told(await ask('justice', WARNINGS, 'MEDIATION')) as Warnings;
    expect(mediators.pushed).toBeGreaterThan(0);
    expect(mediators.closedLoopRate).toBe(
      Math.round((10_000 * mediators.closed) / mediators.pushed) / 10_000,
    );
    expect(told(await ask('analyst', WARNINGS, 'PUBLIC_SAFETY'))).toEqual(mediators);
  });

  it('of roads are for the agencies on them', async () => {
    const roads = told(await ask('transport', ROADS, 'ROAD_SAFETY')) as Roads;
    expect(roads.lowGradeSegments).toBeGreaterThan(roads.observedSegments);
    expect(roads.observedShare).toBeGreaterThan(0);
    expect(told(await ask('analyst', ROADS, 'STATISTICS'))).toEqual(roads);
  });

  it.each<[Asker, string, string, string | null]>([
    ['public', 'roads', ROADS, null],
    ['public', 'cases', CASES, null],
    ['transport', 'warnings', WARNINGS, 'STATISTICS'],
    ['transport', 'cases', CASES, 'STATISTICS'],
    ['analyst', 'warnings', WARNINGS, 'ROAD_SAFETY'],
    ['analyst', 'cases', CASES, 'PUBLIC_SAFETY'],
    ['detention', 'cases', CASES, 'MEDIATION'],
  ])('are withheld from %s where they are of %s and not agreed', async (asker, _of, query, purpose) => {
    const { body } = await ask(asker, query, purpose);
    expect(Object.values(body.data!)).toEqual([null]);
    expect(body.errors?.[0]?.extensions['code']).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });
});

interface Cases {
  readonly concluded: number;
  readonly resolved: number;
  readonly resolvedRate: number;
  readonly followedUp: number;
}

interface Warnings {
  readonly pushed: number;
  readonly closed: number;
  readonly closedLoopRate: number;
}

interface Roads {
  readonly lowGradeSegments: number;
  readonly observedSegments: number;
  readonly observedShare: number;
}
