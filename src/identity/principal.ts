import { keyedName } from '../base/index.ts';
import type { CallerRole, TokenRole } from './token-claims.ts';
import type { VerifiedToken } from './verify-token.ts';

interface Vouched<Role extends TokenRole> {
  readonly role: Role;
  readonly agency: string;
  readonly subject: string;
  /** Stands for the person in the disclosure log: the same for one issuer and subject while the key is the same. */
  readonly pseudonym: string;
  readonly authMethod: 'jwt';
  /** The system of the agency through which the person asks, as the issuer names it; null where it does not. */
  readonly system: string | null;
  /** When the caller signed in. */
  readonly issuedAtMs: number;
  /** From this instant on the caller needs another token; an answer that goes on and on has to end then. */
  readonly expiresAtMs: number;
}

/** A caller whom a trusted issuer vouches for. */
export type VouchedPrincipal = Vouched<CallerRole>;

/** A system of an agency that hands data in. It is nobody who could ask. */
export type FeederPrincipal = Vouched<'feeder'>;

/** Whom a token may name. */
export type TokenPrincipal = VouchedPrincipal | FeederPrincipal;

/** A caller without a token. There is nothing to name them by. */
export interface PublicPrincipal {
  readonly role: 'public';
  readonly agency: null;
  readonly subject: null;
  readonly pseudonym: null;
  readonly authMethod: 'none';
  readonly system: null;
  readonly issuedAtMs: null;
  readonly expiresAtMs: null;
}

/** Who asks. */
export type Principal = VouchedPrincipal | PublicPrincipal;

type ActorKeys = 'role' | 'agency' | 'pseudonym' | 'authMethod';

/** Who does something, as far as a record of it says. */
export type Actor = Pick<VouchedPrincipal, ActorKeys> | Pick<PublicPrincipal, ActorKeys>;

/** The caller who shows no token. */
export const PUBLIC_PRINCIPAL: PublicPrincipal = Object.freeze({
  role: 'public',
  agency: null,
  subject: null,
  pseudonym: null,
  authMethod: 'none',
  system: null,
  issuedAtMs: null,
  expiresAtMs: null,
});

/** The caller whom a verified token names. */
export function principalOf(token: VerifiedToken, pseudonymKey: Uint8Array): TokenPrincipal {
  return Object.freeze({
    role: token.role,
    agency: token.agency,
    subject: token.subject,
    pseudonym: derivePseudonym(pseudonymKey, token.issuer, token.subject),
    authMethod: 'jwt',
    system: token.system,
    issuedAtMs: token.issuedAtMs,
    expiresAtMs: token.expiresAtMs,
  });
}

/** `p1_` and 16 bytes of HMAC-SHA-256 over issuer and subject, written as JSON so that no two pairs look alike. */
function derivePseudonym(key: Uint8Array, issuer: string, subject: string): string {
  return keyedName('p1', key, JSON.stringify(['lukou pseudonym v1', issuer, subject]));
}
