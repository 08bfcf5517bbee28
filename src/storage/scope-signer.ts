import { canonicalJson, hmacSha256 } from '../base/index.ts';
import { deriveKey } from './derive-key.ts';

/** The rows that one subgraph operation may see, by type. A type without an entry shows no row. */
export interface SessionScope {
  readonly [typeName: string]: {
    /** GB/T 2260 prefixes; an empty prefix opens every row. */
    readonly divisions: readonly string[];
    /** RFC 3339; rows from before it do not exist for the caller. */
    readonly notBefore: string | null;
    /** Usages of checkpoints whose rows do not exist for the caller. */
    readonly withheldUsages: readonly string[];
    /** Agencies (`AG-…`) and cases (`AG-… number`) that a row must be tied to, all of them; none: it does not matter. */
    readonly ties: readonly string[];
  };
}

/** A row scope as the database takes it. */
export interface SignedScope {
  readonly body: string;
  /** HMAC-SHA-256 of the body, as hexadecimal digits. */
  readonly mac: string;
}

/** Signs row scopes with a key that the database knows and the application's role cannot read there. */
export interface ScopeSigner {
  sign(scope: SessionScope): SignedScope;
  /** The key as the database keeps it: XORed with the pads of RFC 2104, as it has sha256() but no HMAC. */
  readonly pads: { readonly inner: Uint8Array; readonly outer: Uint8Array };
}

const BLOCK_BYTES = 64;

/** A signer whose key is derived from the data folder's secret. */
export function createScopeSigner(secret: Uint8Array): ScopeSigner {
  const key = deriveKey(secret, 'row scope v1');
  const padded = Buffer.concat([key], BLOCK_BYTES);
  const signed = new WeakMap<SessionScope, SignedScope>();
  return {
    pads: { inner: padded.map((byte) => byte ^ 0x36), outer: padded.map((byte) => byte ^ 0x5c) },
    sign(scope) {
      let known = signed.get(scope);
      if (known === undefined) {
        const body = canonicalJson(scope);
        signed.set(scope, (known = { body, mac: hmacSha256(key, body).toString('hex') }));
      }
      return known;
    },
  };
}
