import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { World } from '../world/open-world.ts';

const BODY = '{"query":"{ __typename }"}';
const LINES = ['POST /graphql HTTP/1.1', 'host: localhost', 'content-type: application/json'];

describe('Bytes that are not a sound request', () => {
  let world: World;
  let port: number;
  beforeAll(async () => {
    world = await openSampleWorld();
    await world.gateway.app.listen({ host: '127.0.0.1', port: 0 });
    ({ port } = world.gateway.app.server.address() as AddressInfo);
  }, 120_000);
  afterAll(() => world.close());

  const countRecords = async (): Promise<number> => {
    const { rows } = await world.database.log.query<{ count: number }>(
      'select sum(cardinality(ends))::integer as count from oversight.log_batch',
    );
    return rows[0]!.count;
  };

  describe('H1 that two readers would cut differently', () => {
    /** Everything that the server says until it closes the connection. */
    async function talk(text: string): Promise<string> {
      const socket = connect(port, '127.0.0.1');
      const said: Buffer[] = [];
      socket.on('data', (chunk: Buffer) => said.push(chunk));
      socket.write(text);
      await once(socket, 'close');
      return Buffer.concat(said).toString();
    }

    function expectRefused(said: string): void {
      expect(said).toMatch(/^HTTP\/1\.1 400 /);
      expect(said).toMatch(/connection: close/i);
      // One answer: what stood behind was not taken for a second request.
      expect(said.match(/HTTP\/1\.1/g)).toHaveLength(1);
      expect(said).not.toContain('__typename');
    }

    const request = (lines: readonly string[], body = BODY): string => `${lines.join('\r\n')}\r\n\r\n${body}`;
    const length = `content-length: ${BODY.length}`;
    const smuggled = 'POST /graphql HTTP/1.1\r\nhost: x\r\n\r\n';

    it.each([
      [
        'a length and chunks',
        request([...LINES, length, 'transfer-encoding: chunked'], `0\r\n\r\n${smuggled}`),
      ],
      ['two lengths', request([...LINES, length, 'content-length: 5'])],
      ['two lengths in one', request([...LINES, `content-length: 5, ${BODY.length}`])],
      ['chunks that are not last', request([...LINES, 'transfer-encoding: chunked, identity'], '0\r\n\r\n')],
      ['a space before the colon', request([...LINES, 'transfer-encoding : chunked'], '0\r\n\r\n')],
      ['a line that ends with a line feed alone', `${LINES.join('\n')}\n${length}\n\n${BODY}`],
      ['a header folded over two lines', request([...LINES, 'x-folded: a\r\n b', length])],
      ['no host', request([LINES[0]!, LINES[2]!, length])],
      ['a length that is no number', request([...LINES, 'content-length: 0x1a'])],
    ])('is refused and the connection closed: %s', async (_what, text) => {
      const before = await countRecords();
      expectRefused(await talk(text));
      expect(await countRecords()).toBe(before);
    });

    it('is refused, the connection closed, and recorded where its head is sound: an unknown transfer encoding', async () => {
      const before = await countRecords();
      expectRefused(await talk(request([...LINES, 'transfer-encoding: xchunked'])));
      // The platform closes the connection by itself, and the refusal is recorded meanwhile.
      while ((await countRecords()) === before) await pause(20);
      expect(await countRecords()).toBe(before + 1);
    });

    it('is answered when it is sound', async () => {
      const said = await talk(request([...LINES, length, 'connection: close']));
      expect(said).toMatch(/^HTTP\/1\.1 200 /);
      expect(said).toContain('{"data":{"__typename":"Query"}');
    });
  });

  describe('H2 that come slowly', () => {
    const open = (toPort: number): Promise<Socket> =>
      new Promise((resolve, reject) => {
        const socket: Socket = connect(toPort, '127.0.0.1', () => resolve(socket));
        socket.on('error', reject);
      });

    it('are dropped within 5 seconds, 150 of them, while health stays 200', async () => {
      // Positive control: a server with the platform's own limits keeps them.
      const patient = createServer().listen(0, '127.0.0.1');
      await once(patient, 'listening');
      const kept = await open((patient.address() as AddressInfo).port);
      kept.write(`${LINES[0]}\r\n`);

      const slow = await Promise.all(Array.from({ length: 150 }, () => open(port)));
      const closed = slow.map((socket) => new Promise((resolve) => socket.on('close', resolve)));
      for (const socket of slow)
        socket
          .on('error', () => undefined)
          .resume()
          .write(`${LINES[0]}\r\nhost: x\r\n`);
      // A byte now and then, as slow attackers send them.
      const drip = setInterval(() => slow.forEach((socket) => socket.writable && socket.write('x')), 500);
      const over = new AbortController();
      const allClosed = Promise.all(closed).then(() => over.abort());
      const healths = new Set<number>();
      while (!over.signal.aborted) {
        healths.add((await fetch(`http://127.0.0.1:${port}/health/ready`)).status);
        await Promise.race([allClosed, new Promise((resolve) => setTimeout(resolve, 100))]);
      }
      clearInterval(drip);

      expect([...healths]).toEqual([200]);
      // With the check once a second that makes 4 seconds at most: a bound, not a stop-watch that a busy machine upsets.
      expect(world.gateway.app.server.headersTimeout).toBeLessThanOrEqual(3_000);
      expect(kept.destroyed).toBe(false);
      kept.destroy();
      patient.close();
    }, 60_000);
  });

  describe('H11 that ask for a WebSocket', () => {
    const upgrade = (lines: readonly string[]): string =>
      [
        'GET /graphql HTTP/1.1',
        'host: localhost',
        'connection: Upgrade',
        'upgrade: websocket',
        'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-version: 13',
        'sec-websocket-protocol: graphql-transport-ws',
        ...lines,
        '',
        '',
      ].join('\r\n');

    it.each([
      ['from a foreign origin', ['origin: https://evil.example']],
      ['from an origin that is none', ['origin: null']],
    ])('are refused and closed, and what follows is not read: %s', async (_what, lines) => {
      const before = await countRecords();
      const socket = connect(port, '127.0.0.1');
      const said: Buffer[] = [];
      socket.on('data', (chunk: Buffer) => said.push(chunk)).on('error', () => undefined);
      socket.write(upgrade(lines));
      // An operation before connection_init, in a frame of its own.
      socket.write(Buffer.concat([Buffer.from([0x81, BODY.length]), Buffer.from(BODY)]));
      await once(socket, 'close');
      const text = Buffer.concat(said).toString();
      expect(text).toMatch(/^HTTP\/1\.1 400 /);
      expect(text).toMatch(/connection: close/i);
      expect(text).not.toContain('101 Switching');
      expect(text).not.toContain('"data"');
      expect(await countRecords()).toBe(before + 1);
    });

    it('are answered without the wish', async () => {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
        body: BODY,
      });
      expect(response.status).toBe(200);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    });
  });
});
