import { gzipSync } from 'node:zlib';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { World } from '../world/open-world.ts';
import { readRecord } from '../world/read-record.ts';
import { postRaw } from './post-raw.ts';

const OPERATION = '{"query":"{ __typename }"}';

describe('A hostile HTTP request', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  describe('H3 with a compressed body', () => {
    it('is refused unread: a bomb of 200 MiB costs no memory', async () => {
      const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '));
      expect(bomb.length).toBeLessThan(256 * 1024);
      const rssBefore = process.memoryUsage.rss();
      const reply = await postRaw(world, { payload: bomb, headers: { 'content-encoding': 'gzip' } });
      expect(process.memoryUsage.rss() - rssBefore).toBeLessThan(50 * 1024 * 1024);
      expect(reply.status).toBe(415);
      expect((await readRecord(world, reply)).result).toMatchObject({
        status: 415,
        code: 'MEDIA_TYPE_UNSUPPORTED',
      });
    });

    it.each(['gzip', 'br', 'deflate', 'gzip, identity', 'x-unheard-of'])(
      'is refused, whatever it holds: %s',
      async (encoding) => {
        for (const payload of [gzipSync(OPERATION), OPERATION]) {
          const reply = await postRaw(world, { payload, headers: { 'content-encoding': encoding } });
          expect([reply.status, reply.body.data]).toEqual([415, undefined]);
        }
      },
    );

    it('is answered without compression', async () => {
      expect((await postRaw(world, { payload: OPERATION })).status).toBe(200);
      const identity = { 'content-encoding': 'identity' };
      expect((await postRaw(world, { payload: OPERATION, headers: identity })).status).toBe(200);
    });
  });

  it.each(['utf-7', 'utf-16le', 'iso-8859-1', '"utf-7"', 'cp037'])(
    'H4 in the charset %s is refused',
    async (charset) => {
      const headers = { 'content-type': `application/json; charset=${charset}` };
      const reply = await postRaw(world, { payload: OPERATION, headers });
      expect([reply.status, reply.body.data]).toEqual([415, undefined]);
    },
  );

  it.each(['utf-8', 'UTF-8', '"utf-8"'])('H4 in the charset %s is answered', async (charset) => {
    const headers = { 'content-type': `application/json; charset=${charset}` };
    expect((await postRaw(world, { payload: OPERATION, headers })).status).toBe(200);
  });

  it('H7 that is not JSON leaves no word of its body on the terminal or in the answer', async () => {
    const written: string[] = [];
    const listen = (chunk: unknown): boolean => written.push(String(chunk)) > 0;
    const { spyOn } = import.meta.jest;
    const spies = [
      spyOn(process.stdout, 'write').mockImplementation(listen),
      spyOn(process.stderr, 'write').mockImplementation(listen),
      ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
        spyOn(console, method).mockImplementation((...words) => void written.push(words.join(' '))),
      ),
    ];
    try {
      for (const payload of ['{"query": "蒙E12345', '{"query": 7, "variables": "蒙E12345"}', '蒙E12345']) {
        const reply = await postRaw(world, { payload });
        expect(reply.status).toBe(400);
        expect(reply.text).not.toContain('蒙E');
      }
      expect(written).toEqual([]);
      // Positive control: whoever printed would be heard.
      process.stderr.write('heard');
      console.error('heard');
      expect(written).toEqual(['heard', 'heard']);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  });

  it('H9 that claims to come from elsewhere is recorded with the address that it came from', async () => {
    const reply = await postRaw(world, {
      payload: OPERATION,
      remoteAddress: '192.0.2.7',
      headers: {
        'x-forwarded-for': '203.0.113.9, 10.0.0.1',
        'x-forwarded-host': 'evil.example',
        'x-real-ip': '203.0.113.9',
        forwarded: 'for=203.0.113.9;host=evil.example',
        'x-user-id': 'AG-OVERSIGHT',
      },
    });
    expect(await readRecord(world, reply)).toMatchObject({
      src: { ip: '192.0.2.7' },
      actor: { agency: null, role: 'public' },
    });
  });
});
