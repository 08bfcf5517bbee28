import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { keyIdOf, LukouError, openPublicKey } from '../../base/index.ts';
import { describeIssue } from '../describe-issue.ts';
import { type Duty, DUTY_NAMES } from '../duties.ts';

const agencyKeysFileSchema = z.strictObject({
  keys: z.array(
    z.strictObject({
      agency: z.string().regex(/^AG-[A-Z0-9]+(?:-[A-Z0-9]+)*$/, 'write an agency code'),
      keyId: z.string(),
      publicKey: z.base64().length(44, 'write the 32 bytes of an Ed25519 public key in base64'),
      duty: z.enum(DUTY_NAMES, { error: `write the duty of who holds the key: ${DUTY_NAMES.join(', ')}` }),
    }),
  ),
});

/** One agency's key for signing. */
export interface AgencyKey {
  readonly agency: string;
  /** Of who holds the key: agreements are signed by stewards. */
  readonly duty: Duty;
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
    ? [...checkIds(parsed.data.keys), ...checkHolders(parsed.data.keys)]
    : parsed.error.issues.map((issue) => describeIssue(issue));
  if (!parsed.success || problems.length > 0)
    throw new LukouError(
      'AGREEMENT_INVALID',
      problems.map((problem) => `\n  ${source}: ${problem}`).join(''),
    );
  return parsed.data.keys.map(({ agency, keyId, publicKey, duty }) => ({
    agency,
    duty,
    keyId,
    key: openPublicKey(Buffer.from(publicKey, 'base64')),
  }));
}

type KeyEntry = z.infer<typeof agencyKeysFileSchema>['keys'][number];

function checkIds(keys: readonly KeyEntry[]): string[] {
  return keys.flatMap(({ keyId, publicKey }, at) => {
    const expected = keyIdOf(Buffer.from(publicKey, 'base64'));
    return keyId === expected ? [] : [`keys[${at}].keyId: this key's id is ${expected}`];
  });
}

/** A key that two agencies hold would sign for both sides; one with two duties would check its own work. */
function checkHolders(keys: readonly KeyEntry[]): string[] {
  return keys.flatMap(({ keyId, agency, duty }, at) => {
    const earlier = keys.slice(0, at).find((key) => key.keyId === keyId);
    if (earlier === undefined) return [];
    if (earlier.agency !== agency)
      return [`keys[${at}]: ${earlier.agency} holds this key: let each agency make its own`];
    if (earlier.duty !== duty)
      return [`keys[${at}]: this key has the duty ${earlier.duty}: nobody has two of the three duties`];
    return [`keys[${at}]: this key is listed twice: keep one entry`];
  });
}
