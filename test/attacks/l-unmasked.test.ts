import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, graphql } from 'graphql';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { World } from '../world/open-world.ts';
import { readRecord } from '../world/read-record.ts';

const QUERY = '{ checkpoint(id: "CP-1") { name passages(first: 2) { plateNo passTime vehicleGroup } } }';

const schema = buildSchema(`
  type Query { checkpoint(id: ID!): Checkpoint }
  type Checkpoint {
    id: ID! name: String passages(first: Int! = 20): [CheckpointPassage!]
    passageCount(during: TimeRange!): Int
  }
  input TimeRange { from: String! to: String! }
  type CheckpointPassage { id: ID! plateNo: String passTime: String vehicleGroup: String }
`);

/** What the agency says instead of masking; replaced by each test. */
let passages: readonly Record<string, unknown>[] = [];
let passageCount: number | null = null;

/** An agency that speaks as ours do and masks nothing: too old, wrong, or lying. */
async function openUnmasking(): Promise<Server> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { query, variables } = JSON.parse(Buffer.concat(parts).toString('utf8')) as {
        query: string;
        variables: object;
      };
      const rootValue = {
        checkpoint: {
          __typename: 'Checkpoint',
          id: 'CP-1',
          name: '海拉尔东卡口',
          passages: () => passages,
          passageCount: () => passageCount,
        },
      };
      void (async () => {
        const answer = await graphql({ schema, source: query, variableValues: { ...variables }, rootValue });
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answer));
      })();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return server;
}

describe('An agency that does not mask', () => {
  let folder: string;
  let server: Server;
  let world: World;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-unmasked-'));
    server = await openUnmasking();
    await writeFile(
      join(folder, 'supergraph.yaml'),
      `subgraphs:
  - { name: traffic, local: true }
  - { name: checkpoint, url: 'http://127.0.0.1:${(server.address() as AddressInfo).port}/' }
  - { name: mediation, local: true }
  - { name: oversight, local: true }
`,
    );
    world = await openSampleWorld({
      LUKOU_DATA: join(folder, 'data'),
      LUKOU_SUPERGRAPH: join(folder, 'supergraph.yaml'),
    });
  }, 120_000);
  afterAll(async () => {
    await world.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });

  const ask = () => world.ask('transport', QUERY, { purpose: 'ROAD_SAFETY' });

  it('is believed where what it says can be a mask’s answer (positive control)', async () => {
    passages = [
      { id: 'p', plateNo: '蒙E*****', passTime: '2026-02-28T21:00:00+08:00', vehicleGroup: 'TRUCK' },
    ];
    const { body } = await ask();
    expect([body.errors, body.data]).toEqual([
      undefined,
      { checkpoint: { name: '海拉尔东卡口', passages: [expect.objectContaining({ plateNo: '蒙E*****' })] } },
    ]);
  });

  it('has its values taken out, and the record says that something was wrong', async () => {
    passages = [
      { id: 'p', plateNo: '蒙E12345', passTime: '2026-02-28T21:00:00+08:00', vehicleGroup: 'TRUCK' },
      { id: 'q', plateNo: '蒙E*****', passTime: '2026-02-28T21:34:56+08:00', vehicleGroup: 'TRUCK' },
    ];
    const reply = await ask();
    expect(reply.text).not.toMatch(/蒙E12345|34:56/);
    expect(reply.body.data).toEqual({
      checkpoint: {
        name: '海拉尔东卡口',
        passages: [
          { plateNo: null, passTime: '2026-02-28T21:00:00+08:00', vehicleGroup: 'TRUCK' },
          { plateNo: '蒙E*****', passTime: null, vehicleGroup: 'TRUCK' },
        ],
      },
    });
    expect(reply.body.errors?.map(({ path, extensions }) => [path?.join('.'), extensions['code']])).toEqual([
      ['checkpoint.passages.plateNo', 'SUBGRAPH_FAULT'],
      ['checkpoint.passages.passTime', 'SUBGRAPH_FAULT'],
    ]);
    expect((await readRecord(world, reply)).result.code).toBe('SUBGRAPH_FAULT');
    expect(world.faults.map(String).join('\n')).toMatch(/CheckpointPassage\.plateNo came without its mask/);
    expect(world.faults.map(String).join('\n')).not.toContain('12345');
  });

  it.each([
    ['of groups, to the nearest five', 1550, 1550],
    ['of too few to be told', null, null],
    ['of three vehicles', 3, null],
    ['that was not rounded', 1551, null],
  ])('is believed about a number only where it can have been told so: one %s', async (_, said, told) => {
    passageCount = said;
    const query = `{ checkpoint(id: "CP-1") {
      passageCount(during: { from: "2026-02-01T00:00:00+08:00", to: "2026-03-01T00:00:00+08:00" }) } }`;
    const { body } = await world.ask('transport', query, { purpose: 'STATISTICS' });
    expect(body.data).toEqual({ checkpoint: { passageCount: told } });
    expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(
      said === told ? undefined : ['SUBGRAPH_FAULT'],
    );
  });
});
