import { readFileSync } from 'node:fs';
import { systemClock } from '../../src/base/index.ts';
import { ingestFile, type IngestPorts, readAdapter } from '../../src/ingest/index.ts';
import { createIngestStore } from '../../src/storage/index.ts';
import { createIngestLog } from '../../src/wiring/index.ts';
import { itWithSharedData, sharedFile, shippedAdapter } from '../flows/ingest/intake.ts';
import { createTestDatabase } from '../postgres/database.ts';
import { NO_INCIDENTS } from '../world/incidents.ts';
import { openWorld, type World } from '../world/open-world.ts';

const GANTRIES = 'tw-freeway/gantries.csv';
const M05A = 'tw-freeway/m05a_20240515_0700-0955.csv';

// All that a new file needs: its columns, its separator and its code table are like no shipped adapter's.
const KEELUNG_ADAPTER = `
adapter: keelung-checkpoints
version: 1
description: Checkpoints beside the northern end of Freeway 1, made up for this test.
format: csv
delimiter: ';'
datum: WGS84
tables:
  state: { '1': NORMAL, '2': DISABLED, '9': OTHER }
outputs:
  - type: Checkpoint
    label: INTERNAL
    columns:
      id: { template: 'keelung-{NO}' }
      name: NAME
      status: { from: STATE, table: state }
      category: { constant: URBAN }
      usage: { constant: TRAFFIC }
      isEnforcement: { constant: false }
      lon: X
      lat: Y
`;

// At gantry 01F0017N; a hundredth of a degree east of it, 1.007 km; at the other end of the island.
const KEELUNG_CHECKPOINTS = `NO;NAME;STATE;X;Y
1;Badu;1;121.725906;25.109567
2;Keelung Depot;2;121.735906;25.109567
3;Kaohsiung;1;120.31;22.63
`;

const QUERY = `
  query FlowAndWhoWatchesIt($during: TimeRange!) {
    gantries(first: 2, filter: { segmentIds: ["tw-01F0017N", "tw-03F4263S"] }) {
      nodes {
        id
        segment { id roadName lengthKm }
        flowObservations(first: 10, during: $during) { vehicleClass vehicleCount averageSpeedKph }
        checkpointsNearby(withinKm: 5) { distanceKm checkpoint { id name status } }
      }
    }
  }`;

describe('Real gantries, real flow, and checkpoints from a file that nobody has seen before', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(await createTestDatabase());
  });
  afterAll(() => world.close());

  itWithSharedData('answer one question over two agencies', async () => {
    await takeInAll(world);
    const { status, body } = await world.ask('analyst', QUERY, {
      purpose: 'ROAD_SAFETY',
      variables: { during: { from: '2024-05-15T09:55:00+08:00', to: '2024-05-15T10:00:00+08:00' } },
    });
    expect([status, body.errors]).toEqual([200, undefined]);
    const observed = flowInFile('2024/05/15 09:55', '01F0017N');
    expect(observed).toHaveLength(5);
    expect(body.data).toEqual({
      gantries: {
        nodes: [
          {
            id: '01F0017N',
            segment: { id: 'tw-01F0017N', roadName: '國道一號', lengthKm: 1.2 },
            flowObservations: observed,
            checkpointsNearby: [
              { distanceKm: 0, checkpoint: { id: 'keelung-1', name: 'Badu', status: 'NORMAL' } },
              {
                distanceKm: expect.closeTo(1.007, 2),
                checkpoint: { id: 'keelung-2', name: 'Keelung Depot', status: 'DISABLED' },
              },
            ],
          },
          expect.objectContaining({ id: '03F4263S', checkpointsNearby: [] }),
        ],
      },
    });
  });
});

async function takeInAll({ database, gateway }: World): Promise<void> {
  const ports: IngestPorts = {
    store: createIngestStore(database.ingest),
    log: createIngestLog(gateway.audit),
    incidents: NO_INCIDENTS,
    clock: systemClock,
  };
  for (const [name, file, rows] of [
    ['tw-gantries', GANTRIES, 341],
    ['tw-m05a', M05A, 75_060],
  ] as const) {
    const order = { adapter: await shippedAdapter(name), path: sharedFile(file) };
    expect(await ingestFile(order, ports)).toMatchObject({ rowsWritten: rows });
  }
  const adapter = readAdapter(KEELUNG_ADAPTER, 'keelung.yaml');
  const order = { adapter, name: 'keelung.csv', stream: streamOf(KEELUNG_CHECKPOINTS) };
  expect(await ingestFile(order, ports)).toMatchObject({ rowsRead: 3, rowsWritten: 3, quarantined: {} });
}

/** What the file itself says of one gantry in five minutes, by vehicle class. */
function flowInFile(start: string, gantryId: string): readonly object[] {
  const classes: Readonly<Record<string, string>> = {
    '31': 'SMALL_PASSENGER',
    '32': 'SMALL_TRUCK',
    '41': 'LARGE_PASSENGER',
    '42': 'LARGE_TRUCK',
    '5': 'TRAILER_TRUCK',
  };
  return readFileSync(sharedFile(M05A), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.startsWith(`${start},${gantryId},`))
    .map((line) => line.split(',').slice(3) as [string, string, string])
    .map(([type, speed, vehicles]) => ({
      vehicleClass: classes[type]!,
      vehicleCount: Number(vehicles),
      averageSpeedKph: Number(speed),
    }))
    .toSorted((one, other) => (one.vehicleClass < other.vehicleClass ? -1 : 1));
}

async function* streamOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
