import { type Claims, readClaims, type Role } from './read-claims.ts';
import { readKept } from './read-kept.ts';

/** Who is signed in, in this tab. */
export interface Session {
  /** Null for the public, who need none. */
  readonly token: string | null;
  readonly agency: string | null;
  readonly role: Role;
  readonly subject: string | null;
  /** Null for the public. */
  readonly expiresAtMs: number | null;
  /** Where the person signed in, to sign out there; null for sample callers and the public. */
  readonly issuer: string | null;
  readonly idToken: string | null;
  /** The sample caller that this is. */
  readonly sample: string | null;
}

const KEY = 'lukou-session';
const listeners = new Set<() => void>();

/** Nobody in particular: no token. */
export const PUBLIC_SESSION: Session = {
  token: null,
  agency: null,
  role: 'public',
  subject: null,
  expiresAtMs: null,
  issuer: null,
  idToken: null,
  sample: null,
};

let current: Session | null = restore();

/** A session of a token; null where the token is not one for Lukou. */
export function sessionOf(
  token: string,
  from: Pick<Session, 'issuer' | 'idToken' | 'sample'>,
): Session | null {
  const claims: Claims | null = readClaims(token);
  return claims === null ? null : { token, ...claims, ...from };
}

/** The session of this tab, or null where nobody has signed in. */
export function currentSession(): Session | null {
  return current;
}

/** Signs in, or with null out. It is kept for as long as the tab is open, and no longer. */
export function setSession(session: Session | null): void {
  current = session;
  if (session === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify(session));
  for (const listener of listeners) listener();
}

/** Calls back at every change; what it returns ends that. */
export function watchSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The token says who it is for; of the rest, what is no text is nothing. */
function restore(): Session | null {
  const { token, issuer, idToken, sample } = readKept(KEY);
  if (token === null) return PUBLIC_SESSION;
  const from = { issuer: textOrNull(issuer), idToken: textOrNull(idToken), sample: textOrNull(sample) };
  const session = typeof token === 'string' ? sessionOf(token, from) : null;
  return session?.expiresAtMs != null && session.expiresAtMs <= Date.now() ? null : session;
}

function textOrNull(kept: unknown): string | null {
  return typeof kept === 'string' ? kept : null;
}
