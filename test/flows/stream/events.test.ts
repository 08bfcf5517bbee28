import { sha256Hex } from '../../../src/base/index.ts';
import { until } from '../../world/until.ts';
import { type LiveWorld, openLiveWorld, type Told, WAYS } from './live-world.ts';

let world: LiveWorld;
beforeAll(async () => {
  world = await openLiveWorld();
}, 120_000);
afterAll(() => world.close());

const ALARMS = 'subscription ($after: Int) { alarmRaised(afterNumber: $after) { id kind owner } }';
const EVENTS = `subscription ($in: AdminDivisionCode, $after: Int) {
  roadEventChanged(divisionCode: $in, afterNumber: $after) { id status divisionCode } }`;
const OVERSIGHT = { purpose: 'OVERSIGHT' };
const ROAD_SAFETY = { purpose: 'ROAD_SAFETY' };

const idsOf = (told: readonly Told[], field = 'alarmRaised'): unknown[] =>
  told.map(({ data }) => data?.[field]?.['id']);
const numbersOf = (told: readonly Told[]): unknown[] =>
  told.map(({ extensions }) => extensions?.event?.number);
const codesOf = (told: readonly Told[]): unknown[] =>
  told.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions['code']));

describe.each(WAYS)('A subscription by %s', (way) => {
  it('tells an agency of its own alarms alone, in order, each with its number', async () => {
    const { told, stop } = await world.follow(way, 'steward', ALARMS, OVERSIGHT);
    const ids = [await world.raiseAlarm('AG-TRAFFIC-POLICE')];
    await world.raiseAlarm('AG-TRANSPORT-CENTRE');
    ids.push(await world.raiseAlarm('AG-TRAFFIC-POLICE'));
    await until(() => told.length === 2);
    expect(idsOf(told)).toEqual(ids);
    // Numbers have no hole where another agency’s alarm was.
    const [first, second] = numbersOf(told) as [number, number];
    expect(second).toBe(first + 1);
    stop();
  });

  it('tells the keeper of the log of every alarm', async () => {
    const { told, stop } = await world.follow(way, 'auditor', ALARMS, OVERSIGHT);
    const ids = [await world.raiseAlarm('AG-TRAFFIC-POLICE'), await world.raiseAlarm('AG-JUSTICE-BUREAU')];
    await until(() => told.length === 2);
    expect(idsOf(told)).toEqual(ids);
    stop();
  });

  it('records the intent, and one release for each answer, whose digest is that of the answer', async () => {
    const intents = await world.countRecords('INTENT');
    const releases = await world.countRecords('RELEASE');
    const { told, stop } = await world.follow(way, 'steward', ALARMS, OVERSIGHT);
    await world.raiseAlarm('AG-TRAFFIC-POLICE');
    await world.raiseAlarm('AG-JUSTICE-BUREAU');
    await until(() => told.length === 1);
    expect([await world.countRecords('INTENT'), await world.countRecords('RELEASE')]).toEqual([
      intents + 1,
      releases + 1,
    ]);
    const { receipt, ...extensions } = told[0]!.extensions!;
    expect(sha256Hex(JSON.stringify({ ...told[0], extensions }))).toBe(receipt!.resultSha256);
    stop();
  });

  it('goes on after the last number that was had, and repeats nothing', async () => {
    const before = await world.follow(way, 'steward', ALARMS, OVERSIGHT);
    await world.raiseAlarm('AG-TRAFFIC-POLICE');
    await until(() => before.told.length === 1);
    before.stop();
    const missed = [await world.raiseAlarm('AG-TRAFFIC-POLICE'), await world.raiseAlarm('AG-TRAFFIC-POLICE')];
    const [after] = numbersOf(before.told);
    const { told, stop } = await world.follow(way, 'steward', ALARMS, { ...OVERSIGHT, variables: { after } });
    const live = await world.raiseAlarm('AG-TRAFFIC-POLICE');
    await until(() => told.length === 3);
    expect(idsOf(told)).toEqual([...missed, live]);
    stop();
  });

  it('follows road events of a division, as they are reported and as they change', async () => {
    const { told, stop } = await world.follow(way, 'analyst', EVENTS, {
      ...ROAD_SAFETY,
      variables: { in: '150700' },
    });
    await world.reportRoadEvent(`${way} 1`, { division_code: '150724' });
    await world.reportRoadEvent(`${way} elsewhere`, { division_code: '150102' });
    await world.reportRoadEvent(`${way} 1`, { division_code: '150724' });
    await world.reportRoadEvent(`${way} 1`, { division_code: '150724', status: 'CLEARED' });
    await until(() => told.length >= 2);
    expect(told.map(({ data }) => data?.['roadEventChanged'])).toEqual([
      // The row as it is when it is told of.
      { id: `${way} 1`, status: expect.any(String), divisionCode: '150724' },
      { id: `${way} 1`, status: 'CLEARED', divisionCode: '150724' },
    ]);
    stop();
  });

  it.each([
    ['by the public', 'public', EVENTS, {}, 'UNAUTHORIZED_FIELD_OR_TYPE'],
    ['by whom nothing opens it to', 'analyst', ALARMS, ROAD_SAFETY, 'UNAUTHORIZED_FIELD_OR_TYPE'],
    ['without a purpose', 'analyst', EVENTS, {}, 'PURPOSE_REQUIRED'],
    [
      'with a token that does not hold',
      'analyst',
      EVENTS,
      { ...ROAD_SAFETY, token: 'x.y.z' },
      'UNAUTHENTICATED',
    ],
    ['of what is no event', 'analyst', '{ roadEvents { nodes { id } } }', ROAD_SAFETY, 'OPERATION_INVALID'],
    [
      'that does not fit the schema',
      'analyst',
      'subscription { roadEventChanged { x } }',
      ROAD_SAFETY,
      'OPERATION_INVALID',
    ],
    [
      'after a number that was never given',
      'steward',
      ALARMS,
      { ...OVERSIGHT, variables: { after: 1_000_000 } },
      'EVENTS_FORGOTTEN',
    ],
  ] as const)('is refused with one recorded answer: %s', async (_what, caller, query, options, code) => {
    const records = async (): Promise<number> =>
      (await world.countRecords('DENY')) + (await world.countRecords('ERROR'));
    const before = await records();
    const { told, ended } = await world.follow(way, caller, query, options);
    await ended;
    expect(codesOf(told)).toEqual([code]);
    expect(told[0]!.data ?? null).toBeNull();
    expect(told[0]!.extensions?.receipt).toBeDefined();
    expect(await records()).toBe(before + 1);
  });

  it('is refused where what follows is no longer kept', async () => {
    const owner = 'AG-DETENTION-CENTRE';
    await world.raiseAlarm(owner);
    const database = world.database as unknown as {
      admin<T>(work: (client: { query(sql: string): T }) => T): T;
    };
    await database.admin((client) =>
      client.query(
        `delete from live.event where audience = '*' and number <= (select max(number) from live.event where audience = '*')`,
      ),
    );
    const { told, ended } = await world.follow(way, 'auditor', ALARMS, {
      ...OVERSIGHT,
      variables: { after: 1 },
    });
    await ended;
    expect(codesOf(told)).toEqual(['EVENTS_FORGOTTEN']);
  });
});

it('tells nobody of anything where a subscription is asked for as one answer', async () => {
  const { status, body } = await world.ask('steward', 'subscription { alarmRaised { id } }', OVERSIGHT);
  expect([status, body.data ?? null, body.errors?.[0]?.extensions['code']]).toEqual([
    400,
    null,
    'OPERATION_INVALID',
  ]);
});
