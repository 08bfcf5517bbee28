import { scryptSync } from 'node:crypto';

/** What scrypt is to cost. `cost` is its N; memory is 128 * N * r bytes. */
export interface KeyCost {
  readonly cost: number;
  readonly blockSize: number;
}

/** 128 MB and about half a second a try. */
export const FILE_KEY_COST: KeyCost = { cost: 1 << 17, blockSize: 8 };
/** 32 MB: a person's key lies inside the encrypted file already. */
export const PERSON_KEY_COST: KeyCost = { cost: 1 << 15, blockSize: 8 };

/** Least and most that a file may ask for, so that a changed file neither weakens the key nor fills the memory. */
export const COST_RANGE = { least: 1 << 14, most: 1 << 20 } as const;

/** Derives `bytes` bytes from a passphrase, which is taken in Unicode's composed form. */
export function deriveKey(passphrase: string, salt: Uint8Array, cost: KeyCost, bytes: number): Buffer {
  const { cost: N, blockSize: r } = cost;
  return scryptSync(passphrase.normalize('NFC'), salt, bytes, { N, r, p: 1, maxmem: 256 * N * r });
}
