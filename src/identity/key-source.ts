import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { TokenRefusal } from './token-refusal.ts';

/** Where an issuer's public keys come from. */
export interface KeySource {
  /**
   * The issuer's keys; the same object until they change. `wantedKid` names the key that is needed now, so that a source
   * that keeps keys can look again when it lacks this one. Throws {@link TokenRefusal} `KEYS_UNAVAILABLE`.
   */
  keysFor(issuer: string, wantedKid?: string): Promise<JSONWebKeySet>;
}

const PRIVATE_MEMBERS = ['d', 'k', 'p', 'q', 'priv'];

const keySetSchema = z.object({
  keys: z
    .array(z.looseObject({ kty: z.string() }))
    .max(64)
    .refine((keys) => keys.every((key) => PRIVATE_MEMBERS.every((member) => !Object.hasOwn(key, member))), {
      error: 'The key set holds private keys, so anyone could sign with them. Publish public keys only.',
    }),
});

/** Reads a JWK set (RFC 7517) that may hold public keys only. Throws a ZodError saying what is wrong with it. */
export function readKeySet(value: unknown): JSONWebKeySet {
  return keySetSchema.parse(value);
}

/** Keys at hand, by issuer. For the development issuer, for tests, and for agencies that hand over keys on paper. */
export function localKeySource(sets: ReadonlyMap<string, JSONWebKeySet>): KeySource {
  const known = new Map([...sets].map(([issuer, set]) => [issuer, readKeySet(set)]));
  return {
    async keysFor(issuer) {
      const set = known.get(issuer);
      if (set === undefined) throw new TokenRefusal('KEYS_UNAVAILABLE');
      return set;
    },
  };
}
