import { z } from 'zod';
import { isLoopbackHost } from './is-loopback-host.ts';
import { agencySchema, CALLER_ROLES } from './token-claims.ts';

const speaksForSchema = z.strictObject({
  agency: agencySchema,
  roles: z.array(z.enum(CALLER_ROLES)).min(1),
});

/**
 * One issuer in the configuration: its name as in the claim `iss`, where its public keys are, and for which agencies
 * and roles it may speak. An unknown key in the settings is refused.
 */
export const issuerSettingsSchema = z.strictObject({
  issuer: z.string().regex(/^[\x21-\x7e]{1,256}$/),
  keysUrl: z.string().refine(isKeysUrl, {
    error: 'Write an https URL without user name or fragment; http is accepted for a loopback address only.',
  }),
  speaksFor: z.array(speaksForSchema).min(1),
});

/** One issuer as configured; see {@link issuerSettingsSchema}. */
export type IssuerSettings = z.infer<typeof issuerSettingsSchema>;

/** An issuer's name and the callers it may vouch for. Anything it claims beyond `speaksFor` is refused. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly speaksFor: readonly z.infer<typeof speaksForSchema>[];
}

/** True if keys may be fetched from this address. */
export function isKeysUrl(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
}
