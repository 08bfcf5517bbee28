import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { insertRows } from './insert-rows.ts';
import { openReaders, type OpenReaders } from './open-readers.ts';

// Now is 2026-03-02T12:00:00+08:00.
const G331 = {
  road_id: 'g331',
  road_code: 'G331',
  code_system: 'GB_T_917',
  road_ref: 'G331',
  direction: 'BOTH',
};
const X901 = { ...G331, road_id: 'x901', road_code: 'X901', road_ref: 'X901' };
const SEGMENTS = [
  { ...G331, id: 'a', technical_grade: 'CLASS_2', start_stake_m: 0, end_stake_m: 10_000 },
  // A chain that breaks: there is no K10+000 to K10+400.
  { ...G331, id: 'b', technical_grade: 'CLASS_3', start_stake_m: 10_400, end_stake_m: 20_000 },
  { ...G331, id: 'c', technical_grade: null, start_stake_m: 20_000, end_stake_m: 30_000 },
  // One number, two roads.
  {
    ...X901,
    id: 'x',
    division_code: '150724',
    technical_grade: 'CLASS_4',
    start_stake_m: 0,
    end_stake_m: 9_000,
  },
  {
    ...X901,
    id: 'y',
    division_code: '150782',
    technical_grade: 'CLASS_1',
    start_stake_m: 0,
    end_stake_m: 9_000,
  },
];
const leg = (roadCode: string, fromStakeM: number, toStakeM: number, more: object = {}) => ({
  roadCode,
  fromStakeM,
  toStakeM,
  ...more,
});
const event = (id: string, more: object) => ({
  id,
  version: 1,
  event_kind: 'CLOSURE',
  status: 'ACTIVE',
  information_status: 'REAL',
  confidentiality: 'NO_RESTRICTION',
  vehicle_impact: 'ALL_LANES_CLOSED',
  valid_from: '2026-03-01T00:00:00+08:00',
  division_code: '150724',
  ...more,
});
const around = (id: string, ...detour_legs: object[]) => event(id, { detour_legs });

describe('The way around a road event', () => {
  let database: TestDatabase;
  const opened: OpenReaders[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.admin(async (admin) => {
      for (const { road_id, road_code, code_system, road_ref } of [G331, X901])
        await insertRows(admin, 'traffic.road', [{ id: road_id, road_code, code_system, road_ref }]);
      await insertRows(admin, 'traffic.road_segment', SEGMENTS);
      await insertRows(admin, 'traffic.road_event', [
        around('up', leg('G331', 1_000, 15_000)),
        around('down', leg('G331', 19_000, 1_000)),
        around('over two roads', leg('G331', 0, 20_000), leg('X901', 0, 9_000)),
        around('in another county', leg('X901', 0, 9_000, { divisionCode: '150782' })),
        around('off the register', leg('G331', 15_000, 99_000)),
        around('of no known grade', leg('G331', 15_000, 30_000)),
        around('nowhere', leg('S999', 0, 1_000)),
        event('in words', { detour: '沿辅路绕行。' }),
        event('none', {}),
      ]);
    });
  }, 60_000);
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((readers) => readers.close()));
    await database.admin((admin) => admin.query(`delete from traffic.road_event where id like 'closing%'`));
  });
  afterAll(() => database.drop());

  function traffic(): OpenReaders['traffic'] {
    const readers = openReaders(database, {});
    opened.push(readers);
    return readers.traffic;
  }
  const close = (more: object, id = 'closing'): Promise<void> =>
    database.admin((admin) => insertRows(admin, 'traffic.road_event', [event(id, more)]));
  async function isOpen(id: string): Promise<boolean | null | undefined> {
    return (await traffic().detour(id))?.isOpen;
  }

  it('leads over the segments between its stakes, in the order of travel', async () => {
    const read = traffic();
    expect(await read.detour('up')).toEqual({
      eventId: 'up',
      description: null,
      legs: [{ ...leg('G331', 1_000, 15_000), divisionCode: null, segmentIds: ['a', 'b'] }],
      lowestGrade: 'CLASS_3',
      isOpen: true,
    });
    expect((await read.detour('down'))?.legs[0]?.segmentIds).toEqual(['b', 'a']);
    const over = await read.detour('over two roads');
    expect(over?.legs.map(({ segmentIds }) => segmentIds)).toEqual([['a', 'b'], ['x']]);
    expect(over?.lowestGrade).toBe('CLASS_4');
  });

  it('is on the rural road of the division that it names, or of the event’s', async () => {
    expect(await traffic().detour('in another county')).toMatchObject({
      legs: [{ segmentIds: ['y'], divisionCode: '150782' }],
      lowestGrade: 'CLASS_1',
    });
  });

  it('is told of without a grade, or without whether it is open, where the register does not know it', async () => {
    const read = traffic();
    const told = async (id: string) => {
      const detour = await read.detour(id);
      return detour === null ? null : [detour.description, detour.lowestGrade, detour.isOpen];
    };
    expect(await told('of no known grade')).toEqual([null, null, true]);
    expect(await told('off the register')).toEqual([null, null, null]);
    expect(await told('nowhere')).toEqual([null, null, null]);
    expect(await told('in words')).toEqual(['沿辅路绕行。', null, null]);
    expect(await told('none')).toBeNull();
  });

  it.each([
    ['on a part of it', { road_code: 'G331', start_stake_m: 12_000, end_stake_m: 18_000 }],
    ['at one stake', { road_code: 'G331', start_stake_m: 12_000, end_stake_m: 12_000 }],
    ['at one stake, told once', { road_code: 'G331', start_stake_m: 12_000 }],
    ['told against the stakes', { road_code: 'G331', start_stake_m: 18_000, end_stake_m: 12_000 }],
    ['on a whole segment', { segment_id: 'b' }],
    ['until tomorrow', { segment_id: 'b', valid_to: '2026-03-03T00:00:00+08:00' }],
  ])('is shut by a closure %s', async (_where, closure) => {
    await close(closure);
    expect(await isOpen('up')).toBe(false);
    // Also where not all of it is known.
    await close({ road_code: 'G331', start_stake_m: 50_000, end_stake_m: 60_000 }, 'closing too');
    expect(await isOpen('off the register')).toBe(false);
  });

  it.each([
    ['before it', { road_code: 'G331', start_stake_m: 0, end_stake_m: 1_000 }],
    [
      'behind it, on the same segment',
      { segment_id: 'b', road_code: 'G331', start_stake_m: 15_000, end_stake_m: 20_000 },
    ],
    ['on another road', { road_code: 'S201', start_stake_m: 1_000, end_stake_m: 15_000 }],
    ['that is over', { segment_id: 'b', valid_to: '2026-03-02T11:00:00+08:00' }],
    ['that has not begun', { segment_id: 'b', valid_from: '2026-03-02T13:00:00+08:00' }],
    ['that is planned', { segment_id: 'b', status: 'PENDING' }],
    ['that was cleared', { segment_id: 'b', status: 'CLEARED' }],
    ['that is an exercise', { segment_id: 'b', information_status: 'TECHNICAL_EXERCISE' }],
    ['of some lanes', { segment_id: 'b', vehicle_impact: 'SOME_LANES_CLOSED' }],
  ])('is not shut by a closure %s', async (_which, closure) => {
    await close(closure);
    expect(await isOpen('up')).toBe(true);
  });

  it('is not shut by a closure of the road of the same number in another county', async () => {
    await close({ road_code: 'X901', division_code: '150724', start_stake_m: 0, end_stake_m: 9_000 });
    expect([await isOpen('in another county'), await isOpen('over two roads')]).toEqual([true, false]);
  });

  it('is what events are found by: all of it open, and of a grade or better', async () => {
    const found = async (openDetour: string | null): Promise<string[]> =>
      (await traffic().roadEvents({ first: 50, filter: { openDetour }, orderBy: 'ID_ASC' })).nodes.map(
        ({ id }) => id,
      );
    expect(await found('CLASS_1')).toEqual(['in another county']);
    expect(await found('CLASS_3')).toEqual(['down', 'in another county', 'up']);
    expect(await found('SUBSTANDARD')).toEqual(['down', 'in another county', 'over two roads', 'up']);
    expect(await found(null)).toHaveLength(9);
    await close({ segment_id: 'a' });
    expect(await found('SUBSTANDARD')).toEqual(['in another county']);
  });
});
