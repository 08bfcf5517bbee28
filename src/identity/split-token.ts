import { TokenRefusal } from './token-refusal.ts';

/** Longest token that is looked at, in bytes. */
const MAX_TOKEN_BYTES = 8_192;

declare const strictlySplit: unique symbol;

/** A compact JWS whose three parts are the only spelling of their bytes. Only {@link splitToken} makes one. */
export interface SplitToken {
  readonly [strictlySplit]: true;
  /** The whole token, as it was sent. */
  readonly text: string;
  readonly headerBytes: Uint8Array;
  readonly payloadBytes: Uint8Array;
  /** What the signature covers: the first two parts with the dot between them. */
  readonly signedPart: string;
}

/**
 * Splits a compact JWS, strictly: three parts of unpadded base64url, none empty, nothing around or between them.
 * Throws {@link TokenRefusal} `TOKEN_TOO_LARGE` or `ENCODING_NOT_CANONICAL`.
 */
export function splitToken(text: string): SplitToken {
  if (text.length > MAX_TOKEN_BYTES) throw new TokenRefusal('TOKEN_TOO_LARGE');
  const [header, payload, signature, ...more] = text.split('.');
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) {
    throw new TokenRefusal('ENCODING_NOT_CANONICAL');
  }
  decodePart(signature);
  return {
    text,
    headerBytes: decodePart(header),
    payloadBytes: decodePart(payload),
    signedPart: `${header}.${payload}`,
  } as SplitToken;
}

function decodePart(part: string): Uint8Array {
  const bytes = Buffer.from(part, 'base64url');
  // The decoder skips what is not in its alphabet, and the last character may carry bits that no byte uses; encoding
  // again shows both.
  if (part === '' || bytes.toString('base64url') !== part) throw new TokenRefusal('ENCODING_NOT_CANONICAL');
  return bytes;
}
