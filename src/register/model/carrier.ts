import type { CarrierDetails, RegisterEntry } from './entry.ts';
import type { CarrierState } from './transitions.ts';

/** A carrier as the ledger knows it now. */
export interface Carrier extends CarrierDetails {
  readonly no: string;
  readonly state: CarrierState;
  /** Who has it, or the unit that it was sent to; null while the unit itself keeps it. */
  readonly holder: string | null;
  /** The day by which it has to be back; null where none was set. */
  readonly dueOn: string | null;
  readonly history: readonly RegisterEntry[];
}

/** A person who may act in the ledger, with the key that is proof of it. */
export interface Person {
  readonly name: string;
  readonly keyId: string;
  /** The 32 bytes of the Ed25519 public key, base64. */
  readonly publicKey: string;
  /** The private key under the person's own passphrase. */
  readonly sealedKey: { readonly salt: string; readonly nonce: string; readonly box: string };
}
