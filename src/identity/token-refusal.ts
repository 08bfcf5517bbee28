import { LukouError } from '../base/index.ts';

/**
 * Why a token, or the header around it, was refused. For the record only: the caller is never told which check failed.
 * docs/identity.md explains each one.
 */
export const REFUSAL_REASONS = [
  'AUTHORIZATION_MALFORMED',
  'TOKEN_TOO_LARGE',
  'ENCODING_NOT_CANONICAL',
  'JSON_NOT_STRICT',
  'ALGORITHM_REFUSED',
  'TYPE_REFUSED',
  'KEY_ID_MALFORMED',
  'HEADER_MEMBER_REFUSED',
  'CLAIMS_MALFORMED',
  'NOT_A_BEARER_TOKEN',
  'ISSUER_UNKNOWN',
  'KEYS_UNAVAILABLE',
  'KEY_UNKNOWN',
  'SIGNATURE_REFUSED',
  'AUDIENCE_WRONG',
  'EXPIRED',
  'NOT_YET_VALID',
  'ISSUED_IN_FUTURE',
  'LIFETIME_REFUSED',
  'ISSUER_MAY_NOT_SPEAK_FOR_CALLER',
  'DUTIES_COMBINED',
] as const;

/** One of {@link REFUSAL_REASONS}. */
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/**
 * A failed authentication: the public code and text of `UNAUTHENTICATED`, with the internal `reason` beside it.
 * Neither `reason` nor `cause` holds any part of the token.
 */
export class TokenRefusal extends LukouError {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, options?: { cause?: unknown }) {
    super('UNAUTHENTICATED', undefined, options);
    this.reason = reason;
  }
}
