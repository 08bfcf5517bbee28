import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { LukouError, sha256Hex } from '../../base/index.ts';
import { describeIssue } from '../describe-issue.ts';

const RAW_KEY_BYTES = 32;

const agencyKeysFileSchema = z.strictObject({
  keys: z.array(
    z.strictObject({
      agency: z.string().regex(/^AG-[A-Z0-9]+(?:-[A-Z0-9]+)*$/, 'write an agency code'),
      keyId: z.string(),
      publicKey: z.base64().length(44, 'write the 32 bytes of an Ed25519 public key in base64'),
    }),
  ),
});

/** One agency's key for signing agreements. */
export interface AgencyKey {
  readonly agency: string;
  readonly keyId: string;
  readonly key: KeyObject;
}

/**
 * Reads the list of the agencies' keys, already parsed from YAML.
 *
 * @throws LukouError AGREEMENT_INVALID naming every wrong entry.
 */
export function readAgencyKeys(input: unknown, source: string): readonly AgencyKey[] {
  const parsed = agencyKeysFileSchema.safeParse(input);
  const problems = parsed.success
    ? parsed.data.keys.flatMap(({ keyId, publicKey }, at) => {
        const expected = agencyKeyId(Buffer.from(publicKey, 'base64'));
        return keyId === expected ? [] : [`keys[${at}].keyId: this key's id is ${expected}`];
      })
    : parsed.error.issues.map((issue) => describeIssue(issue));
  if (!parsed.success || problems.length > 0)
    throw new LukouError(
      'AGREEMENT_INVALID',
      problems.map((problem) => `\n  ${source}: ${problem}`).join(''),
    );
  return parsed.data.keys.map(({ agency, keyId, publicKey }) => ({
    agency,
    keyId,
    key: openPublicKey(Buffer.from(publicKey, 'base64')),
  }));
}

/** Names a key by what it is: `k1_` and 16 hexadecimal digits of the SHA-256 of its 32 raw bytes. */
export function agencyKeyId(raw: Uint8Array): string {
  return `k1_${sha256Hex(raw).slice(0, 16)}`;
}

/** The 32 bytes of an Ed25519 public key. */
export function rawPublicKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(-RAW_KEY_BYTES);
}

function openPublicKey(raw: Buffer): KeyObject {
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') },
    format: 'jwk',
  });
}
