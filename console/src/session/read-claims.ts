/** Roles of callers. */
export const ROLES = ['analyst', 'partner', 'steward', 'auditor', 'public'] as const;

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** Who a token is for. The gateway checks it; the console only shows it. */
export interface Claims {
  readonly agency: string;
  readonly role: Role;
  readonly subject: string;
  readonly expiresAtMs: number;
}

/** What a token says of its bearer; null where it is not a token for Lukou (docs/identity.md). */
export function readClaims(token: string): Claims | null {
  const part = token.split('.')[1];
  if (part === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    const { agency, role, sub, exp } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    const known = ROLES.find((name) => name === role);
    if (known === undefined || typeof agency !== 'string' || typeof sub !== 'string') return null;
    return typeof exp === 'number' ? { agency, role: known, subject: sub, expiresAtMs: exp * 1_000 } : null;
  } catch {
    // Not base64url or not JSON: not a token that Lukou takes.
    return null;
  }
}
