import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** Bytes under AES-256-GCM: what was encrypted, then the tag. */
export interface SealedBox {
  readonly nonce: Buffer;
  readonly box: Buffer;
}

/**
 * Encrypts under a nonce of its own. Nonces are random and not counted: after a torn write the same place is written
 * again, and a nonce that repeats under one key would give both away.
 */
export function sealBox(key: Uint8Array, bytes: Uint8Array, bound: Uint8Array): SealedBox {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(bound);
  return { nonce, box: Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]) };
}

/** Decrypts; null where key, bytes or what they are bound to are not those of the sealing. */
export function openBox(key: Uint8Array, { nonce, box }: SealedBox, bound: Uint8Array): Buffer | null {
  if (box.length < TAG_BYTES || nonce.length !== NONCE_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(bound)
    .setAuthTag(box.subarray(-TAG_BYTES));
  const opened = decipher.update(box.subarray(0, -TAG_BYTES));
  try {
    return Buffer.concat([opened, decipher.final()]);
  } catch {
    // The one way in which it says no: the tag does not fit.
    return null;
  }
}
