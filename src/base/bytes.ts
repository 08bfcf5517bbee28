import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';

/** SHA-256 of text (as UTF-8) or bytes, as 64 lower-case hexadecimal digits. */
export function sha256Hex(input: string | Uint8Array): string {
  return hash('sha256', input, 'hex');
}

// Preparing a key costs more than using it.
const prepared = new WeakMap<Uint8Array, KeyObject>();

/** HMAC-SHA-256 of text (as UTF-8) or bytes under `key`, whose bytes do not change once it was used. */
export function hmacSha256(key: Uint8Array, input: string | Uint8Array): Buffer {
  let secret = prepared.get(key);
  if (secret === undefined) prepared.set(key, (secret = createSecretKey(key)));
  return createHmac('sha256', secret).update(input).digest();
}

/** Stands for what may not be named: the prefix, `_` and 16 bytes of HMAC-SHA-256 of it in base64url. */
export function keyedName(prefix: string, key: Uint8Array, input: string): string {
  return `${prefix}_${hmacSha256(key, input).subarray(0, 16).toString('base64url')}`;
}

/** JSON with object keys sorted at every depth, so that equal values have equal bytes. Throws on cycles. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
