import { datexRecord, header, validity, writeDatex2 } from '../../rules/ingest/publications/write-datex.ts';
import { detourOf, workZone, wzdxFeedOf } from '../../rules/ingest/publications/write-wzdx.ts';
import { openReaders, type OpenReaders } from '../../storage/readers/open-readers.ts';
import { type Intake, openIntake } from './intake.ts';

const AGENCIES = { public: '', police: 'AG-TRAFFIC-POLICE', operator: 'AG-TRANSPORT-CENTRE' } as const;
const YEAR = { from: '2026-01-01T00:00:00+08:00', to: '2027-01-01T00:00:00+08:00' };

describe('Road events of other systems', () => {
  let intake: Intake;
  const opened: OpenReaders[] = [];
  beforeAll(async () => {
    intake = await openIntake();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(opened.map((readers) => readers.close()));
    await intake.database.drop();
  });

  const takeDatex = (...records: string[]) =>
    intake.ingestText('datex2-situations', writeDatex2({ records }), 'd.xml');
  const takeWzdx = (...features: object[]) =>
    intake.ingestText('wzdx-events', JSON.stringify(wzdxFeedOf(...features)), 'w.geojson');
  function readAs(who: keyof typeof AGENCIES): OpenReaders['traffic'] {
    const readers = openReaders(intake.database, {}, { agency: AGENCIES[who] });
    opened.push(readers);
    return readers.traffic;
  }
  const find = (id: string) => readAs('operator').roadEvent(id);

  it('are known by their ids and versions: a later one counts, whichever comes first', async () => {
    const told = (version: string, status: string) =>
      datexRecord('a', 'Accident', `${validity('active')}<severity>${status}</severity>`, version);
    await takeDatex(told('2', 'high'), told('1', 'low'));
    const severities = () =>
      intake.rows(`select version, severity from traffic.road_event where id = 'datex-a'`);
    expect(await severities()).toEqual([{ version: 2, severity: 'HIGH' }]);
    expect(await takeDatex(told('1', 'lowest'))).toMatchObject({ rowsWritten: 0, rowsDuplicate: 1 });
    expect(await takeDatex(told('2', 'high'))).toMatchObject({ rowsWritten: 0, rowsDuplicate: 1 });
    expect(await severities()).toEqual([{ version: 2, severity: 'HIGH' }]);
    expect(await takeDatex(told('3', 'none'))).toMatchObject({ rowsWritten: 1 });
    expect(await severities()).toEqual([{ version: 3, severity: 'NONE' }]);
  });

  it('are on the segment that their road and stake say', async () => {
    await intake.rows(`
      insert into traffic.road (id, code_system, road_ref, online_label) values ('g', 'GB_T_917', 'G332', 'PUBLIC');
      insert into traffic.road_segment (id, road_id, road_code, code_system, road_ref, direction, division_code, start_stake_m,
          end_stake_m, online_label)
        select 'g' || at, 'g', 'G332', 'GB_T_917', 'G332', 'BOTH', '150782', at * 1000, (at + 1) * 1000, 'PUBLIC'
          from generate_series(0, 2) as at`);
    const on = (road: string, metres: number): string => `<groupOfLocations><pointAlongLinearElement>
      <linearElement><roadNumber>${road}</roadNumber></linearElement>
      <distanceAlongLinearElement><distanceAlong>${metres}</distanceAlong></distanceAlongLinearElement>
    </pointAlongLinearElement></groupOfLocations>`;
    await takeDatex(
      datexRecord('on', 'Accident', on('G332', 1_000)),
      datexRecord('off', 'Accident', on('G332', 3_000)),
    );
    expect([await find('datex-on'), await find('datex-off')]).toMatchObject([
      { roadCode: 'G332', startStakeM: 1_000, segmentId: 'g1', divisionCode: '150782' },
      { roadCode: 'G332', startStakeM: 3_000, segmentId: null, divisionCode: null },
    ]);
  });

  it('end when their system says so, but for those that were moved here', async () => {
    const over = '<management><lifeCycleManagement><end>true</end></lifeCycleManagement></management>';
    await takeDatex(datexRecord('here', 'Accident'), datexRecord('there', 'Accident'));
    await intake.rows(
      `update traffic.road_event set state_version = 1, status = 'CLEARED' where id = 'datex-here'`,
    );
    await takeDatex(datexRecord('here', 'Accident', '', '2'), datexRecord('there', 'Accident', over, '2'));
    expect([await find('datex-here'), await find('datex-there')]).toMatchObject([
      { status: 'CLEARED', stateVersion: 1 },
      { status: 'CLEARED', stateVersion: 0 },
    ]);
  });

  it('that wait for somebody to verify them have two hours', async () => {
    await takeDatex(datexRecord('perhaps', 'Accident').replace('>certain<', '>probable<'));
    expect(await find('datex-perhaps')).toMatchObject({
      status: 'REPORTED',
      validFrom: '2026-03-01T06:00:00.000+08:00',
      dueAt: '2026-03-01T08:00:00.000+08:00',
    });
  });

  it('take over the way around that their feed tells, now or later', async () => {
    const receipt = await takeWzdx(
      detourOf('w1'),
      workZone('w1'),
      workZone('w2'),
      detourOf('elsewhere'),
      detourOf(null),
    );
    expect(receipt).toMatchObject({ rowsRead: 5, quarantined: { UNKNOWN_EVENT: 2 }, rowsWritten: 2 });
    const words = async (id: string) => (await readAs('public').detour(id))?.description;
    expect([await words('wzdx-w1'), await words('wzdx-w2')]).toEqual(['G331,S201', undefined]);
    await takeWzdx(detourOf('w2', { description: '经国道331线绕行。' }));
    expect(await words('wzdx-w2')).toBe('经国道331线绕行。');
    expect(await find('wzdx-w1-detour')).toBeNull();
    expect(await find('wzdx-w1')).toMatchObject({
      geometry: { type: 'LineString' },
      roadName: '海拉尔至罕达盖公路',
    });
  });

  it('are told to whom their system opens them, and to nobody else: not listed, found, counted or closing a road', async () => {
    const accident = (id: string, said: string): string =>
      writeDatex2({
        header: said,
        records: [
          datexRecord(
            id,
            'Accident',
            '<impact><trafficConstrictionType>roadBlocked</trafficConstrictionType></impact>',
          ),
        ],
      });
    for (const [id, confidentiality, status] of [
      ['open', 'noRestriction', 'real'],
      ['test', 'noRestriction', 'test'],
      ['shut', 'restrictedToAuthorities', 'real'],
      ['own', 'internalUse', 'real'],
    ] as const)
      await intake.ingestText(
        'datex2-situations',
        accident(`x-${id}`, header(confidentiality, status)),
        'x.xml',
      );
    await intake.rows(`
      update traffic.road_event set division_code = '150724', road_code = 'G331', start_stake_m = 1000
        where id in ('datex-x-shut', 'datex-x-own');
      update traffic.road_event set division_code = '150724' where id in ('datex-x-open', 'datex-x-test');
      insert into traffic.road (id, code_system, road_ref, online_label) values ('r', 'GB_T_917', 'G331', 'PUBLIC');
      insert into traffic.road_segment (id, road_id, road_code, code_system, road_ref, direction, start_stake_m, end_stake_m, online_label)
        values ('s', 'r', 'G331', 'GB_T_917', 'G331', 'BOTH', 0, 9000, 'PUBLIC');
      update traffic.road_event set detour_legs = '[{"roadCode": "G331", "fromStakeM": 0, "toStakeM": 5000}]'
        where id = 'datex-x-open'`);
    const seen = async (who: keyof typeof AGENCIES) => {
      const read = readAs(who);
      const { nodes } = await read.roadEvents({
        first: 50,
        filter: { divisionCode: '150724' },
        orderBy: 'ID_ASC',
      });
      const byId = await Promise.all(
        ['open', 'own', 'shut', 'test'].map((id) => read.roadEvent(`datex-x-${id}`)),
      );
      expect(byId.flatMap((event) => event?.id ?? [])).toEqual(nodes.map(({ id }) => id));
      expect(await read.roadEventIn('datex-x-own', null)).toEqual(
        who === 'operator' ? expect.anything() : null,
      );
      return {
        ids: nodes.map(({ id }) => id.slice('datex-x-'.length)),
        // Exercises are no accidents, for nobody.
        accidents: await read.accidentCount('150724', YEAR),
        isOpen: (await read.detour('datex-x-open'))?.isOpen,
      };
    };
    const told = await intake.rows<{ audience: string; ids: string[]; numbers: number[] }>(`
      select audience, array_agg(row_id order by number) as ids, array_agg(number::int order by number) as numbers
        from live.event where topic = 'roadEvent' and row_id like 'datex-x-%' group by audience`);
    const toldOf = (audience: string) => told.find((each) => each.audience === audience)!;
    expect(new Set(toldOf('NO_RESTRICTION').ids)).toEqual(new Set(['datex-x-open']));
    expect(new Set(toldOf('RESTRICTED_TO_AUTHORITIES').ids)).toEqual(
      new Set(['datex-x-open', 'datex-x-test', 'datex-x-shut']),
    );
    expect(new Set(toldOf('INTERNAL_USE').ids).size).toBe(4);
    for (const { numbers } of told) expect(numbers).toEqual(numbers.map((_number, at) => numbers[0]! + at));
    expect(await seen('public')).toEqual({ ids: ['open'], accidents: 1, isOpen: true });
    expect(await seen('police')).toEqual({ ids: ['open', 'shut', 'test'], accidents: 2, isOpen: false });
    expect(await seen('operator')).toEqual({
      ids: ['open', 'own', 'shut', 'test'],
      accidents: 3,
      isOpen: false,
    });
  });
});
