import { uuidV7 } from '../../../src/base/index.ts';
import type { ContextRefusalReason } from '../../../src/identity/index.ts';
import {
  expectContextRefused,
  forgeContext,
  gatewayKey,
  goodAsk,
  goodClaims,
  goodHeader,
  makeGatewayKey,
  nextKey,
  openGate,
  verifyForged,
} from './forge-context.ts';
import { base64url, forge, forgeFrom, hmacToken, NOW, NOW_MS, signParts } from './forge-token.ts';

const stranger = await makeGatewayKey();

describe('A caller context', () => {
  it('is believed where every claim holds: the control for all refusals below', async () => {
    await expect(verifyForged(forgeContext())).resolves.toEqual({
      gateway: 'lukou',
      ask: goodAsk,
      requestId: 'request-1',
      nowMs: NOW_MS - 20,
      policyDigest: goodClaims.policy,
      bodySha256: goodClaims.body,
    });
  });

  it('is believed for the public, without agency and purpose', async () => {
    const ask = { agency: null, role: 'public', purpose: null, caseReference: null };
    await expect(verifyForged(forgeContext({ claims: { ask } }))).resolves.toMatchObject({ ask });
  });

  it('is believed to break the glass for a case', async () => {
    const ask = { ...goodAsk, caseReference: 'A-2026-0107', breakGlass: 'LIFE_AT_RISK' };
    await expect(verifyForged(forgeContext({ claims: { ask } }))).resolves.toMatchObject({ ask });
  });

  it('is believed under either of two keys of one gateway, while one replaces the other', async () => {
    const header = { kid: nextKey.listed.kid };
    await expect(verifyForged(forgeContext({ header }, nextKey))).resolves.toBeDefined();
  });

  it.each<[string, object, ContextRefusalReason]>([
    ['no algorithm', { alg: 'none' }, 'ALGORITHM_REFUSED'],
    ['a shared secret', { alg: 'HS256' }, 'ALGORITHM_REFUSED'],
    ['another curve', { alg: 'ES256' }, 'ALGORITHM_REFUSED'],
    ['no type', { typ: undefined }, 'TYPE_REFUSED'],
    ['the type of an access token', { typ: 'at+jwt' }, 'TYPE_REFUSED'],
    ['no key', { kid: undefined }, 'KEY_ID_MALFORMED'],
    ['a path for a key', { kid: '../../../dev/null' }, 'KEY_ID_MALFORMED'],
    ['the key of nobody', { kid: stranger.listed.kid }, 'KEY_UNKNOWN'],
    ['another key of the same gateway', { kid: nextKey.listed.kid }, 'SIGNATURE_REFUSED'],
    ['a key of its own', { jwk: stranger.jwk }, 'HEADER_MEMBER_REFUSED'],
    ['an address of keys', { jku: 'https://keys.example' }, 'HEADER_MEMBER_REFUSED'],
    ['critical members', { crit: ['exp'] }, 'HEADER_MEMBER_REFUSED'],
  ])('is refused with %s in its header', (_what, header, reason) =>
    expectContextRefused(verifyForged(forgeContext({ header })), reason),
  );

  it.each<[string, object, ContextRefusalReason]>([
    ['a gateway that is not trusted', { iss: 'elsewhere' }, 'GATEWAY_UNKNOWN'],
    ['no gateway', { iss: undefined }, 'CLAIMS_MALFORMED'],
    ['another agency’s subgraph', { aud: 'urn:lukou:subgraph:traffic' }, 'AUDIENCE_WRONG'],
    ['a longer name of a subgraph', { aud: 'urn:lukou:subgraph:checkpoint2' }, 'AUDIENCE_WRONG'],
    ['a list of subgraphs', { aud: ['urn:lukou:subgraph:checkpoint'] }, 'CLAIMS_MALFORMED'],
    ['a life of 31 seconds', { exp: NOW + 31 }, 'LIFETIME_REFUSED'],
    ['no life', { exp: NOW }, 'LIFETIME_REFUSED'],
    ['an end before its beginning', { exp: NOW - 1 }, 'LIFETIME_REFUSED'],
    ['an endless life', { exp: 1e17 }, 'CLAIMS_MALFORMED'],
    ['an end as text', { exp: String(NOW + 10) }, 'CLAIMS_MALFORMED'],
    ['no end', { exp: undefined }, 'CLAIMS_MALFORMED'],
    ['no beginning', { iat: undefined }, 'CLAIMS_MALFORMED'],
    ['half a second', { iat: NOW - 0.5 }, 'CLAIMS_MALFORMED'],
    ['no id', { jti: undefined }, 'CLAIMS_MALFORMED'],
    ['an id without a time', { jti: '01920c9e-7b1a-4c1d-8f00-000000000000' }, 'CLAIMS_MALFORMED'],
    ['an id of another second', { jti: uuidV7(NOW_MS - 1) }, 'CLAIMS_MALFORMED'],
    ['no request', { requestId: undefined }, 'CLAIMS_MALFORMED'],
    ['a request id of two lines', { requestId: 'a\nb' }, 'CLAIMS_MALFORMED'],
    ['an ask of 31 seconds ago', { nowMs: NOW_MS - 30_001 }, 'CLOCKS_DIFFER'],
    ['an ask 31 seconds ahead', { nowMs: NOW_MS + 30_001 }, 'CLOCKS_DIFFER'],
    ['no instant', { nowMs: undefined }, 'CLAIMS_MALFORMED'],
    ['no ask', { ask: undefined }, 'CLAIMS_MALFORMED'],
    ['half an ask', { ask: { ...goodAsk, caseReference: undefined } }, 'CLAIMS_MALFORMED'],
    ['more than an ask', { ask: { ...goodAsk, all: true } }, 'CLAIMS_MALFORMED'],
    [
      'a broken glass without a case',
      { ask: { ...goodAsk, caseReference: null, breakGlass: 'LIFE_AT_RISK' } },
      'CLAIMS_MALFORMED',
    ],
    [
      'a glass broken for any reason',
      { ask: { ...goodAsk, caseReference: 'A-1', breakGlass: 'URGENT' } },
      'CLAIMS_MALFORMED',
    ],
    ['an unknown role', { ask: { ...goodAsk, role: 'root' } }, 'CLAIMS_MALFORMED'],
    ['an unknown purpose', { ask: { ...goodAsk, purpose: 'CURIOSITY' } }, 'CLAIMS_MALFORMED'],
    ['an agency in small letters', { ask: { ...goodAsk, agency: 'ag-x' } }, 'CLAIMS_MALFORMED'],
    ['a partner of no agency', { ask: { ...goodAsk, agency: null } }, 'CLAIMS_MALFORMED'],
    ['a public with an agency', { ask: { ...goodAsk, role: 'public' } }, 'CLAIMS_MALFORMED'],
    ['a short digest of agreements', { policy: 'a'.repeat(63) }, 'CLAIMS_MALFORMED'],
    ['no digest of agreements', { policy: undefined }, 'CLAIMS_MALFORMED'],
    ['a digest of the body in capitals', { body: 'A'.repeat(64) }, 'CLAIMS_MALFORMED'],
    ['no digest of the body', { body: undefined }, 'CLAIMS_MALFORMED'],
    ['a claim that nobody knows', { sub: 'somebody' }, 'CLAIMS_MALFORMED'],
  ])('is refused with %s', (_what, claims, reason) =>
    expectContextRefused(verifyForged(forgeContext({ claims })), reason),
  );

  it.each<[string, string | undefined, ContextRefusalReason]>([
    ['nothing', undefined, 'CONTEXT_MISSING'],
    ['an empty text', '', 'ENCODING_NOT_CANONICAL'],
    ['two parts', 'e30.e30', 'ENCODING_NOT_CANONICAL'],
    ['padding', `${forgeContext()}=`, 'ENCODING_NOT_CANONICAL'],
    ['a space before', ` ${forgeContext()}`, 'ENCODING_NOT_CANONICAL'],
    ['two contexts', `${forgeContext()},${forgeContext()}`, 'ENCODING_NOT_CANONICAL'],
    ['9 KiB', forgeContext({ claims: { requestId: 'x'.repeat(9_000) } }), 'TOKEN_TOO_LARGE'],
    ['an access token', forge(), 'TYPE_REFUSED'],
    ['a stranger’s signature', forgeContext({}, stranger), 'SIGNATURE_REFUSED'],
    ['the public key as a secret', hmacToken(goodHeader, goodClaims, gatewayKey.jwk.x!), 'CLAIMS_MALFORMED'],
  ])('is refused where it is %s', (_what, text, reason) => expectContextRefused(verifyForged(text), reason));

  it('is refused with one claim twice, a byte order mark or an endless number', async () => {
    const claims = JSON.stringify({ ...goodClaims, jti: uuidV7(NOW_MS) });
    const spellings = [
      claims.replace('{', '{"iss":"lukou",'),
      claims.replace('{', '{"\\u0069ss":"lukou",'),
      `\ufeff${claims}`,
      claims.replace(`"exp":${NOW + 10}`, '"exp":1e400'),
      claims.replace('"ask":{', '"ask":{"role":"auditor",'),
    ];
    for (const spelling of spellings) {
      const forged = forgeFrom(JSON.stringify(goodHeader), spelling, gatewayKey);
      await expectContextRefused(verifyForged(forged), 'JSON_NOT_STRICT');
    }
  });

  it('is refused where the claims of one are put under the signature of another', async () => {
    const [header, , signature] = forgeContext().split('.');
    const payload = base64url(JSON.stringify({ ...goodClaims, jti: uuidV7(NOW_MS) }));
    await expectContextRefused(verifyForged(`${header}.${payload}.${signature}`), 'SIGNATURE_REFUSED');
    const resigned = signParts(`${header}.${payload}`, gatewayKey);
    await expect(verifyForged(`${header}.${payload}.${resigned}`)).resolves.toBeDefined();
  });

  it.each([
    [-1_000, true],
    [-1_001, false],
    [14_999, true],
    [15_000, false],
  ])('%d ms after it was made it is believed: %s', async (afterMs, isBelieved) => {
    const attempt = verifyForged(forgeContext(), NOW_MS + afterMs);
    if (isBelieved) await expect(attempt).resolves.toBeDefined();
    else await expectContextRefused(attempt, afterMs < 0 ? 'ISSUED_IN_FUTURE' : 'EXPIRED');
  });

  it('is refused where it was made before this process began, which could not know whether it was used', async () => {
    const { clock, verifyContext } = openGate(NOW_MS - 60_000);
    const early = forgeContext({
      claims: { iat: NOW - 61, exp: NOW - 40, nowMs: NOW_MS - 60_500, jti: uuidV7(NOW_MS - 60_001) },
    });
    await expectContextRefused(verifyContext(early), 'ISSUED_BEFORE_START');
    const inTime = forgeContext({
      claims: { iat: NOW - 60, exp: NOW - 40, nowMs: NOW_MS - 60_500, jti: uuidV7(NOW_MS - 60_000) },
    });
    clock.moveTo(new Date(NOW_MS - 59_000).toISOString());
    await expect(verifyContext(inTime)).resolves.toBeDefined();
  });
});
