import { verify } from 'node:crypto';
import { LukouError, sha256Hex } from '../../base/index.ts';
import { type ReleasePackage, releaseBytes, type ReleaseStatement } from './release-package.ts';
import { foldPersonName, type ReleaseSigner } from './release-signers.ts';

/** A package that may be taken in, if its id is new. */
export interface VerifiedRelease {
  readonly statement: ReleaseStatement;
  /** The extract. */
  readonly content: Buffer;
  /** Ids of the keys that signed, of two different persons at least. */
  readonly keyIds: readonly string[];
}

const PERSONS = 2;

/**
 * Verifies that a package is whole, in force, and signed by two different persons of the list.
 *
 * @throws LukouError RELEASE_FORGED, RELEASE_EXPIRED or RELEASE_UNSIGNED
 */
export function verifyRelease(
  { statement, content, signatures }: ReleasePackage,
  signers: readonly ReleaseSigner[],
  nowMs: number,
): VerifiedRelease {
  const bytes = Buffer.from(content, 'base64');
  const { extract } = statement;
  if (bytes.length !== extract.bytes || sha256Hex(bytes) !== extract.sha256)
    throw new LukouError('RELEASE_FORGED', 'Its content is not the one that was signed.');
  const signed = releaseBytes(statement);
  const known = signatures.flatMap(({ keyId, signature }) => {
    const signer = signers.find((listed) => listed.keyId === keyId);
    return signer === undefined ? [] : [{ signer, signature: Buffer.from(signature, 'base64') }];
  });
  if (!known.every(({ signer, signature }) => verify(null, signed, signer.key, signature)))
    throw new LukouError('RELEASE_FORGED', 'A signature on it does not fit.');
  const persons = new Set(known.map(({ signer }) => foldPersonName(signer.person)));
  if (persons.size < PERSONS)
    throw new LukouError(
      'RELEASE_UNSIGNED',
      `${persons.size} of the persons who may sign, and ${signatures.length} signatures in all.`,
    );
  if (nowMs >= Date.parse(statement.expiresAt))
    throw new LukouError('RELEASE_EXPIRED', `It was good until ${statement.expiresAt}.`);
  if (nowMs < Date.parse(statement.madeAt))
    throw new LukouError(
      'RELEASE_EXPIRED',
      `It is not good before ${statement.madeAt}: check this machine's clock.`,
    );
  return {
    statement,
    content: bytes,
    keyIds: [...new Set(known.map(({ signer }) => signer.keyId))],
  };
}
