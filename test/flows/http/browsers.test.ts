import { readConfig } from '../../../src/config.ts';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import type { World } from '../../world/open-world.ts';

const PORTAL = 'https://portal.example';
const FOREIGN = [
  'https://evil.example',
  'https://portal.example.evil.example',
  'http://portal.example',
  'null',
];

describe('A page in a browser', () => {
  let closed: World;
  let open: World;
  beforeAll(async () => {
    closed = await openSampleWorld();
    open = await openSampleWorld({ LUKOU_CORS_ORIGINS: `${PORTAL}, https://second.example:8443` });
  }, 120_000);
  afterAll(async () => {
    await closed.close();
    await open.close();
  });

  const ask = (world: World, origin: string) =>
    world.gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', origin },
      payload: '{"query":"{ __typename }"}',
    });
  const preflight = (world: World, origin: string) =>
    world.gateway.app.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization, x-anything',
      },
    });
  const granted = ({ headers }: { headers: Record<string, unknown> }): string[] =>
    Object.keys(headers).filter((name) => name.startsWith('access-control-'));

  it('of any origin may read nothing, unless a setting says so', async () => {
    for (const origin of [PORTAL, ...FOREIGN]) {
      expect(granted(await ask(closed, origin))).toEqual([]);
      const asked = await preflight(closed, origin);
      expect([asked.statusCode, granted(asked)]).toEqual([405, []]);
    }
  });

  it.each([PORTAL, 'https://second.example:8443'])(
    'of a listed origin may read answers: %s',
    async (origin) => {
      const answered = await ask(open, origin);
      expect([answered.statusCode, answered.headers['access-control-allow-origin']]).toEqual([200, origin]);
      expect(answered.headers['vary']).toMatch(/origin/i);
      const asked = await preflight(open, origin);
      expect([asked.statusCode, asked.body]).toEqual([204, '']);
      expect(asked.headers).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST',
        'access-control-max-age': '600',
      });
      // What it asked for is not what it gets.
      expect(asked.headers['access-control-allow-headers']).toMatch(/authorization/);
      expect(asked.headers['access-control-allow-headers']).not.toMatch(/x-anything/);
      for (const reply of [answered, asked])
        expect(reply.headers['access-control-allow-credentials']).toBeUndefined();
    },
  );

  it.each(FOREIGN)('of another origin may read nothing: %s', async (origin) => {
    expect((await ask(open, origin)).headers['access-control-allow-origin']).toBeUndefined();
    const asked = await preflight(open, origin);
    expect([asked.statusCode, asked.headers['access-control-allow-origin']]).toEqual([405, undefined]);
  });

  it.each(['*', 'null', 'portal.example', `${PORTAL}/`, `${PORTAL}/path`, 'https://*.example', `${PORTAL},`])(
    'is let in by exact origins only: the setting refuses %j',
    (setting) =>
      expect(() => readConfig({ LUKOU_CORS_ORIGINS: setting })).toThrow(/LUKOU_CORS_ORIGINS: write exact/),
  );
});
