import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { sha256Hex } from '../../../src/base/index.ts';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import type { Reply, World } from '../../world/open-world.ts';

const LARGE = '{ roadSegments(first: 200) { nodes { id roadName roadCode aadt } } }';

describe('A compressed answer', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  const send = (acceptEncoding: string | undefined, query = LARGE) =>
    world.gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'content-type': 'application/json',
        ...(acceptEncoding !== undefined && { 'accept-encoding': acceptEncoding }),
      },
      payload: JSON.stringify({ query }),
    });

  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip;q=1, br;q=0.5', 'gzip', gunzipSync],
  ])(
    'is encoded as %j asks, and its receipt is over the bytes before that',
    async (wish, encoding, decode) => {
      const reply = await send(wish);
      expect([reply.statusCode, reply.headers['content-encoding']]).toEqual([200, encoding]);
      expect(reply.headers['vary']).toMatch(/accept-encoding/i);
      const text = decode(reply.rawPayload).toString();
      expect(reply.rawPayload.length).toBeLessThan(text.length / 2);
      const { receipt } = (JSON.parse(text) as Reply['body']).extensions;
      const recorded = text.replace(/,"receipt":\{[^}]*\}/, '');
      expect(sha256Hex(recorded)).toBe(receipt.resultSha256);
    },
  );

  it.each([undefined, 'identity', 'deflate', 'zstd', 'x-unheard-of'])(
    'is sent as it is where nothing better is understood: %j',
    async (wish) => {
      const reply = await send(wish);
      expect([reply.statusCode, reply.headers['content-encoding']]).toEqual([200, undefined]);
      expect(reply.json<Reply['body']>().data).toBeDefined();
    },
  );

  it('is sent as it is where it is small', async () => {
    const reply = await send('br', '{ __typename }');
    expect(reply.headers['content-encoding']).toBeUndefined();
    expect(reply.json<Reply['body']>().data).toEqual({ __typename: 'Query' });
  });
});
