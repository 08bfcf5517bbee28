import { type AddressInfo, connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { sha256Hex } from '../../src/base/index.ts';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { World } from '../world/open-world.ts';
import { messageOf, passage } from '../world/passages.ts';
import { queryRecords, RECORDS } from '../world/query-records.ts';
import { until } from '../world/until.ts';

type Sender = Parameters<World['tokenFor']>[0] | 'public';

const ROAD = '/ingest/gat1400-passages';
const JSON_TYPE = { 'content-type': 'application/json' };

describe('What a system of an agency hands in at /ingest', () => {
  let world: World;
  let port: number;
  beforeAll(async () => {
    world = await openSampleWorld({
      LUKOU_DELIVERIES: 'gat1400-passages,etc-passages',
      LUKOU_MAX_DELIVERY_BYTES: '4096',
    });
    await world.database.ingest.query(`
      insert into checkpoint.checkpoint (id, name, status, category, usage, is_enforcement, online_label)
      values ('tollgate-1', '伊敏河桥', 'NORMAL', 'COUNTY', 'TRAFFIC', true, 'INTERNAL')`);
    await world.gateway.app.listen({ host: '127.0.0.1', port: 0 });
    ({ port } = world.gateway.app.server.address() as AddressInfo);
  }, 120_000);
  afterAll(() => world.close());

  async function post(
    sender: Sender,
    payload: string | Buffer,
    headers: Record<string, string> = JSON_TYPE,
    url = ROAD,
  ) {
    const token = sender === 'public' ? {} : { authorization: `Bearer ${await world.tokenFor(sender)}` };
    return world.gateway.app.inject({ method: 'POST', url, headers: { ...token, ...headers }, payload });
  }

  async function countPassages(): Promise<number> {
    const { rows } = await world.database.ingest.query<{ count: number }>(
      `select count(*)::int as count from checkpoint.passage where checkpoint_id = 'tollgate-1'`,
    );
    return rows[0]!.count;
  }

  const newestRecord = async () =>
    (
      await queryRecords<{ leaf: Buffer }>(
        world.database.log,
        `select leaf from ${RECORDS} where log = 'gateway' order by index desc limit 1`,
      )
    ).map(({ leaf }) => JSON.parse(leaf.toString()) as Record<string, Record<string, unknown>>)[0]!;

  it('becomes rows, and a receipt says which: what is there already stays as it is', async () => {
    const first = await post(
      'police-feeder',
      messageOf(passage('pass-1'), passage('pass-2', { PassTime: 'soon' })),
    );
    expect([first.statusCode, first.json()]).toMatchObject([
      200,
      { adapter: 'gat1400-passages', rowsRead: 2, rowsWritten: 1, quarantined: { PASS_TIME_INVALID: 1 } },
    ]);
    const again = await post('police-feeder', messageOf(passage('pass-1'), passage('pass-2')));
    expect(again.json()).toMatchObject({ rowsRead: 2, rowsWritten: 1, rowsDuplicate: 1 });
    expect(await countPassages()).toBe(2);
  });

  it('is a record of the system that handed it in', async () => {
    const { log } = (await post('police-feeder', messageOf(passage('pass-3')))).json<{
      log: { index: number };
    }>();
    expect(await newestRecord()).toMatchObject({
      seq: log.index,
      stage: 'ADMIN',
      actor: { agency: 'AG-TRAFFIC-POLICE', role: 'feeder', auth: 'jwt' },
      op: { name: 'ingest gat1400-passages' },
      result: { rows: 1, code: 'OK' },
    });
  });

  it('is refused whole where it carries a secrecy mark, and the incident names the system', async () => {
    const before = await countPassages();
    const marked = messageOf(passage('pass-4'), passage('pass-5', { Remark: '机密★10年' }));
    const reply = await post('police-feeder', marked);
    // Sent again, and with another row before it, it is the same incident: a sender that tries on and on opens one a day.
    const again = [
      await post('police-feeder', marked),
      await post('police-feeder', messageOf(passage('pass-6'), passage('pass-5', { Remark: '机密★10年' }))),
    ];
    const incidentOf = ({ body }: typeof reply) => /incident ([0-9a-f-]{36})/.exec(body)?.[1];
    expect(again.map(incidentOf)).toEqual([incidentOf(reply), incidentOf(reply)]);
    expect([reply.statusCode, reply.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'INGEST_REFUSED' } }] },
    ]);
    expect(reply.body).not.toContain('机密');
    expect(await countPassages()).toBe(before);
    expect(await newestRecord()).toMatchObject({
      actor: { role: 'feeder' },
      result: { rows: 0, code: 'INGEST_REFUSED' },
    });
    const question = '{ guardIncidents { nodes { line agency actor gate sourceDigest } } }';
    const { body } = await world.ask('auditor', question, { purpose: 'OVERSIGHT' });
    expect(body.data).toEqual({
      guardIncidents: {
        nodes: [
          {
            line: 2,
            gate: 'INGEST',
            agency: 'AG-TRAFFIC-POLICE',
            actor: expect.stringMatching(/^p1_/),
            sourceDigest: sha256Hex(marked),
          },
        ],
      },
    });
  });

  it.each(['public', 'analyst', 'steward', 'transport-feeder'] as const)(
    'is refused from %s: these are records of the traffic police’s systems',
    async (sender) => {
      const before = await countPassages();
      const reply = await post(sender, messageOf(passage('pass-6')));
      expect([reply.statusCode, reply.json()]).toMatchObject([
        403,
        { errors: [{ extensions: { code: 'DELIVERY_REFUSED' } }] },
      ]);
      expect(await countPassages()).toBe(before);
      expect(await newestRecord()).toMatchObject({
        stage: 'DENY',
        op: { name: 'deliver gat1400-passages' },
        result: { code: 'DELIVERY_REFUSED', rows: 0 },
      });
    },
  );

  it('is refused with a token that does not hold', async () => {
    const reply = await post('public', messageOf(passage('pass-6')), {
      ...JSON_TYPE,
      authorization: 'Bearer x.y.z',
    });
    expect(reply.statusCode).toBe(401);
    expect(await newestRecord()).toMatchObject({ result: { code: 'UNAUTHENTICATED' } });
  });

  it.each([
    ['another media type', { 'content-type': 'text/csv' }, 415],
    ['another charset', { 'content-type': 'application/json; charset=gb18030' }, 415],
    ['no media type', {}, 415],
    ['compressed', { ...JSON_TYPE, 'content-encoding': 'gzip' }, 415],
  ])('is refused as %s', async (_form, headers, status) => {
    const reply = await post('police-feeder', messageOf(passage('pass-6')), headers);
    expect([reply.statusCode, reply.json()]).toMatchObject([
      status,
      { errors: [{ extensions: { code: 'DELIVERY_TYPE_UNSUPPORTED' } }] },
    ]);
  });

  it('is taken in with its charset said, and refused above the limit', async () => {
    const said = { 'content-type': 'application/json; charset="UTF-8"' };
    expect((await post('police-feeder', messageOf(passage('pass-7')), said)).statusCode).toBe(200);
    const large = messageOf(...Array.from({ length: 40 }, (_, at) => passage(`pass-large-${at}`)));
    const reply = await post('police-feeder', large);
    expect([reply.statusCode, reply.json()]).toMatchObject([
      413,
      { errors: [{ extensions: { code: 'DELIVERY_TOO_LARGE' } }] },
    ]);
  });

  it('is nothing where no adapter is open under the name', async () => {
    for (const url of ['/ingest/tw-gantries', '/ingest', '/ingest/../ingest/x'])
      expect((await post('police-feeder', messageOf(), JSON_TYPE, url)).statusCode).toBe(404);
  });

  it('comes from gantries too, each agency by its own systems', async () => {
    const line = {
      tradeId: 'trade-1',
      gantryId: 'G-none',
      transTime: '2026-03-01T08:30:00',
      vehicleType: '1',
    };
    const headers = { 'content-type': 'application/x-ndjson' };
    const taken = await post('transport-feeder', JSON.stringify(line), headers, '/ingest/etc-passages');
    expect(taken.json()).toMatchObject({ rowsRead: 1, rowsWritten: 0, quarantined: { UNKNOWN_GANTRY: 1 } });
    const refused = await post('police-feeder', JSON.stringify(line), headers, '/ingest/etc-passages');
    expect(refused.statusCode).toBe(403);
  });

  it('comes from a system that may ask for nothing', async () => {
    const authorization = `Bearer ${await world.tokenFor('police-feeder')}`;
    const asked = await world.ask('public', '{ roadSegments(first: 1) { nodes { id } } }', {
      purpose: 'ROAD_SAFETY',
      headers: { authorization },
    });
    expect([asked.status, asked.body.data, asked.body.errors?.[0]?.extensions['code']]).toEqual([
      403,
      undefined,
      'FEEDER_REFUSED',
    ]);
    const entries = await world.gateway.app.inject({
      url: '/log/tile/entries/000',
      headers: { authorization, 'lukou-purpose': 'OVERSIGHT' },
    });
    expect(entries.statusCode).toBe(403);
  });

  it('is refused where it breaks off, and that is no fault of the gateway', async () => {
    const { seq } = await newestRecord();
    const socket = connect(port, '127.0.0.1');
    const token = await world.tokenFor('police-feeder');
    socket.write(
      `POST ${ROAD} HTTP/1.1\r\nhost: lukou\r\nauthorization: Bearer ${token}\r\n` +
        'content-type: application/json\r\ncontent-length: 1000\r\n\r\n{"MotorVehicleListObject":',
    );
    await setTimeout(200);
    socket.destroy();
    await until(async () => (await newestRecord())['seq'] !== seq);
    expect(await newestRecord()).toMatchObject({
      op: { name: 'deliver gat1400-passages' },
      result: { code: 'BAD_REQUEST', rows: 0 },
    });
  });

  it('waits where an agency has two deliveries under way: a third is refused before it is read', async () => {
    const body = messageOf(passage('pass-8'));
    const send = async (sender: 'police-feeder' | 'transport-feeder', path: string) => {
      const socket = connect(port, '127.0.0.1');
      const replies: string[] = [];
      socket.setEncoding('utf8').on('data', (text: string) => replies.push(text));
      const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
      const length = Buffer.byteLength(body);
      const token = await world.tokenFor(sender);
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: lukou\r\nconnection: close\r\nauthorization: Bearer ${token}\r\n` +
          `content-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body.slice(0, 10)}`,
      );
      return { finish: () => socket.write(body.slice(10)), said: () => ended.then(() => replies.join('')) };
    };
    const first = [await send('police-feeder', ROAD), await send('police-feeder', ROAD)];
    // Which two of the three get the places is the server's affair; one of them is answered unread.
    const third = await send('police-feeder', ROAD);
    const all = [...first, third];
    const refused = await Promise.race(all.map(async (each) => ({ each, text: await each.said() })));
    expect(refused.text).toMatch(/^HTTP\/1\.1 429 [\s\S]*LIMIT_CONCURRENCY/);
    for (const each of all) if (each !== refused.each) each.finish();
    const rest = await Promise.all(all.filter((each) => each !== refused.each).map((each) => each.said()));
    for (const text of rest) expect(text).toMatch(/^HTTP\/1\.1 200 /);
  });
});

it('Nothing is at /ingest unless the operator opens it', async () => {
  await using stack = new AsyncDisposableStack();
  const world = await openSampleWorld();
  stack.defer(() => world.close());
  const reply = await world.gateway.app.inject({
    method: 'POST',
    url: ROAD,
    headers: JSON_TYPE,
    payload: '{}',
  });
  expect(reply.statusCode).toBe(404);
});
