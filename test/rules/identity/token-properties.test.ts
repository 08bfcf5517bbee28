import * as fc from 'fast-check';
import { TokenRefusal } from '../../../src/identity/index.ts';
import { forge, goodClaims, makeKey, NOW, verify } from './forge-token.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const RUNS = { numRuns: 400 };

const signers = ['EdDSA', 'ES256', 'RS256', 'PS256'].map((alg) => {
  const key = makeKey(alg, 'k1');
  return { token: forge({ header: { alg, kid: 'k1' } }, key), keys: { keys: [key.jwk] } };
});
const anySigner = fc.constantFrom(...signers);
const anyCharacter = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...ALPHABET) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('.', '=', ' ', '\t', '\n', '\0', '+', '/', '~', '%', 'é', '路', '\ufeff'),
  },
);

async function isRefused(token: string, keys: (typeof signers)[number]['keys']): Promise<boolean> {
  return verify(token, keys).then(
    () => false,
    (cause: unknown) => cause instanceof TokenRefusal,
  );
}

it('accepts each of the four tokens that are changed below', async () => {
  for (const { token, keys } of signers) await expect(verify(token, keys)).resolves.toBeDefined();
});

it('A3 refuses a valid token with any one character changed', () =>
  fc.assert(
    fc.asyncProperty(anySigner, fc.nat(), anyCharacter, async ({ token, keys }, position, character) => {
      const at = position % token.length;
      fc.pre(token[at] !== character);
      return isRefused(token.slice(0, at) + character + token.slice(at + 1), keys);
    }),
    RUNS,
  ));

it('A3 refuses a valid token with any one character put in, taken out or swapped', () =>
  fc.assert(
    fc.asyncProperty(anySigner, fc.nat(), anyCharacter, async ({ token, keys }, position, character) => {
      const at = position % (token.length - 1);
      const swapped = `${token.slice(0, at)}${token[at + 1]}${token[at]}${token.slice(at + 2)}`;
      const others = [
        token.slice(0, at) + character + token.slice(at),
        token.slice(0, at) + token.slice(at + 1),
      ];
      if (swapped !== token) others.push(swapped);
      return (await Promise.all(others.map((other) => isRefused(other, keys)))).every(Boolean);
    }),
    RUNS,
  ));

it('A3 refuses every other last character of every part', async () => {
  for (const { token, keys } of signers) {
    const parts = token.split('.');
    for (const [index, part] of parts.entries()) {
      for (const character of ALPHABET) {
        if (part.endsWith(character)) continue;
        const changed = parts.with(index, part.slice(0, -1) + character).join('.');
        expect(await isRefused(changed, keys)).toBe(true);
      }
    }
  }
});

it('answers any text with a refusal, never with another error', () =>
  fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(fc.base64String(), { maxLength: 5 }).map((p) => p.join('.')),
      ),
      (text) => isRefused(text, signers[0]!.keys),
    ),
    RUNS,
  ));

it('answers any JSON as header and claims with a refusal, never with another error', () =>
  fc.assert(
    fc.asyncProperty(fc.json(), fc.json(), (header, claims) => {
      const [encodedHeader, encodedClaims] = [header, claims].map((text) =>
        Buffer.from(text).toString('base64url'),
      );
      return isRefused(`${encodedHeader}.${encodedClaims}.AAAA`, signers[0]!.keys);
    }),
    RUNS,
  ));

it('believes no time outside iat to exp, give or take five seconds', () =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: -50_000, max: 50_000 }), async (offsetSeconds) => {
      const nowMs = (NOW + offsetSeconds) * 1_000;
      const inside = nowMs >= (goodClaims.iat - 5) * 1_000 && nowMs < (goodClaims.exp + 5) * 1_000;
      const accepted = await verify(forge(), undefined, nowMs).then(
        () => true,
        () => false,
      );
      return accepted === inside;
    }),
    RUNS,
  ));
