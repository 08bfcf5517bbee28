import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAdapter } from '../../../src/ingest/index.ts';
import { openIntake, type Intake } from './intake.ts';

// A source that nobody has seen before needs an adapter file, and no line of code.
let intake: Intake;
let folder: string;
beforeAll(async () => {
  intake = await openIntake();
  folder = await mkdtemp(join(tmpdir(), 'lukou-ingest-'));
});
afterAll(async () => {
  await intake.database.drop();
  await rm(folder, { recursive: true });
});

const CHECKPOINTS = `
adapter: county-checkpoints
version: 1
description: Checkpoints as the county's platform exports them.
format: csv
encoding: gb18030
delimiter: ';'
datum: CGCS2000
tables:
  usage: { '80': PUBLIC_SECURITY, '81': TRAFFIC, '82': OTHER }
reject:
  - { column: 状态, is: ['3'], code: NOT_BUILT_YET }
outputs:
  - type: Checkpoint
    label: { column: 共享, table: { 有条件: INTERNAL, 无条件: PUBLIC } }
    columns:
      id: { template: 'county-{编号}' }
      checkpointId: 编号
      name: 名称
      divisionCode: { from: 编号, pattern: '^\\d{6}' }
      status: { from: 状态, table: { '1': NORMAL, '2': DISABLED }, otherwise: OTHER }
      category: { constant: COUNTY }
      usage: { from: 用途, table: usage }
      isEnforcement: { from: 执法, table: { 是: true, 否: false } }
      policeRoadCode: 道路
      policeKm: 公里
      lon: 经度
      lat: 纬度
`;

it('takes in checkpoints of a county in GB18030 by an adapter file alone', async () => {
  const path = join(folder, 'kakou.csv');
  const lines = [
    '编号;名称;状态;用途;执法;道路;公里;经度;纬度;共享',
    '15072400001210000001;伊敏河桥;1;81;是;00201;12;119.75;48.57;无条件',
    '15072400001210000002;机场路口;2;80;否;00201;25;119.82;49.20;有条件',
    '15072400001210000003;未建;3;81;否;;;;;有条件',
    '15072400001210000004;无区号;1;99;否;;;;;有条件',
  ];
  await writeFile(path, encodeGb18030(`${lines.join('\r\n')}\r\n`));
  const receipt = await intake.ingest(readAdapter(CHECKPOINTS, 'county-checkpoints.yaml'), path);
  expect(receipt).toMatchObject({
    adapter: 'county-checkpoints',
    rowsRead: 4,
    rowsWritten: 2,
    quarantined: { NOT_BUILT_YET: 1, USAGE_INVALID: 1 },
  });
  expect(receipt.fileDigest).toMatch(/^[0-9a-f]{64}$/);
  const [first] = await intake.rows(`select * from checkpoint.checkpoint where name = '伊敏河桥'`);
  expect(first).toMatchObject({
    id: 'county-15072400001210000001',
    division_code: '150724',
    usage: 'TRAFFIC',
    is_enforcement: true,
    police_km: 12,
    lon: 119.75,
    online_label: 'PUBLIC',
  });
});

const countsOf = (column: string, vehicleClass: string): string => `
  - type: FlowObservation
    label: PUBLIC
    columns:
      stationId: station
      stationType: { constant: INTERMITTENT }
      segmentId: segment
      periodStart: { from: hour, format: yyyyMMddHH }
      periodMinutes: { constant: 60 }
      direction: { constant: BOTH }
      vehicleClass: { constant: ${vehicleClass} }
      vehicleCount: { from: ${column}, noData: ['-'] }`;

const FLOW = `
adapter: county-flow
version: 1
description: Hourly counts of survey stations, one column a vehicle class.
format: csv
heading: [station, segment, hour, small, large]
timezone: '+08:00'
outputs:${countsOf('small', 'SMALL_PASSENGER')}${countsOf('large', 'LARGE_TRUCK')}
`;

it('takes in counts with one column a vehicle class by an adapter file alone', async () => {
  const segments = readAdapter(
    `adapter: segments
version: 1
description: Segments.
format: csv
outputs:
  - type: RoadSegment
    label: PUBLIC
    columns: { id: id, codeSystem: { constant: GB_T_917 }, roadRef: road, roadCode: road, direction: { constant: BOTH } }
`,
    'segments.yaml',
  );
  await intake.ingestText(segments, 'id,road\nS201-1,S201\n');
  const path = join(folder, 'flow.csv');
  await writeFile(path, 'J1,S201-1,2026013122,14,3\nJ1,S201-1,2026013123,-,5\nJ2,nowhere,2026013122,1,1\n');
  const receipt = await intake.ingest(readAdapter(FLOW, 'county-flow.yaml'), path);
  expect(receipt).toMatchObject({ rowsRead: 3, rowsWritten: 4, quarantined: { UNKNOWN_SEGMENT: 2 } });
  expect(
    await intake.rows(
      `select period_start, vehicle_class, vehicle_count from traffic.flow_observation order by 1, 2`,
    ),
  ).toEqual([
    { period_start: '2026-01-31T22:00:00.000+08:00', vehicle_class: 'LARGE_TRUCK', vehicle_count: 3 },
    { period_start: '2026-01-31T22:00:00.000+08:00', vehicle_class: 'SMALL_PASSENGER', vehicle_count: 14 },
    { period_start: '2026-01-31T23:00:00.000+08:00', vehicle_class: 'LARGE_TRUCK', vehicle_count: 5 },
    { period_start: '2026-01-31T23:00:00.000+08:00', vehicle_class: 'SMALL_PASSENGER', vehicle_count: null },
  ]);
});

/** Node decodes GB18030 but does not encode it: the two-byte characters are read backwards from the decoder. */
function encodeGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytesOf = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++)
      bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from([...text].flatMap((letter) => bytesOf.get(letter) ?? [letter.charCodeAt(0)]));
}
