import { existsSync, readFileSync } from 'node:fs';
import { verify as verifyBytes, createPublicKey } from 'node:crypto';
import type { JWK } from 'jose';
import { checkSignature, splitToken, TokenRefusal } from '../../../src/identity/index.ts';
import { itUnless } from '../../world/skip-aloud.ts';
import { issuerKey, verify } from './forge-token.ts';

interface JwsVectors {
  testGroups: {
    public?: JWK;
    private?: JWK;
    tests: { tcId: number; jws: string; result: string }[];
  }[];
}
interface EdVectors {
  testGroups: { publicKeyDer: string; tests: { tcId: number; msg: string; sig: string; result: string }[] }[];
}

const folder = '../shared/vectors/wycheproof';
const present = existsSync(folder);
const withVectors = itUnless(present ? null : `the Wycheproof vectors are not at ${folder}`);
const isText = (value: unknown): value is string => typeof value === 'string';
const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));

/** The signature alone: most vectors sign plain text, which could never be claims. */
async function signatureHolds(jws: string, key: JWK): Promise<boolean> {
  try {
    await checkSignature(splitToken(jws), { keys: [key] });
    return true;
  } catch (cause) {
    if (cause instanceof TokenRefusal) return false;
    throw cause;
  }
}

/** Valid, but refused on purpose: an algorithm that tokens may not use, or nothing between the dots. */
function isBeyondTokens(jws: string): boolean {
  const [header, payload] = jws.split('.');
  return (
    payload === '' ||
    !/"alg":"(EdDSA|ES256|RS256|PS256)"/.test(Buffer.from(`${header}`, 'base64url').toString())
  );
}

withVectors('A1 accepts every valid Wycheproof JWS that a token could be and no invalid one', async () => {
  const { testGroups } = read('json_web_signature_test.json') as JwsVectors;
  const accepted = { valid: 0, invalid: 0 };
  const wronglyRefused: number[] = [];
  for (const group of testGroups) {
    const key = group.public ?? group.private;
    for (const { tcId, jws, result } of group.tests) {
      const holds = key !== undefined && typeof jws === 'string' && (await signatureHolds(jws, key));
      if (holds) accepted[result === 'valid' ? 'valid' : 'invalid'] += 1;
      else if (result === 'valid' && !isBeyondTokens(jws)) wronglyRefused.push(tcId);
    }
  }
  expect({ accepted, wronglyRefused }).toEqual({ accepted: { valid: 14, invalid: 0 }, wronglyRefused: [] });
});

withVectors('A1 accepts no Wycheproof JWS, valid or not, as a token', async () => {
  const { testGroups } = read('json_web_signature_test.json') as JwsVectors;
  const texts = testGroups.flatMap(({ tests }) => tests.map(({ jws }) => jws)).filter(isText);
  expect(texts.length).toBeGreaterThanOrEqual(300);
  for (const jws of texts)
    await expect(verify(jws, { keys: [issuerKey.jwk] })).rejects.toBeInstanceOf(TokenRefusal);
});

withVectors('A1 runs on an Ed25519 that agrees with every Wycheproof vector', () => {
  const { testGroups } = read('ed25519_test.json') as EdVectors;
  expect(testGroups.flatMap(({ tests }) => tests)).toHaveLength(151);
  for (const { publicKeyDer, tests } of testGroups) {
    const key = createPublicKey({ key: Buffer.from(publicKeyDer, 'hex'), format: 'der', type: 'spki' });
    for (const { tcId, msg, sig, result } of tests) {
      const holds = verifyBytes(null, Buffer.from(msg, 'hex'), key, Buffer.from(sig, 'hex'));
      expect({ tcId, holds }).toEqual({ tcId, holds: result === 'valid' });
    }
  }
});
