import { stoppedClock } from '../../../src/base/index.ts';
import {
  createAuthenticator,
  localKeySource,
  verifyToken,
  type KeySource,
  type TrustedIssuer,
  type VerifiedToken,
} from '../../../src/identity/index.ts';
import {
  base64url,
  expectRefused,
  forge,
  forgeFrom,
  goodClaims,
  goodHeader,
  ISSUER,
  issuerKey,
  makeKey,
  NOW,
} from './forge-token.ts';

const justice: TrustedIssuer = {
  issuer: ISSUER,
  speaksFor: [{ agency: 'AG-JUSTICE-BUREAU', roles: ['partner'] }],
};
const pseudonymKey = new Uint8Array(32).fill(7);

function setUp(options: { keys?: KeySource; issuers?: TrustedIssuer[]; pseudonymKey?: Uint8Array } = {}) {
  const clock = stoppedClock('2026-03-02T08:00:00+08:00');
  const asked: string[] = [];
  const local = localKeySource(new Map([[ISSUER, { keys: [issuerKey.jwk] }]]));
  const keys: KeySource = options.keys ?? {
    keysFor(issuer, kid) {
      asked.push(`${issuer} ${kid}`);
      return local.keysFor(issuer, kid);
    },
  };
  const authenticate = createAuthenticator({
    issuers: options.issuers ?? [justice],
    keys,
    audience: 'lukou',
    clock,
    pseudonymKey: options.pseudonymKey ?? pseudonymKey,
  });
  return { authenticate, clock, asked };
}

async function pseudonymFor(claims: object, key = pseudonymKey, issuer = ISSUER) {
  const keys = localKeySource(new Map([[issuer, { keys: [issuerKey.jwk] }]]));
  const { authenticate } = setUp({ keys, issuers: [{ ...justice, issuer }], pseudonymKey: key });
  return (await authenticate(`Bearer ${forge({ claims: { ...claims, iss: issuer } })}`)).pseudonym;
}

function refusalOf(options: Parameters<typeof setUp>[0]): unknown {
  try {
    setUp(options);
    return 'accepted';
  } catch (cause) {
    return cause;
  }
}

it('takes a caller without a header for the public', async () => {
  const { authenticate, asked } = setUp();
  expect(await authenticate(undefined)).toEqual({
    role: 'public',
    agency: null,
    subject: null,
    pseudonym: null,
    authMethod: 'none',
    system: null,
    issuedAtMs: null,
    expiresAtMs: null,
  });
  expect(asked).toEqual([]);
});

it('names the system that the issuer gave the token to', async () => {
  const { authenticate } = setUp();
  const token = forge({ claims: { client_id: 'bureau-case-system' } });
  expect(await authenticate(`Bearer ${token}`)).toMatchObject({ system: 'bureau-case-system' });
  for (const client_id of ['', '蒙E12345', 'a\nb', 7])
    await expect(authenticate(`Bearer ${forge({ claims: { client_id } })}`)).rejects.toBeDefined();
});

it('names the caller of a good token', async () => {
  const principal = await setUp().authenticate(`Bearer ${forge()}`);
  expect(principal).toEqual({
    role: 'partner',
    agency: 'AG-JUSTICE-BUREAU',
    subject: 'mediator-07',
    pseudonym: expect.stringMatching(/^p1_[A-Za-z0-9_-]{22}$/),
    authMethod: 'jwt',
    system: null,
    issuedAtMs: (NOW - 60) * 1_000,
    expiresAtMs: (NOW + 3_600) * 1_000,
  });
  expect(Object.isFrozen(principal)).toBe(true);
});

it.each([
  '',
  'Bearer',
  'bearer TOKEN',
  'BEARER TOKEN',
  ' Bearer TOKEN',
  'Bearer\tTOKEN',
  'Basic TOKEN',
  'TOKEN',
  'DPoP TOKEN',
])('refuses the header %j, never taking its sender for the public', (header) =>
  expectRefused(setUp().authenticate(header.replace('TOKEN', forge())), 'AUTHORIZATION_MALFORMED'),
);

it.each([
  'Bearer ',
  'Bearer  TOKEN',
  'Bearer TOKEN ',
  'Bearer TOKEN, Bearer TOKEN',
  'Bearer TOKEN,TOKEN',
  'Bearer "TOKEN"',
])('A3 refuses the header %j', (header) =>
  expectRefused(setUp().authenticate(header.replaceAll('TOKEN', forge())), 'ENCODING_NOT_CANONICAL'),
);

describe('the pseudonym', () => {
  it('stays the same from token to token of one person', async () => {
    expect(await pseudonymFor({ jti: 'a', exp: NOW + 60 })).toBe(await pseudonymFor({ jti: 'b' }));
  });
  it('differs by subject, by issuer and by key', async () => {
    const all = [
      await pseudonymFor({}),
      await pseudonymFor({ sub: 'mediator-08' }),
      await pseudonymFor({}, pseudonymKey, 'https://id.elsewhere.example'),
      await pseudonymFor({}, new Uint8Array(32).fill(8)),
    ];
    expect(new Set(all).size).toBe(4);
  });
  it('does not run issuer and subject together', async () => {
    expect(await pseudonymFor({ sub: 'bc' }, pseudonymKey, 'urn:a')).not.toBe(
      await pseudonymFor({ sub: 'c' }, pseudonymKey, 'urn:ab'),
    );
  });
});

describe('A6 a remembered token', () => {
  it('A6 spares the second signature check', async () => {
    const { authenticate, asked } = setUp();
    const first = await authenticate(`Bearer ${forge()}`);
    expect(await authenticate(`Bearer ${forge()}`)).toEqual(first);
    expect(asked).toEqual([`${ISSUER} justice-1`]);
  });

  const good = forge({ claims: { jti: 'j-1' } });
  const [header = '', claims = '', signature = ''] = good.split('.');
  const sibling = forge({ claims: { jti: 'j-1', sub: 'mediator-08' } });
  const [, siblingClaims = '', siblingSignature = ''] = sibling.split('.');
  const forged = [
    ['its header and claims under another signature', `${header}.${claims}.${siblingSignature}`],
    ['its header and signature around other claims', `${header}.${siblingClaims}.${signature}`],
    ['its claims signed by a stranger', forge({ claims: { jti: 'j-1' } }, makeKey('EdDSA', 'justice-1'))],
    [
      'its jti in a stranger’s token',
      forge({ claims: { jti: 'j-1', sub: 'x' } }, makeKey('EdDSA', 'justice-1')),
    ],
    [
      'its claims and signature under another header',
      `${base64url(JSON.stringify({ ...goodHeader, typ: 'JWT' }))}.${claims}.${signature}`,
    ],
  ] as const;
  it.each(forged)('A6 does not vouch for %s', async (_what, token) => {
    const { authenticate } = setUp();
    await authenticate(`Bearer ${good}`);
    await expectRefused(authenticate(`Bearer ${token}`), 'SIGNATURE_REFUSED');
  });
  it('A6 control: a memory keyed on what was signed would vouch for a stranger’s signature', async () => {
    const memory = new Map<string, VerifiedToken>();
    const careless = async (token: string) => {
      const key = token.slice(0, token.lastIndexOf('.'));
      const known = memory.get(key);
      if (known !== undefined) return known;
      const trust = { issuers: [justice], audience: 'lukou', nowMs: NOW * 1_000 };
      const keys = localKeySource(new Map([[ISSUER, { keys: [issuerKey.jwk] }]]));
      const verified = await verifyToken(token, { ...trust, keys });
      memory.set(key, verified);
      return verified;
    };
    await careless(good);
    await expect(careless(forged[0][1])).resolves.toMatchObject({ subject: 'mediator-07' });
  });

  it('A6 keeps two callers apart', async () => {
    const { authenticate } = setUp();
    const both = [good, sibling, good, sibling].map((token) => authenticate(`Bearer ${token}`));
    expect((await Promise.all(both)).map(({ subject }) => subject)).toEqual([
      'mediator-07',
      'mediator-08',
      'mediator-07',
      'mediator-08',
    ]);
  });
  it('A6 is verified again after a minute, and not a second after it expired', async () => {
    const { authenticate, clock, asked } = setUp();
    const short = `Bearer ${forgeFrom(JSON.stringify(goodHeader), JSON.stringify({ ...goodClaims, exp: NOW + 90 }))}`;
    await authenticate(short);
    clock.moveTo('2026-03-02T08:00:59.999+08:00');
    await authenticate(short);
    expect(asked).toHaveLength(1);
    clock.moveTo('2026-03-02T08:01:00+08:00');
    await authenticate(short);
    expect(asked).toHaveLength(2);
    clock.moveTo('2026-03-02T08:01:35+08:00');
    await expectRefused(authenticate(short), 'EXPIRED');
  });
  it('A6 is forgotten when the clock goes back before it was verified', async () => {
    const { authenticate, clock } = setUp();
    await authenticate(`Bearer ${good}`);
    clock.moveTo('2026-03-02T07:00:00+08:00');
    await expectRefused(authenticate(`Bearer ${good}`), 'ISSUED_IN_FUTURE');
  });
  it('A6 remembers no refusal, so a key that arrives later counts', async () => {
    let keys = localKeySource(new Map([[ISSUER, { keys: [] }]]));
    const { authenticate } = setUp({ keys: { keysFor: (issuer, kid) => keys.keysFor(issuer, kid) } });
    await expectRefused(authenticate(`Bearer ${good}`), 'KEY_UNKNOWN');
    keys = localKeySource(new Map([[ISSUER, { keys: [issuerKey.jwk] }]]));
    await expect(authenticate(`Bearer ${good}`)).resolves.toMatchObject({ subject: 'mediator-07' });
  });
  it('A6 holds a thousand tokens and still answers for more', async () => {
    const { authenticate, asked } = setUp();
    for (let n = 0; n <= 1_000; n += 1) await authenticate(`Bearer ${forge({ claims: { jti: `n-${n}` } })}`);
    await authenticate(`Bearer ${forge({ claims: { jti: 'n-1000' } })}`);
    expect(asked).toHaveLength(1_001);
    await authenticate(`Bearer ${forge({ claims: { jti: 'n-0' } })}`);
    expect(asked).toHaveLength(1_002);
  });
});

describe('settings that could not be trusted', () => {
  it('refuses to start without an issuer, or with one named twice', () => {
    expect(refusalOf({ issuers: [] })).toMatchObject({ code: 'SETTING_INVALID' });
    expect(refusalOf({ issuers: [justice, justice] })).toMatchObject({ code: 'SETTING_INVALID' });
  });
  it('refuses a short pseudonym key', () => {
    expect(refusalOf({ pseudonymKey: new Uint8Array(31) })).toMatchObject({ code: 'SETTING_INVALID' });
  });
});

describe('somebody with two of the three duties', () => {
  const everything: TrustedIssuer = {
    issuer: ISSUER,
    speaksFor: [{ agency: 'AG-JUSTICE-BUREAU', roles: ['partner', 'analyst', 'steward', 'auditor'] }],
  };
  const as = (role: string, claims: object = {}): string =>
    `Bearer ${forge({ claims: { role, ...claims } })}`;

  it('is refused with the second while a token of the first is good', async () => {
    const { authenticate } = setUp({ issuers: [everything] });
    await authenticate(as('steward'));
    await authenticate(as('steward', { jti: 'another' }));
    await expectRefused(authenticate(as('auditor')), 'DUTIES_COMBINED');
  });

  it('may take up the second when the last token of the first has expired', async () => {
    const { authenticate, clock } = setUp({ issuers: [everything] });
    await authenticate(as('steward'));
    clock.moveTo('2026-03-02T09:00:00+08:00');
    const later = { iat: NOW + 3_600, exp: NOW + 7_200 };
    await expect(authenticate(as('auditor', later))).resolves.toMatchObject({ role: 'auditor' });
  });

  it('is not somebody else with another duty, nor who reads with a role that is none', async () => {
    const { authenticate } = setUp({ issuers: [everything] });
    await authenticate(as('steward'));
    await expect(authenticate(as('auditor', { sub: 'another' }))).resolves.toMatchObject({ role: 'auditor' });
    await expect(authenticate(as('analyst'))).resolves.toMatchObject({ role: 'analyst' });
  });
});
