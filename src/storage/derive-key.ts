import { hkdfSync } from 'node:crypto';

/** A key of 32 bytes for one use, derived from the data folder's secret: HKDF-SHA-256 with the use as its label. */
export function deriveKey(secret: Uint8Array, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `lukou ${use}`, 32));
}
