import { createPublicKey, type KeyObject } from 'node:crypto';
import { sha256Hex } from './bytes.ts';

const RAW_KEY_BYTES = 32;

/** Names a key by what it is: `k1_` and 16 hexadecimal digits of the SHA-256 of its 32 raw bytes. */
export function keyIdOf(raw: Uint8Array): string {
  return `k1_${sha256Hex(raw).slice(0, 16)}`;
}

/** The 32 bytes of an Ed25519 public key. */
export function rawPublicKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(-RAW_KEY_BYTES);
}

/** The key of 32 raw Ed25519 bytes. */
export function openPublicKey(raw: Uint8Array): KeyObject {
  const x = Buffer.from(raw).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
