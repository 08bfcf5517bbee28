import { compactVerify, createLocalJWKSet, errors, type JSONWebKeySet } from 'jose';
import type { SplitToken } from './split-token.ts';
import { TOKEN_ALGORITHMS } from './token-header.ts';
import { TokenRefusal } from './token-refusal.ts';

type KeyChooser = ReturnType<typeof createLocalJWKSet>;

// Importing a key costs more than using it; a key source hands out the same object until its keys change.
const choosers = new WeakMap<JSONWebKeySet, KeyChooser>();

/**
 * Settles that one key of the set, named by the token's `kid` and fit for its `alg`, signed this token. The key's own
 * `use`, `key_ops`, `alg` and curve must agree, and an RSA key must have 2048 bits or more (jose checks these).
 * Throws {@link TokenRefusal} `KEY_UNKNOWN` or `SIGNATURE_REFUSED`.
 */
export async function checkSignature(token: SplitToken, keys: JSONWebKeySet): Promise<void> {
  try {
    await compactVerify(token.text, chooserFor(keys), { algorithms: [...TOKEN_ALGORITHMS] });
  } catch (cause) {
    const noSingleKey =
      cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys;
    throw new TokenRefusal(noSingleKey ? 'KEY_UNKNOWN' : 'SIGNATURE_REFUSED', { cause });
  }
}

function chooserFor(keys: JSONWebKeySet): KeyChooser {
  const known = choosers.get(keys);
  if (known !== undefined) return known;
  const chooser = createLocalJWKSet(keys);
  choosers.set(keys, chooser);
  return chooser;
}
