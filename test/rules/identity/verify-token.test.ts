import { createPublicKey, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import type { JWK } from 'jose';
import {
  base64url,
  expectRefused,
  forge,
  forgeFrom,
  goodClaims,
  goodHeader,
  hmacToken,
  issuerKey,
  makeKey,
  NOW,
  NOW_MS,
  verify,
} from './forge-token.ts';

const rsaKey = makeKey('RS256', 'rsa-1');
const keys = { keys: [issuerKey.jwk, rsaKey.jwk] };

describe('A1 forged headers and signatures', () => {
  it.each(['none', 'None', 'NONE', '', 'HS256', 'HS512', 'RS1', 'ES256K', 'ES384', 'dir', 'eddsa'])(
    'A1 refuses alg %j',
    (alg) => expectRefused(verify(forge({ header: { alg } })), 'ALGORITHM_REFUSED'),
  );
  it('A1 refuses alg none with an empty signature', () => {
    const unsigned = forge({ header: { alg: 'none' } }).replace(/[^.]+$/, '');
    return expectRefused(verify(unsigned), 'ENCODING_NOT_CANONICAL');
  });
  it('A1 refuses HS256 keyed with the issuer’s public RSA key, in each of its spellings', async () => {
    const publicKey = createPublicKey(rsaKey.publicKey.export({ format: 'pem', type: 'spki' }));
    const secrets = [
      publicKey.export({ format: 'pem', type: 'spki' }),
      publicKey.export({ format: 'pem', type: 'pkcs1' }),
      publicKey.export({ format: 'der', type: 'spki' }),
      JSON.stringify(rsaKey.jwk),
    ];
    for (const secret of secrets) {
      const token = hmacToken({ alg: 'HS256', typ: 'JWT', kid: 'rsa-1' }, goodClaims, secret);
      await expectRefused(verify(token, keys), 'ALGORITHM_REFUSED');
    }
  });
  it.each([
    '../../../../dev/null',
    '/etc/passwd',
    "x' UNION SELECT 'secret'; --",
    'a b',
    'k\u0000',
    '路口',
    '',
    'k'.repeat(129),
    7,
    ['justice-1'],
    undefined,
  ])('A1 refuses kid %j', (kid) => expectRefused(verify(forge({ header: { kid } })), 'KEY_ID_MALFORMED'));
  it.each(['__proto__', 'constructor', '0', 'length', 'justice-2', 'JUSTICE-1'])(
    'A1 finds no key under kid %s',
    (kid) => expectRefused(verify(forge({ header: { kid } })), 'KEY_UNKNOWN'),
  );
  it('A1 refuses a token that brings its own key or says where to fetch one', async () => {
    const own = makeKey('EdDSA', 'justice-1');
    for (const header of [
      { jwk: own.jwk },
      { jku: 'https://evil.example/keys' },
      { x5u: 'https://evil.example/chain' },
      { x5c: ['AAAA'] },
    ]) {
      await expectRefused(verify(forge({ header }, own)), 'HEADER_MEMBER_REFUSED');
      await expectRefused(verify(forge({ header })), 'HEADER_MEMBER_REFUSED');
    }
  });
  it.each([
    { crit: ['exp'] },
    { crit: [] },
    { b64: false, crit: ['b64'] },
    { zip: 'DEF' },
    { cty: 'JWT' },
    { foo: 1 },
  ])('A1 refuses the header member %j', (header) =>
    expectRefused(verify(forge({ header })), 'HEADER_MEMBER_REFUSED'),
  );
  it('A1 refuses the psychic signature (r = s = 0) and its relatives', async () => {
    const ecKey = makeKey('ES256', 'ec-1');
    const token = forge({ header: { alg: 'ES256', kid: 'ec-1' } }, ecKey);
    await expect(verify(token, { keys: [ecKey.jwk] })).resolves.toBeDefined();
    const order = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex');
    for (const signature of [
      Buffer.alloc(64),
      Buffer.concat([order, order]),
      Buffer.alloc(64, 1),
      Buffer.alloc(70),
    ]) {
      const forged = token.replace(/[^.]+$/, base64url(signature));
      await expectRefused(verify(forged, { keys: [ecKey.jwk] }), 'SIGNATURE_REFUSED');
    }
  });
  it('A1 refuses a signature by another key, over other claims, or by random bytes', async () => {
    await expectRefused(verify(forge({}, makeKey('EdDSA', 'justice-1'))), 'SIGNATURE_REFUSED');
    const [header, , signature] = forge().split('.');
    const otherClaims = base64url(JSON.stringify({ ...goodClaims, sub: 'mediator-08' }));
    await expectRefused(verify(`${header}.${otherClaims}.${signature}`), 'SIGNATURE_REFUSED');
    await expectRefused(verify(forge().replace(/[^.]+$/, base64url(randomBytes(64)))), 'SIGNATURE_REFUSED');
  });
  it('A1 refuses a key that is not meant for this signature', async () => {
    const limits: JWK[] = [{ use: 'enc' }, { key_ops: ['encrypt'] }, { alg: 'ES256' }];
    for (const limit of limits) {
      await expectRefused(verify(forge(), { keys: [{ ...issuerKey.jwk, ...limit }] }), 'KEY_UNKNOWN');
    }
    const rsaToken = forge({ header: { alg: 'PS256', kid: 'rsa-1' } }, { ...rsaKey, alg: 'PS256' });
    await expect(verify(rsaToken, keys)).resolves.toBeDefined();
    await expectRefused(verify(rsaToken, { keys: [{ ...rsaKey.jwk, alg: 'RS256' }] }), 'KEY_UNKNOWN');
  });
  it('A1 refuses two keys under one kid, because either could be meant', () =>
    expectRefused(
      verify(forge(), { keys: [issuerKey.jwk, makeKey('EdDSA', 'justice-1').jwk] }),
      'KEY_UNKNOWN',
    ));
  it('A1 refuses an RSA key of fewer than 2048 bits', () => {
    const short = makeKey('RS256', 'rsa-short', 1_024);
    const token = forge({ header: { alg: 'RS256', kid: 'rsa-short' } }, short);
    return expectRefused(verify(token, { keys: [short.jwk] }), 'SIGNATURE_REFUSED');
  });
});

it.each(['EdDSA', 'ES256', 'RS256', 'PS256'])('accepts a good token signed with %s', async (alg) => {
  const key = makeKey(alg, 'other-1');
  const verified = await verify(forge({ header: { alg, kid: 'other-1' } }, key), { keys: [key.jwk] });
  expect(verified).toEqual({
    subject: 'mediator-07',
    agency: 'AG-JUSTICE-BUREAU',
    role: 'partner',
    system: null,
    issuer: goodClaims.iss,
    issuedAtMs: (NOW - 60) * 1_000,
    expiresAtMs: (NOW + 3_600) * 1_000,
    tokenId: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
  });
});

describe('A5 a good signature on the wrong token', () => {
  it.each(['other', 'LUKOU', 'lukou ', ['lukou', 'other'], ['other'], []])('A5 refuses audience %j', (aud) =>
    expectRefused(verify(forge({ claims: { aud } })), 'AUDIENCE_WRONG', 'CLAIMS_MALFORMED'),
  );
  it('A5 accepts a list that names Lukou alone', () =>
    expect(verify(forge({ claims: { aud: ['lukou'] } }))).resolves.toBeDefined());
  it.each(['ID', 'logout+jwt', 'jwt', 'AT+JWT', 'dpop+jwt', undefined, null])('A5 refuses typ %j', (typ) =>
    expectRefused(verify(forge({ header: { typ } })), 'TYPE_REFUSED'),
  );
  it('A5 accepts typ JWT', () => expect(verify(forge({ header: { typ: 'JWT' } }))).resolves.toBeDefined());
  it.each([{ nonce: 'n' }, { at_hash: 'h' }, { events: {} }, { cnf: { jkt: 'x' } }])(
    'A5 refuses %j, which belongs to another sort of token',
    (claims) => expectRefused(verify(forge({ claims })), 'NOT_A_BEARER_TOKEN'),
  );
  it('A5 keeps to its clock, with five seconds either way', async () => {
    await expectRefused(verify(forge({ claims: { nbf: NOW + 6 } })), 'NOT_YET_VALID');
    await expect(verify(forge({ claims: { nbf: NOW + 5 } }))).resolves.toBeDefined();
    await expectRefused(verify(forge({ claims: { iat: NOW + 6 } })), 'ISSUED_IN_FUTURE');
    await expect(verify(forge({ claims: { iat: NOW + 5 } }))).resolves.toBeDefined();
    const { exp } = goodClaims;
    await expect(verify(forge(), keys, exp * 1_000 + 4_999)).resolves.toBeDefined();
    await expectRefused(verify(forge(), keys, exp * 1_000 + 5_000), 'EXPIRED');
  });
  it('A5 refuses a lifetime of more than 12 hours, or none', async () => {
    await expect(verify(forge({ claims: { iat: NOW, exp: NOW + 43_200 } }))).resolves.toBeDefined();
    await expectRefused(verify(forge({ claims: { iat: NOW, exp: NOW + 43_201 } })), 'LIFETIME_REFUSED');
    await expectRefused(verify(forge({ claims: { iat: NOW, exp: NOW } })), 'LIFETIME_REFUSED');
  });
  it.each(['iss', 'aud', 'sub', 'exp', 'iat', 'agency', 'role'])('A5 refuses a token without %s', (claim) =>
    expectRefused(verify(forge({ claims: { [claim]: undefined } })), 'CLAIMS_MALFORMED'),
  );
  it.each([
    { sub: '' },
    { sub: 'a\nb' },
    { sub: 'x'.repeat(129) },
    { sub: 7 },
    { agency: 'JUSTICE' },
    { agency: 'AG-' },
    { agency: 'ag-justice-bureau' },
    { agency: ['AG-JUSTICE-BUREAU'] },
    { agency: 'AG-PUBLIC' },
    { role: 'public' },
    { role: 'Auditor' },
    { role: ['partner'] },
    { jti: '' },
    { jti: 9 },
  ])('A5 refuses the claim %j', (claims) => expectRefused(verify(forge({ claims })), 'CLAIMS_MALFORMED'));
});

describe('an issuer speaks for its own callers only', () => {
  it('refuses an issuer that nobody configured, however its name is spelled', async () => {
    for (const iss of ['https://evil.example', `${goodClaims.iss}/`, goodClaims.iss.toUpperCase()]) {
      await expectRefused(verify(forge({ claims: { iss } })), 'ISSUER_UNKNOWN');
    }
  });
  it('refuses another agency, another role, and the role that it has for another agency', async () => {
    for (const claims of [
      { agency: 'AG-TRAFFIC-POLICE' },
      { role: 'steward' },
      { role: 'auditor' },
      { agency: 'AG-OVERSIGHT', role: 'partner' },
    ]) {
      await expectRefused(verify(forge({ claims })), 'ISSUER_MAY_NOT_SPEAK_FOR_CALLER');
    }
    await expect(
      verify(forge({ claims: { agency: 'AG-OVERSIGHT', role: 'auditor' } })),
    ).resolves.toBeDefined();
  });
  it('ignores claims that it does not use', () =>
    expect(
      verify(forge({ claims: { azp: 'portal', scope: 'openid', groups: ['a'] } })),
    ).resolves.toBeDefined());
});

describe('the token id', () => {
  it('is jti where there is one', async () => {
    expect((await verify(forge({ claims: { jti: 'j-1' } }))).tokenId).toBe('j-1');
  });
  it('is the same for both valid forms of an ECDSA signature', async () => {
    const ecKey = makeKey('ES256', 'ec-1');
    const token = forge({ header: { alg: 'ES256', kid: 'ec-1' } }, ecKey);
    const [header, claims, signature] = token.split('.');
    const bytes = Buffer.from(String(signature), 'base64url');
    const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
    const s = order - BigInt(`0x${bytes.subarray(32).toString('hex')}`);
    const twin = Buffer.concat([bytes.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]);
    const respelled = `${header}.${claims}.${base64url(twin)}`;
    expect(respelled).not.toBe(token);
    const ids = await Promise.all(
      [token, respelled].map((each) => verify(each, { keys: [ecKey.jwk] }, NOW_MS)),
    );
    expect(ids[0]?.tokenId).toBe(ids[1]?.tokenId);
  });
});

it('keeps token and claims out of everything it throws', async () => {
  const secret = 'mediator-secret-name';
  const tokens = [
    forge({ claims: { sub: secret, exp: NOW - 60, iat: NOW - 120 } }),
    forge({ claims: { sub: secret } }, makeKey('EdDSA', 'justice-1')),
    forgeFrom(JSON.stringify(goodHeader), `{"sub":"${secret}"`),
    forgeFrom(JSON.stringify({ ...goodHeader, kid: `${secret} ` }), '{}'),
  ];
  for (const token of tokens) {
    const refusal = await verify(token).catch((cause: unknown) => cause);
    const shown = inspect(refusal, { depth: 12, showHidden: true });
    expect(shown).toContain('reason');
    expect(shown).not.toContain(secret);
    for (const part of token.split('.')) expect(shown).not.toContain(part);
  }
});
