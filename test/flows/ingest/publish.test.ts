import {
  ingestRecords,
  readAdapter,
  type CanonicalRecord,
  type IngestReceipt,
  type RecordTypeName,
} from '../../../src/ingest/index.ts';
import { openIntake, type Intake } from './intake.ts';

let intake: Intake;
beforeAll(async () => {
  intake = await openIntake();
});
afterAll(() => intake.database.drop());

function take<T extends RecordTypeName>(type: T, ...rows: CanonicalRecord<T>[]): Promise<IngestReceipt> {
  const labelled = rows.map((row) => Object.assign({ onlineLabel: 'INTERNAL' as const }, row));
  return ingestRecords({ type, rows: labelled, sourceName: `test ${type}` }, intake.ports);
}

const segment = (id: string, roadRef: string, startStakeM: number | null, more: object = {}) =>
  ({
    id,
    codeSystem: 'GB_T_917',
    roadRef,
    roadCode: roadRef,
    direction: 'BOTH',
    startStakeM,
    endStakeM: startStakeM === null ? null : startStakeM + 10_000,
    lengthKm: 9,
    divisionCode: '150724',
    ...more,
  }) as CanonicalRecord<'RoadSegment'>;

const checkpoint = (id: string, more: object = {}) =>
  ({
    id,
    status: 'NORMAL',
    category: 'COUNTY',
    usage: 'TRAFFIC',
    isEnforcement: false,
    divisionCode: '150724',
    ...more,
  }) as CanonicalRecord<'Checkpoint'>;

describe('road segments', () => {
  it('make their roads, rural ones per county, and name a road where all of it has one name', async () => {
    await take(
      'RoadSegment',
      segment('g10-1', 'G10', 0, { roadName: '绥满高速' }),
      segment('g10-2', 'G10', 10_000, { roadName: '绥满高速' }),
      segment('x904-a', 'X904', 0, { roadName: '南路' }),
      segment('x904-b', 'X904', 0, { roadName: '北路', divisionCode: '150782' }),
      segment('s201-1', 'S201', 0, { roadName: '东街' }),
      segment('s201-2', 'S201', 10_000, { roadName: '西街' }),
    );
    expect(await intake.rows('select id, name from traffic.road order by id')).toEqual([
      { id: 'GB_T_917:G10', name: '绥满高速' },
      { id: 'GB_T_917:S201', name: null },
      { id: 'GB_T_917:X904:150724', name: '南路' },
      { id: 'GB_T_917:X904:150782', name: '北路' },
    ]);
  });

  it('lie along their road by their lengths, never by a difference of stakes', async () => {
    await take('RoadSegment', segment('g10-3', 'G10', 50_000), segment('g10-x', 'G10', null));
    const places = await intake.rows(
      `select segment_id, along_road_start_m as start, along_road_end_m as end from reference.segment_place
        where road_id = 'GB_T_917:G10' order by 2`,
    );
    expect(places).toEqual([
      { segment_id: 'g10-1', start: 0, end: 9_000 },
      { segment_id: 'g10-2', start: 9_000, end: 18_000 },
      { segment_id: 'g10-3', start: 18_000, end: 27_000 },
      { segment_id: 'g10-x', start: null, end: null },
    ]);
  });

  it('are changed where their register changed, and counted as there already where not', async () => {
    const receipt = await take(
      'RoadSegment',
      segment('g10-1', 'G10', 0, { roadName: '绥满高速' }),
      segment('g10-2', 'G10', 10_000, { roadName: '绥满高速', laneCount: 4 }),
    );
    expect(receipt).toMatchObject({ rowsRead: 2, rowsWritten: 1, rowsDuplicate: 1 });
    expect(await intake.rows(`select lane_count from traffic.road_segment where id = 'g10-2'`)).toEqual([
      { lane_count: 4 },
    ]);
  });

  it('count once where one file names them twice, and the later one holds', async () => {
    const receipt = await take(
      'RoadSegment',
      segment('s7', 'S7', 0),
      segment('s7', 'S7', 0, { laneCount: 2 }),
    );
    expect(receipt).toMatchObject({ rowsWritten: 1, rowsDuplicate: 1 });
    expect(await intake.rows(`select lane_count from traffic.road_segment where id = 's7'`)).toEqual([
      { lane_count: 2 },
    ]);
  });
});

describe('what refers to something unknown', () => {
  it.each([
    ['Gantry', 'UNKNOWN_SEGMENT', { id: 'g', segmentId: 'nowhere', direction: 'UP' }],
    ['Lane', 'UNKNOWN_CHECKPOINT', { checkpointId: 'nowhere', laneNo: 1 }],
    [
      'CheckpointPassage',
      'UNKNOWN_CHECKPOINT',
      { id: 'p', checkpointId: 'nowhere', passTime: '2026-01-31T00:00:00Z', vehicleGroup: 'OTHER' },
    ],
    [
      'GantryPassage',
      'UNKNOWN_GANTRY',
      { id: 'p', gantryId: 'nowhere', transTime: '2026-01-31T00:00:00Z', vehicleGroup: 'OTHER' },
    ],
    ['MediationParty', 'UNKNOWN_CASE', { caseId: 'nowhere', ordinal: 1 }],
  ] as const)('as a %s is quarantined: %s', async (type, code, row) => {
    const receipt = await take(type, row as CanonicalRecord<typeof type>);
    expect(receipt).toMatchObject({
      rowsRead: 1,
      rowsWritten: 0,
      rowsDuplicate: 0,
      quarantined: { [code]: 1 },
    });
  });

  it('is quarantined by line, type and code, and gets in once the other is there', async () => {
    const lane = { checkpointId: 'late', laneNo: 1 } as const;
    await take('Lane', lane);
    const waiting = `select line_no, record_type, code from ingest.quarantine join ingest.batch on id = batch_id
      where source_name = 'test Lane' and published_at > now() - interval '1 minute' and file_digest =
        (select file_digest from ingest.batch where source_name = 'test Lane' order by published_at desc limit 1)`;
    expect(await intake.rows(waiting)).toEqual([
      { line_no: 1, record_type: 'Lane', code: 'UNKNOWN_CHECKPOINT' },
    ]);
    await take('Checkpoint', checkpoint('late'));
    expect(await take('Lane', lane)).toMatchObject({ rowsWritten: 1, quarantined: {} });
    expect(await intake.rows(waiting)).toEqual([]);
  });

  it('is quarantined as a case whose number another one has', async () => {
    const caseOf = (id: string) =>
      ({ id, caseNo: 'no-1', disputeKind: 'NEIGHBOUR', status: 'ACCEPTED' }) as const;
    const receipt = await take('MediationCase', caseOf('m1'), caseOf('m2'));
    expect(receipt).toMatchObject({ rowsWritten: 1, quarantined: { CASE_NO_TAKEN: 1 } });
  });
});

describe('a checkpoint', () => {
  const placeOf = (id: string) =>
    intake.rows(
      `select segment_id, road_id, round(along_road_m) as along_road_m from checkpoint.checkpoint where id = '${id}'`,
    );
  const crosswalk = (id: string, policeKm: number, segmentId: string, stakeM: number) =>
    ({ id, policeRoadCode: '00010', policeKm, policeM: 0, roadCode: 'G10', stakeM, segmentId }) as const;

  it('stands on no segment before the crosswalk knows its place', async () => {
    await take(
      'Checkpoint',
      checkpoint('near', { policeRoadCode: '00010', policeKm: 15, policeM: 500 }),
      checkpoint('far', { policeRoadCode: '00010', policeKm: 40, policeM: 0 }),
    );
    expect(await placeOf('near')).toEqual([{ segment_id: null, road_id: null, along_road_m: null }]);
  });

  it('moves, with its passages, when the crosswalk arrives; beyond 2 km it stays where it is', async () => {
    await take('CheckpointPassage', {
      id: 'p1',
      checkpointId: 'near',
      passTime: '2026-01-31T22:00:00+08:00',
      vehicleGroup: 'TRUCK',
    });
    await take('RoadCrosswalk', crosswalk('x1', 16, 'g10-2', 15_000), crosswalk('x2', 13, 'g10-1', 9_000));
    expect(await placeOf('near')).toEqual([
      { segment_id: 'g10-2', road_id: 'GB_T_917:G10', along_road_m: 13_500 },
    ]);
    expect(await placeOf('far')).toEqual([{ segment_id: null, road_id: null, along_road_m: null }]);
    expect(
      await intake.rows(`select segment_id, division_code, usage from checkpoint.passage where id = 'p1'`),
    ).toEqual([{ segment_id: 'g10-2', division_code: '150724', usage: 'TRAFFIC' }]);
  });

  it('takes its earlier passages along when it turns out to be for public security', async () => {
    await take(
      'Checkpoint',
      checkpoint('near', { policeRoadCode: '00010', policeKm: 15, policeM: 500, usage: 'PUBLIC_SECURITY' }),
    );
    expect(await intake.rows(`select usage from checkpoint.passage where id = 'p1'`)).toEqual([
      { usage: 'PUBLIC_SECURITY' },
    ]);
  });

  it('lends its segment to a violation that has no place of its own', async () => {
    const violation = (id: string, more: object) =>
      ({
        id,
        violationTime: '2026-01-31T22:00:00+08:00',
        violationCode: '1352',
        status: 'ENTERED',
        ...more,
      }) as const;
    await take(
      'Violation',
      violation('v1', { policeRoadCode: '00010', policeKm: 13, policeM: 100 }),
      violation('v2', { checkpointId: 'near' }),
      violation('v3', {}),
    );
    expect(
      await intake.rows('select id, segment_id, division_code from checkpoint.violation order by id'),
    ).toEqual([
      { id: 'v1', segment_id: 'g10-1', division_code: null },
      { id: 'v2', segment_id: 'g10-2', division_code: '150724' },
      { id: 'v3', segment_id: null, division_code: null },
    ]);
  });
});

describe('a gantry and a case', () => {
  it('hand their division down, also when it changes', async () => {
    await take('Gantry', { id: 'gan', segmentId: 'g10-1', direction: 'UP', lon: 120, lat: 49 });
    const passage = {
      id: 'gp',
      gantryId: 'gan',
      transTime: '2026-01-31T22:00:00+08:00',
      vehicleGroup: 'TRUCK',
    } as const;
    await take('GantryPassage', passage);
    await take('Gantry', { id: 'gan', segmentId: 'x904-b', direction: 'UP', lon: 120, lat: 49 });
    expect(await intake.rows('select segment_id, division_code from traffic.gantry_passage')).toEqual([
      { segment_id: 'x904-b', division_code: '150782' },
    ]);
    expect(await intake.rows('select * from reference.gantry_place')).toEqual([
      { gantry_id: 'gan', segment_id: 'x904-b', lon: 120, lat: 49 },
    ]);

    const caseIn = (divisionCode: string) =>
      ({ id: 'm9', caseNo: 'no-9', disputeKind: 'NEIGHBOUR', status: 'ACCEPTED', divisionCode }) as const;
    await take('MediationCase', caseIn('150724'));
    await take('MediationParty', { caseId: 'm9', ordinal: 1, name: '孟某' });
    await take('MediationCase', caseIn('150782'));
    expect(await intake.rows('select name, division_code from mediation.mediation_party')).toEqual([
      { name: '孟某', division_code: '150782' },
    ]);
  });

  it('tie a detention and a warning to the cases of their mediation, also when those change; agencies are each row’s own', async () => {
    const tiedTo = (caseNo: string): CanonicalRecord<'MediationCase'> => ({
      id: 'm10',
      caseNo: 'no-10',
      disputeKind: 'NEIGHBOUR',
      status: 'ACCEPTED',
      agencies: ['AG-TRAFFIC-POLICE'],
      caseFiles: [`AG-TRAFFIC-POLICE ${caseNo}`],
    });
    await take('MediationCase', tiedTo('A-1'));
    await take('DetentionMediation', {
      id: 'd10',
      caseId: 'm10',
      facilityId: 'f',
      facilityAgency: 'AG-DETENTION-CENTRE',
      status: 'INTAKE',
      intakeAt: '2026-01-31T22:00:00+08:00',
    });
    await take('DisputeWarning', {
      id: 'w10',
      modelId: 'm',
      modelVersion: '1',
      score: 1,
      factors: [],
      level: 'RED',
      status: 'PUSHED',
      subjectRef: 'SUBJ-00000001',
      jointUnits: ['WOMENS_FEDERATION'],
      caseId: 'm10',
      pushedAt: '2026-01-31T22:00:00+08:00',
    });
    // As a request states it, whose header is normalised: in half width.
    await take('MediationCase', tiedTo('呼公交（2026）2号'));
    expect(
      await intake.rows(
        `select agencies, case_keys from mediation.mediation_case where id = 'm10'
         union all select agencies, case_keys from mediation.detention_mediation where id = 'd10'
         union all select agencies, case_keys from mediation.dispute_warning where id = 'w10'`,
      ),
    ).toEqual(
      [['AG-TRAFFIC-POLICE'], ['AG-DETENTION-CENTRE'], ['AG-WOMENS-FEDERATION']].map((agencies) => ({
        agencies,
        case_keys: ['AG-TRAFFIC-POLICE 呼公交(2026)2号'],
      })),
    );
  });
});

describe('night flow', () => {
  const flow = (stationId: string, periodStart: string, vehicleCount: number | null, more: object = {}) =>
    ({
      stationId,
      stationType: 'CONTINUOUS',
      segmentId: 's201-1',
      periodStart,
      periodMinutes: 60,
      direction: 'UP',
      vehicleClass: 'SMALL_PASSENGER',
      vehicleCount,
      ...more,
    }) as CanonicalRecord<'FlowObservation'>;

  it('is the mean over the nights seen, from 22:00 to 06:00 at +08:00, and counts no vehicle twice', async () => {
    await take(
      'FlowObservation',
      // One night over midnight, up and down: 30 + 12.
      flow('a', '2026-01-30T22:00:00+08:00', 10),
      flow('a', '2026-01-31T05:00:00+08:00', 20),
      flow('d', '2026-01-31T01:00:00+08:00', 12, { direction: 'DOWN' }),
      // The same vehicles at another station of the segment; an hour by day; an hour without data.
      flow('b', '2026-01-30T22:00:00+08:00', 7),
      flow('a', '2026-01-31T06:00:00+08:00', 500),
      flow('a', '2026-01-31T04:00:00+08:00', null),
      // The next night.
      flow('a', '2026-01-31T14:30:00Z', 18),
    );
    expect(await intake.rows(`select night_flow from traffic.road_segment where id = 's201-1'`)).toEqual([
      { night_flow: 30 },
    ]);
  });

  it('leaves out a flow whose station ends at an unknown gantry', async () => {
    const receipt = await take(
      'FlowObservation',
      flow('gan-gone', '2026-01-30T22:00:00+08:00', 1, {
        segmentId: null,
        gantryId: 'gan',
        endGantryId: 'gone',
      }),
    );
    expect(receipt.quarantined).toEqual({ UNKNOWN_GANTRY: 1 });
  });
});

it('spreads passages over the months of +08:00', async () => {
  const passage = (id: string, passTime: string) =>
    ({ id, checkpointId: 'near', passTime, vehicleGroup: 'OTHER' }) as const;
  await take('CheckpointPassage', passage('a', '2026-05-31T15:59:59Z'), passage('b', '2026-05-31T16:00:00Z'));
  expect(
    await intake.rows(
      `select id, tableoid::regclass::text as part from checkpoint.passage where id in ('a', 'b') order by id`,
    ),
  ).toEqual([
    { id: 'a', part: 'checkpoint.passage_2026_05' },
    { id: 'b', part: 'checkpoint.passage_2026_06' },
  ]);
});

it('takes in more rows than one chunk holds, parents and children in one file', async () => {
  const rows = Array.from({ length: 45_000 }, (_none, row) => `c${row},1\n`).join('');
  const receipt = await intake.ingestText(
    readAdapter(
      `adapter: lanes
version: 1
description: Checkpoints and their lanes.
format: csv
outputs:
  - type: Lane
    label: INTERNAL
    columns: { checkpointId: id, laneNo: lane }
  - type: Checkpoint
    label: INTERNAL
    columns:
      id: id
      status: { constant: NORMAL }
      category: { constant: COUNTY }
      usage: { constant: TRAFFIC }
      isEnforcement: { constant: false }
`,
      'lanes.yaml',
    ),
    `id,lane\n${rows}`,
  );
  expect(receipt).toMatchObject({ rowsRead: 45_000, rowsWritten: 45_000, quarantined: {} });
  expect(receipt.types.Checkpoint).toMatchObject({ written: 45_000 });
});
