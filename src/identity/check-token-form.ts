import { readStrictObject } from './read-strict-json.ts';
import { splitToken, type SplitToken } from './split-token.ts';
import { checkClaims, type TokenClaims } from './token-claims.ts';
import { checkHeader, type TokenHeader } from './token-header.ts';

/** A token that is well formed. Nothing in it is believed yet: its signature has not been looked at. */
export interface TokenForm {
  readonly split: SplitToken;
  readonly header: TokenHeader;
  readonly claims: TokenClaims;
}

/**
 * The gate in front of the cryptography. jose alone accepts padded, spaced and altered spellings of one token,
 * duplicate keys, a byte order mark and `exp: 1e400` (hostile cases A2 to A4); this refuses them all.
 * Throws a {@link TokenRefusal} with the reason.
 */
export function checkTokenForm(token: string): TokenForm {
  const split = splitToken(token);
  const header = checkHeader(readStrictObject(split.headerBytes));
  const claims = checkClaims(readStrictObject(split.payloadBytes));
  return { split, header, claims };
}
