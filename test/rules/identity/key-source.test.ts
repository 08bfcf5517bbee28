import { stoppedClock } from '../../../src/base/index.ts';
import { issuerSettingsSchema, localKeySource, remoteKeySource } from '../../../src/identity/index.ts';
import { expectRefused, ISSUER, issuerKey, makeKey } from './forge-token.ts';

const KEYS_URL = 'https://id.justice.example/keys';
const oldKey = issuerKey.jwk;
const newKey = makeKey('EdDSA', 'justice-2').jwk;
const asJson =
  (...keys: unknown[]) =>
  () =>
    Response.json({ keys });

/** An issuer without a network: each question is answered by `answer`, which a test may change. */
function setUp() {
  const clock = stoppedClock('2026-03-02T08:00:00+08:00');
  const failures: unknown[] = [];
  const world = {
    questions: 0,
    init: {} as RequestInit | undefined,
    answer: asJson(oldKey) as () => Response | Promise<Response>,
  };
  const source = remoteKeySource([{ issuer: ISSUER, keysUrl: KEYS_URL }], {
    clock,
    onFailure: (issuer, cause) => failures.push([issuer, cause]),
    fetch: async (_address, init) => {
      world.questions += 1;
      world.init = init;
      return world.answer();
    },
  });
  const kids = async (wanted?: string) => (await source.keysFor(ISSUER, wanted)).keys.map(({ kid }) => kid);
  const after = (time: string) => clock.moveTo(`2026-03-02T${time}+08:00`);
  return { source, world, failures, kids, after };
}

it('asks once, also when many wait, and hands out the same object', async () => {
  const { source, world } = setUp();
  const sets = await Promise.all([1, 2, 3].map(() => source.keysFor(ISSUER, 'justice-1')));
  expect(new Set(sets).size).toBe(1);
  expect(await source.keysFor(ISSUER, 'justice-1')).toBe(sets[0]);
  expect(world.questions).toBe(1);
  expect(world.init).toMatchObject({ redirect: 'error' });
});

it('asks again after ten minutes', async () => {
  const { kids, world, after } = setUp();
  await kids('justice-1');
  world.answer = asJson(newKey);
  after('08:09:59.999');
  expect(await kids('justice-1')).toEqual(['justice-1']);
  after('08:10:00');
  expect(await kids('justice-2')).toEqual(['justice-2']);
});

it('looks at once for a key it has not seen, but not twice in ten seconds', async () => {
  const { kids, world, after } = setUp();
  await kids('justice-1');
  world.answer = asJson(oldKey, newKey);
  after('08:00:09.999');
  expect(await kids('justice-2')).toEqual(['justice-1']);
  after('08:00:10');
  expect(await kids('justice-2')).toEqual(['justice-1', 'justice-2']);
  for (let n = 0; n < 50; n += 1) await kids(`invented-${n}`);
  expect(world.questions).toBe(2);
});

it('keeps the last keys for an hour while the issuer cannot be reached, and reports each failure', async () => {
  const { source, kids, world, after, failures } = setUp();
  await kids('justice-1');
  world.answer = () => Promise.reject(new Error('no route'));
  after('08:59:59');
  expect(await kids('justice-1')).toEqual(['justice-1']);
  expect(failures).toEqual([[ISSUER, expect.objectContaining({ message: 'no route' })]]);
  after('09:00:00');
  await expectRefused(source.keysFor(ISSUER, 'justice-1'), 'KEYS_UNAVAILABLE');
  world.answer = asJson(oldKey);
  after('09:00:10');
  expect(await kids('justice-1')).toEqual(['justice-1']);
});

it.each<[string, () => Response | Promise<Response>]>([
  ['an error', () => new Response('{"keys":[]}', { status: 500 })],
  ['a redirect', () => new Response(null, { status: 302, headers: { location: 'http://evil.example' } })],
  ['a page', () => new Response('<html>')],
  ['no set', () => Response.json([])],
  ['a set without a list', () => Response.json({ keys: {} })],
  ['more than 64 keys', asJson(...Array.from({ length: 65 }, () => oldKey))],
  ['more than 64 KiB', () => new Response(`{"keys":[],"x":"${'x'.repeat(65_536)}"}`)],
  ['a private key', asJson({ ...oldKey, d: 'AAAA' })],
  ['a shared secret', asJson({ kty: 'oct', kid: 'justice-1', k: 'AAAA' })],
])('takes %s for no keys at all', async (_what, answer) => {
  const { source, world, failures } = setUp();
  world.answer = answer;
  await expectRefused(source.keysFor(ISSUER, 'justice-1'), 'KEYS_UNAVAILABLE');
  await expectRefused(source.keysFor(ISSUER, 'justice-1'), 'KEYS_UNAVAILABLE');
  expect(failures).toHaveLength(1);
  expect(world.questions).toBe(1);
});

it('stops reading an answer that does not end', async () => {
  const { source, world } = setUp();
  let pulled = 0;
  let cancelled = false;
  world.answer = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(16_384).fill(0x20));
        },
        cancel() {
          cancelled = true;
        },
      }),
    );
  await expectRefused(source.keysFor(ISSUER), 'KEYS_UNAVAILABLE');
  expect(cancelled).toBe(true);
  expect(pulled).toBeLessThan(10);
});

it('gives the question an end', async () => {
  const { kids, world } = setUp();
  await kids();
  expect(world.init?.signal).toBeInstanceOf(AbortSignal);
});

it('has no keys for an issuer that it was not told of', async () => {
  await expectRefused(setUp().source.keysFor('https://evil.example'), 'KEYS_UNAVAILABLE');
  await expectRefused(localKeySource(new Map()).keysFor(ISSUER), 'KEYS_UNAVAILABLE');
});

it('takes no private keys from a local set either', () => {
  expect(() => localKeySource(new Map([[ISSUER, { keys: [{ ...oldKey, d: 'AAAA' }] }]]))).toThrow(
    /private keys/,
  );
});

describe('an issuer’s settings', () => {
  const settings = {
    issuer: ISSUER,
    keysUrl: KEYS_URL,
    speaksFor: [{ agency: 'AG-JUSTICE-BUREAU', roles: ['partner'] }],
  };
  const refuses = (changes: object) => !issuerSettingsSchema.safeParse({ ...settings, ...changes }).success;
  const options = { clock: stoppedClock('2026-03-02T08:00:00Z'), onFailure: () => undefined };

  it('are accepted when they are complete', () => expect(refuses({})).toBe(false));
  it.each([
    'http://127.0.0.1:8080/keys',
    'http://localhost/keys',
    'http://[::1]/keys',
    'https://10.0.0.1/keys',
  ])('accept keys from %s', (keysUrl) => expect(refuses({ keysUrl })).toBe(false));
  it.each([
    'http://id.justice.example/keys',
    'http://10.0.0.1/keys',
    'http://127.0.0.1.evil.example/keys',
    'https://user:word@id.justice.example/keys',
    'https://id.justice.example/keys#1',
    'file:///etc/passwd',
    'data:application/json,{}',
    'id.justice.example',
  ])('refuse keys from %s', (keysUrl) => {
    expect(refuses({ keysUrl })).toBe(true);
    expect(() => remoteKeySource([{ issuer: ISSUER, keysUrl }], options)).toThrow(/https address/);
  });
  it.each([
    { speaksfor: [] },
    { speaksFor: [] },
    { speaksFor: [{ agency: 'AG-JUSTICE-BUREAU', roles: [] }] },
    { speaksFor: [{ agency: 'AG-JUSTICE-BUREAU', roles: ['public'] }] },
    { speaksFor: [{ agency: '*', roles: ['partner'] }] },
    { speaksFor: [{ agency: 'AG-PUBLIC', roles: ['partner'] }] },
    { issuer: '' },
  ])('refuse %j', (changes) => expect(refuses(changes)).toBe(true));
});
