import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { type LiveWorld, openLiveWorld } from '../flows/stream/live-world.ts';
import { until } from '../world/until.ts';
import { deriveCommitted } from '../../src/storage/index.ts';

const PROTOCOL = 'graphql-transport-ws';
const EVENTS = 'subscription { roadEventChanged(afterNumber: 0) { id description } }';
const MAX_BODY = 4_096;

let world: LiveWorld;
beforeAll(async () => {
  world = await openLiveWorld({
    LUKOU_MAX_BODY_BYTES: String(MAX_BODY),
    LUKOU_STREAM_PATIENCE_MS: '500',
    LUKOU_MAX_STREAMS: '3',
    LUKOU_CORS_ORIGINS: 'https://portal.example',
  });
}, 120_000);
afterAll(() => world.close());

const init = async (): Promise<string> =>
  JSON.stringify({
    type: 'connection_init',
    payload: { authorization: `Bearer ${await world.tokenFor('analyst')}`, 'lukou-purpose': 'ROAD_SAFETY' },
  });
const subscribe = (id: string, query = 'subscription { roadEventChanged { id } }'): string =>
  JSON.stringify({ id, type: 'subscribe', payload: { query } });

/** Opens a WebSocket, says what it is given, and returns how it was closed. */
async function say(...messages: readonly (string | Buffer)[]): Promise<{ code: number; heard: string[] }> {
  const socket = new WebSocket(world.url.replace('http', 'ws'), PROTOCOL);
  const heard: string[] = [];
  socket.on('message', (data) => heard.push(String(data)));
  await once(socket, 'open');
  for (const message of messages) socket.send(message);
  const [code] = (await once(socket, 'close')) as [number];
  return { code, heard };
}

describe('G11 A connection that breaks the protocol is closed, with the code for it', () => {
  it.each<[string, number, () => Promise<(string | Buffer)[]> | (string | Buffer)[]]>([
    ['what is no JSON', 4400, () => ['{']],
    ['JSON that is no message', 4400, () => ['[]']],
    ['a key written twice', 4400, () => ['{"type":"ping","type":"connection_init"}']],
    ['a message of no known type', 4400, () => ['{"type":"start"}']],
    ['bytes instead of text', 4400, () => [Buffer.from('{"type":"ping"}')]],
    ['an operation before the beginning', 4401, () => [subscribe('1')]],
    ['two beginnings', 4429, async () => [await init(), await init()]],
    [
      'a beginning with headers of no use',
      4400,
      () => ['{"type":"connection_init","payload":{"cookie":"x"}}'],
    ],
    ['a header that is no text', 4400, () => ['{"type":"connection_init","payload":{"lukou-purpose":1}}']],
    ['one name for two operations', 4409, async () => [await init(), subscribe('1'), subscribe('1')]],
    ['an end before the beginning', 4401, () => ['{"type":"complete","id":"1"}']],
    [
      'an end of what is no name',
      4400,
      async () => [await init(), '{"type":"complete","id":{"toString":1}}'],
    ],
    ['an end of a list', 4400, async () => [await init(), '{"type":"complete","id":[{"valueOf":1}]}']],
    ['an operation without a name', 4400, async () => [await init(), subscribe('')]],
    [
      'too many operations',
      4429,
      async () => [await init(), ...['1', '2', '3', '4', '5', '6', '7'].map((id) => subscribe(id))],
    ],
    ['a frame longer than a body may be', 1009, async () => [await init(), 'x'.repeat(MAX_BODY + 1)]],
    ['nothing at all', 4408, () => []],
  ])('%s: %d', async (_what, expected, messages) => {
    const faults = world.faults.length;
    const { code, heard } = await say(...(await messages()));
    expect([code, heard.filter((text) => text.includes('"data"'))]).toEqual([expected, []]);
    expect(world.faults.slice(faults)).toEqual([]);
  });

  it('frames that are none close it as well: not masked, or of no known kind', async () => {
    for (const frame of [Buffer.from([0x81, 0x02, 0x7b, 0x7d]), Buffer.from([0xff, 0xff, 0, 0, 0, 0])]) {
      const socket = connect(Number(new URL(world.url).port), '127.0.0.1');
      socket.write(upgrade([`sec-websocket-protocol: ${PROTOCOL}`]));
      await once(socket, 'data');
      socket.write(frame);
      await once(socket, 'close');
    }
    expect(await isAnswering()).toBe(true);
  });
});

describe('G11 A WebSocket is not opened', () => {
  it.each([
    [
      'for a page of a foreign origin',
      [`sec-websocket-protocol: ${PROTOCOL}`, 'origin: https://evil.example'],
      400,
    ],
    ['for a page of no origin', [`sec-websocket-protocol: ${PROTOCOL}`, 'origin: null'], 400],
    ['for another protocol', ['sec-websocket-protocol: graphql-ws'], 400],
    ['for none', [], 400],
    [
      'for a page of an allowed origin, that one is',
      [`sec-websocket-protocol: ${PROTOCOL}`, 'origin: https://portal.example'],
      101,
    ],
  ])('%s', async (_what, lines, status) => {
    const refused = await world.countRecords('ERROR');
    const socket = connect(Number(new URL(world.url).port), '127.0.0.1');
    socket.write(upgrade(lines));
    const [said] = (await once(socket, 'data')) as [Buffer];
    expect(said.toString()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    socket.destroy();
    expect(await world.countRecords('ERROR')).toBe(status === 101 ? refused : refused + 1);
  });
});

describe('G11 A reader who does not read', () => {
  const LARGE = '封闭施工，请绕行。'.repeat(20_000);
  const COUNT = 60;
  beforeAll(async () => {
    for (let at = 0; at < COUNT; at += 1) await world.reportRoadEvent(`large ${at}`, { description: LARGE });
  }, 60_000);

  it('loses a stream of server-sent events, is told why, and costs no memory', async () => {
    const asking = request(world.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${await world.tokenFor('analyst')}`,
        'lukou-purpose': 'ROAD_SAFETY',
      },
    });
    asking.end(JSON.stringify({ query: EVENTS }));
    const released = await world.countRecords('RELEASE');
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    response.pause();
    await until(async () => (await endedAs('STREAM_TOO_SLOW')) === 1);
    // One record for each event that was handed to the connection, and no more were made ready.
    expect((await world.countRecords('RELEASE')) - released).toBeLessThan(COUNT);
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    response.resume();
    await once(response, 'end');
    expect(text.slice(-2_000)).toMatch(/"code":"STREAM_TOO_SLOW".*\n\nevent: complete\ndata:\n\n$/);
  }, 60_000);

  it('loses a WebSocket’s stream as well', async () => {
    const before = await endedAs('STREAM_TOO_SLOW');
    const socket = new WebSocket(world.url.replace('http', 'ws'), PROTOCOL);
    await once(socket, 'open');
    socket.send(await init());
    socket.send(subscribe('1', EVENTS));
    socket.pause();
    await until(async () => (await endedAs('STREAM_TOO_SLOW')) === before + 1);
    const heard: string[] = [];
    socket.on('message', (data) => heard.push(String(data)));
    socket.resume();
    await until(() => heard.some((text) => text.includes('"complete"')));
    expect(heard.at(-2)).toContain('STREAM_TOO_SLOW');
    socket.terminate();
  }, 60_000);

  it('and leaves no stream behind: others go on', async () => {
    const { told, stop } = await world.follow('graphql-ws', 'analyst', EVENTS, { purpose: 'ROAD_SAFETY' });
    await until(() => told.length >= COUNT);
    expect(told.flatMap(({ errors = [] }) => errors)).toEqual([]);
    stop();
  }, 60_000);
});

describe('G11 An anonymous caller', () => {
  it('is not opened a stream, however often it asks, and each refusal is recorded', async () => {
    const before = await world.countRecords('DENY');
    for (let time = 0; time < 10; time += 1) {
      const { told, ended } = await world.follow('graphql-ws', 'public', EVENTS);
      await ended;
      expect(told[0]?.errors?.[0]?.extensions['code']).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    }
    expect(await world.countRecords('DENY')).toBe(before + 10);
  });
});

describe('G11 A document that is too much', () => {
  it.each([
    [
      'nests too deeply',
      `subscription { roadEventChanged { ${'segment { events(first: 1) { '.repeat(8)}id${' } }'.repeat(8)} } }`,
    ],
    ['has two roots', 'subscription { a: roadEventChanged { id } b: roadEventChanged { id } }'],
    ['asks for the schema', 'subscription { __typename }'],
  ])('is refused as in any request: it %s', async (_what, query) => {
    const { told, ended } = await world.follow('graphql-ws', 'analyst', query, { purpose: 'ROAD_SAFETY' });
    await ended;
    expect(told).toHaveLength(1);
    expect(told[0]?.errors?.[0]?.extensions['code']).toMatch(/^(?:LIMIT_DEPTH|OPERATION_INVALID)$/);
  });
});

function upgrade(lines: readonly string[]): string {
  const head = [
    'GET /graphql HTTP/1.1',
    'host: localhost',
    'connection: Upgrade',
    'upgrade: websocket',
    'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-version: 13',
  ];
  return [...head, ...lines, '', ''].join('\r\n');
}

async function endedAs(code: string): Promise<number> {
  await deriveCommitted(world.database.app);
  const { rows } = await world.database.app.query<{ count: number }>(
    'select count(*) as count from oversight.disclosure where code = $1',
    [code],
  );
  return rows[0]!.count;
}

async function isAnswering(): Promise<boolean> {
  await sleep(50);
  return (await fetch(new URL('/health/live', world.url))).ok;
}
