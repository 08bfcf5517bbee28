import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { keyIdOf, LukouError, openPublicKey } from '../../base/index.ts';

const signersFile = z.strictObject({
  signers: z.array(
    z.strictObject({
      /** Whose key it is; two keys of one person count as one. */
      person: z.string().trim().min(1).max(100),
      keyId: z.string(),
      /** The 32 bytes of the Ed25519 public key. */
      publicKey: z.base64().length(44, 'write the 32 bytes of an Ed25519 public key in base64'),
    }),
  ),
});

/** A person whose signature counts on release packages. */
export interface ReleaseSigner {
  readonly person: string;
  readonly keyId: string;
  readonly key: KeyObject;
}

/**
 * A person's name for comparing: two that look the same are one person. Spaces, characters that cannot be seen, width,
 * case and the way accents are written do not tell people apart.
 */
export function foldPersonName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu, '')
    .toLowerCase();
}

/**
 * Reads the list of persons whose signatures count, already parsed from YAML or JSON.
 *
 * @throws LukouError SETTING_INVALID naming what is wrong.
 */
export function readReleaseSigners(input: unknown, source: string): readonly ReleaseSigner[] {
  const parsed = signersFile.safeParse(input);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw new LukouError('SETTING_INVALID', `${source}: ${first?.path.join('.')}: ${first?.message}.`);
  }
  return parsed.data.signers.map(({ person, keyId, publicKey }) => {
    const raw = Buffer.from(publicKey, 'base64');
    if (keyId !== keyIdOf(raw))
      throw new LukouError('SETTING_INVALID', `${source}: the key of ${person} has the id ${keyIdOf(raw)}.`);
    return { person, keyId, key: openPublicKey(raw) };
  });
}
