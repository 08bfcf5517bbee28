import { constants, createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWK } from 'jose';
import { ERRORS } from '../../../src/base/index.ts';
import {
  localKeySource,
  TokenRefusal,
  verifyToken,
  type RefusalReason,
} from '../../../src/identity/index.ts';

export const NOW_MS = Date.parse('2026-03-02T08:00:00+08:00');
export const NOW = NOW_MS / 1_000;
export const ISSUER = 'https://id.justice.example';

/** A key pair under our control, with the public half as an issuer would publish it. */
export interface ForgersKey {
  readonly alg: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly jwk: JWK;
}

export function makeKey(alg: string, kid: string, rsaBits = 2_048): ForgersKey {
  const pair =
    alg === 'EdDSA'
      ? generateKeyPairSync('ed25519')
      : alg === 'ES256'
        ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
        : generateKeyPairSync('rsa', { modulusLength: rsaBits });
  return { alg, ...pair, jwk: { ...pair.publicKey.export({ format: 'jwk' }), kid } };
}

export const issuerKey = makeKey('EdDSA', 'justice-1');

export function base64url(content: string | Uint8Array): string {
  return Buffer.from(content).toString('base64url');
}

/** Signs exactly these bytes, whatever they are. */
export function signParts(signedPart: string, key: ForgersKey): string {
  const input = Buffer.from(signedPart);
  switch (key.alg) {
    case 'EdDSA':
      return base64url(sign(null, input, key.privateKey));
    case 'ES256':
      return base64url(sign('sha256', input, { key: key.privateKey, dsaEncoding: 'ieee-p1363' }));
    case 'PS256':
      return base64url(
        sign('sha256', input, {
          key: key.privateKey,
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: 32,
        }),
      );
    default:
      return base64url(sign('sha256', input, key.privateKey));
  }
}

export function forgeFrom(
  header: string | Uint8Array,
  claims: string | Uint8Array,
  key: ForgersKey = issuerKey,
): string {
  const signedPart = `${base64url(header)}.${base64url(claims)}`;
  return `${signedPart}.${signParts(signedPart, key)}`;
}

export function hmacToken(header: object, claims: object, secret: string | Uint8Array): string {
  const signedPart = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`;
  return `${signedPart}.${createHmac('sha256', secret).update(signedPart).digest('base64url')}`;
}

export const goodHeader = { alg: 'EdDSA', typ: 'at+jwt', kid: 'justice-1' };
export const goodClaims = {
  iss: ISSUER,
  aud: 'lukou',
  sub: 'mediator-07',
  agency: 'AG-JUSTICE-BUREAU',
  role: 'partner',
  iat: NOW - 60,
  exp: NOW + 3_600,
};

/** A token that is good but for what is changed; `undefined` takes a member away. */
export function forge(
  changes: { header?: object; claims?: object } = {},
  key: ForgersKey = issuerKey,
): string {
  return forgeFrom(
    JSON.stringify({ ...goodHeader, ...changes.header }),
    JSON.stringify({ ...goodClaims, ...changes.claims }),
    key,
  );
}

export function verify(token: string, keys: JSONWebKeySet = { keys: [issuerKey.jwk] }, nowMs = NOW_MS) {
  return verifyToken(token, {
    issuers: [
      {
        issuer: ISSUER,
        speaksFor: [
          { agency: 'AG-JUSTICE-BUREAU', roles: ['partner'] },
          { agency: 'AG-OVERSIGHT', roles: ['auditor'] },
        ],
      },
    ],
    keys: localKeySource(new Map([[ISSUER, keys]])),
    audience: 'lukou',
    nowMs,
  });
}

/** What a careful caller of jose would write: the control that shows which cases only our own gate refuses. */
export async function joseAloneAccepts(token: string): Promise<boolean> {
  try {
    await jwtVerify(token, createLocalJWKSet({ keys: [issuerKey.jwk] }), {
      issuer: ISSUER,
      audience: 'lukou',
      typ: 'at+jwt',
      algorithms: ['EdDSA', 'ES256', 'RS256', 'PS256'],
      requiredClaims: ['sub', 'exp', 'iat'],
      maxTokenAge: '12h',
      clockTolerance: 5,
      currentDate: new Date(NOW_MS),
    });
    return true;
  } catch {
    return false;
  }
}

/** Refused for this reason, in words that do not give the reason away. */
export async function expectRefused(attempt: Promise<unknown>, ...reasons: RefusalReason[]): Promise<void> {
  const outcome = await attempt.then(
    () => 'accepted',
    (cause: unknown) => cause,
  );
  if (!(outcome instanceof TokenRefusal)) throw new Error('Not refused as a token.', { cause: outcome });
  expect(reasons).toContain(outcome.reason);
  expect({ code: outcome.code, status: outcome.status, message: outcome.message }).toEqual({
    code: 'UNAUTHENTICATED',
    status: 401,
    message: ERRORS.UNAUTHENTICATED.text,
  });
}
