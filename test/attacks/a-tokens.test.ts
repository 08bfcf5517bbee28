import { stoppedClock } from '../../src/base/index.ts';
import { createAuthenticator, localKeySource, type RefusalReason } from '../../src/identity/index.ts';
import {
  base64url,
  forgeFrom,
  goodClaims,
  goodHeader,
  hmacToken,
  ISSUER,
  issuerKey,
  makeKey,
} from '../rules/identity/forge-token.ts';
import { openSampleWorld } from '../world/open-sample-world.ts';
import { type Reply, type World, WORLD_NOW } from '../world/open-world.ts';
import { readLeaf, readRecord } from '../world/read-record.ts';

const NOW = Date.parse(WORLD_NOW) / 1_000;
const HEADER = JSON.stringify(goodHeader);
const CLAIMS = JSON.stringify({ ...goodClaims, iat: NOW - 60, exp: NOW + 3_600 });
const GOOD = forgeFrom(HEADER, CLAIMS);
const QUERY = '{ mediationCases(first: 1) { nodes { caseNo } } }';

const withHeader = (members: object): string =>
  forgeFrom(JSON.stringify({ ...goodHeader, ...members }), CLAIMS);
const withClaims = (members: object): string =>
  forgeFrom(HEADER, JSON.stringify({ ...JSON.parse(CLAIMS), ...members }));
const ofAnother = makeKey('EdDSA', 'justice-1');
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

const REFUSED: readonly (readonly [
  id: string,
  what: string,
  authorization: string,
  reason: RefusalReason,
])[] = [
  ['A1', 'no algorithm', withHeader({ alg: 'none' }), 'ALGORITHM_REFUSED'],
  [
    'A1',
    'no algorithm and no signature',
    withHeader({ alg: 'none' }).replace(/[^.]+$/, ''),
    'ENCODING_NOT_CANONICAL',
  ],
  [
    'A1',
    'the public key as a shared secret',
    hmacToken({ ...goodHeader, alg: 'HS256' }, JSON.parse(CLAIMS), JSON.stringify(issuerKey.jwk)),
    'ALGORITHM_REFUSED',
  ],
  ['A1', 'a key id that is a path', withHeader({ kid: '../../../dev/null' }), 'KEY_ID_MALFORMED'],
  ['A1', 'a key id that is SQL', withHeader({ kid: "x' or 1=1 --" }), 'KEY_ID_MALFORMED'],
  ['A1', 'a key id that reaches a prototype', withHeader({ kid: '__proto__' }), 'KEY_UNKNOWN'],
  [
    'A1',
    'an address to fetch keys from',
    withHeader({ jku: 'https://evil.example' }),
    'HEADER_MEMBER_REFUSED',
  ],
  [
    'A1',
    'a key of its own',
    forgeFrom(JSON.stringify({ ...goodHeader, jwk: ofAnother.jwk }), CLAIMS, ofAnother),
    'HEADER_MEMBER_REFUSED',
  ],
  ['A1', 'the signature of somebody else', forgeFrom(HEADER, CLAIMS, ofAnother), 'SIGNATURE_REFUSED'],
  [
    'A1',
    'a signature of zeros',
    `${base64url(HEADER)}.${base64url(CLAIMS)}.${base64url(Buffer.alloc(64))}`,
    'SIGNATURE_REFUSED',
  ],
  [
    'A2',
    'an expiry without end',
    forgeFrom(HEADER, CLAIMS.replace(/"exp":\d+/, '"exp":1e400')),
    'JSON_NOT_STRICT',
  ],
  ['A3', 'padding', `${GOOD}==`, 'ENCODING_NOT_CANONICAL'],
  ['A3', 'a space inside', GOOD.replace(/\.(?=[^.]+$)/, '. '), 'ENCODING_NOT_CANONICAL'],
  ['A3', 'unused bits in its last character', withUnusedBits(GOOD), 'ENCODING_NOT_CANONICAL'],
  ['A4', 'a claim twice', forgeFrom(HEADER, CLAIMS.replace('{', '{"role":"auditor",')), 'JSON_NOT_STRICT'],
  [
    'A4',
    'a header member twice',
    forgeFrom(HEADER.replace('{', '{"alg":"none",'), CLAIMS),
    'JSON_NOT_STRICT',
  ],
  [
    'A4',
    'a byte order mark',
    forgeFrom(HEADER, Buffer.concat([BOM, Buffer.from(CLAIMS)])),
    'JSON_NOT_STRICT',
  ],
  ['A5', 'another audience', withClaims({ aud: 'elsewhere' }), 'AUDIENCE_WRONG'],
  ['A5', 'one audience too many', withClaims({ aud: ['lukou', 'elsewhere'] }), 'AUDIENCE_WRONG'],
  ['A5', 'another type', withHeader({ typ: 'dpop+jwt' }), 'TYPE_REFUSED'],
  ['A5', 'a beginning that is to come', withClaims({ nbf: NOW + 600 }), 'NOT_YET_VALID'],
  ['A5', 'an issue that is to come', withClaims({ iat: NOW + 600, exp: NOW + 3_600 }), 'ISSUED_IN_FUTURE'],
  ['A5', 'an end that is past', withClaims({ iat: NOW - 3_600, exp: NOW - 60 }), 'EXPIRED'],
  ['A5', 'another issuer', withClaims({ iss: 'https://evil.example' }), 'ISSUER_UNKNOWN'],
  [
    'A5',
    'an agency that its issuer does not speak for',
    withClaims({ agency: 'AG-TRAFFIC-POLICE', role: 'analyst' }),
    'ISSUER_MAY_NOT_SPEAK_FOR_CALLER',
  ],
];

describe('At the door, a token with', () => {
  let world: World;
  beforeAll(async () => {
    const authenticate = createAuthenticator({
      issuers: [{ issuer: ISSUER, speaksFor: [{ agency: 'AG-JUSTICE-BUREAU', roles: ['partner'] }] }],
      keys: localKeySource(new Map([[ISSUER, { keys: [issuerKey.jwk] }]])),
      audience: 'lukou',
      clock: stoppedClock(WORLD_NOW),
      pseudonymKey: Buffer.alloc(32, 1),
    });
    world = await openSampleWorld({}, { authenticate });
  }, 120_000);
  afterAll(() => world.close());

  const askWith = (authorization: string): Promise<Reply> =>
    world.ask('public', QUERY, { purpose: 'MEDIATION', headers: { authorization } });

  it('nothing wrong is accepted, and recorded as who it speaks for', async () => {
    const reply = await askWith(`Bearer ${GOOD}`);
    expect([reply.status, reply.body.errors]).toEqual([200, undefined]);
    expect((await readRecord(world, reply)).actor).toMatchObject({
      agency: 'AG-JUSTICE-BUREAU',
      role: 'partner',
      auth: 'jwt',
    });
  });

  it.each(REFUSED)('%s %s is refused', async (_id, _what, token, reason) => {
    await expectRefused(await askWith(`Bearer ${token}`), reason, token);
  });

  it('A6 a good beginning and another signature is refused, though the good one was just seen', async () => {
    expect((await askWith(`Bearer ${GOOD}`)).status).toBe(200);
    const signature = GOOD.slice(GOOD.lastIndexOf('.') + 1);
    const other = GOOD.slice(0, -signature.length) + [...signature].toReversed().join('');
    const reply = await askWith(`Bearer ${other}`);
    expect(reply.status).toBe(401);
  });

  it.each([
    ['another scheme', `Basic ${base64url('a:b')}`],
    ['its scheme in small letters', `bearer ${GOOD}`],
    ['nothing', 'Bearer '],
    ['two tokens', `Bearer ${GOOD}, Bearer ${GOOD}`],
  ])('%s in the header is refused, and does not count as the public', async (_what, authorization) => {
    const reply = await askWith(authorization);
    expect([reply.status, reply.body.data]).toEqual([401, undefined]);
  });

  /** Refused in the same words as every other, and recorded with the reason and without the token. */
  async function expectRefused(reply: Reply, reason: RefusalReason, token: string): Promise<void> {
    expect([reply.status, reply.body.data]).toEqual([401, undefined]);
    expect(reply.body.errors).toEqual([
      {
        message: 'The token was not accepted. Ask your agency for a fresh one.',
        extensions: { code: 'UNAUTHENTICATED', requestId: expect.any(String) },
      },
    ]);
    expect(await readRecord(world, reply)).toMatchObject({
      stage: 'DENY',
      actor: { agency: null, role: 'unknown', auth: `refused:${reason}` },
      result: { rows: 0, status: 401, code: 'UNAUTHENTICATED' },
    });
    const leaf = await readLeaf(world, reply);
    for (const part of token.split('.').filter(({ length }) => length > 20)) expect(leaf).not.toContain(part);
  }
});

/** An Ed25519 signature leaves two bits of its last character unused: here is the same signature, spelt otherwise. */
function withUnusedBits(token: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return token.slice(0, -1) + alphabet[alphabet.indexOf(token.at(-1)!) + 1]!;
}
