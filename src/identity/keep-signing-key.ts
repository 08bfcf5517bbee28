import { readFile, stat } from 'node:fs/promises';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { createPrivateFile } from '../audit/index.ts';
import { isErrno, LukouError } from '../base/index.ts';

const keySchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.base64url().length(43),
  d: z.base64url().length(43),
});

/** An Ed25519 key pair as a JWK; `d` is the private half. */
export type SigningKey = z.infer<typeof keySchema>;

/** Where a key is kept, and what the messages about it say. */
export interface KeyPlace {
  /** The file; its folder is made with it. */
  readonly file: string;
  /** Whose key it is, as in "development issuer". */
  readonly holder: string;
  /** What a new key costs, as in "tokens signed so far end". */
  readonly loss: string;
}

/**
 * A signing key: made at the first run, readable by its owner alone, the same afterwards.
 * Throws `SETTING_INVALID` if others may read it or if it is damaged.
 */
export async function keepSigningKey(place: KeyPlace): Promise<SigningKey> {
  if (!(await exists(place.file))) await makeKey(place.file);
  await refuseSharedKey(place);
  return readKey(place);
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (cause) {
    if (isErrno(cause, 'ENOENT')) return false;
    throw cause;
  }
}

async function makeKey(file: string): Promise<void> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const { kty, crv, x, d } = await exportJWK(privateKey);
  // Of two first runs at once one makes it, and both read that one.
  await createPrivateFile(file, `${JSON.stringify({ kty, crv, x, d })}\n`);
}

async function refuseSharedKey({ file, holder }: KeyPlace): Promise<void> {
  const { mode } = await stat(file);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new LukouError('SETTING_INVALID', `Others may read the ${holder}'s key. Run: chmod 600 ${file}`);
  }
}

async function readKey({ file, holder, loss }: KeyPlace): Promise<SigningKey> {
  try {
    return keySchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // The parser's message could quote the private key, so it is not kept as the cause.
    throw new LukouError(
      'SETTING_INVALID',
      `The ${holder}'s key ${file} cannot be read. Remove it; a new one is made at the next start, and ${loss}.`,
    );
  }
}
