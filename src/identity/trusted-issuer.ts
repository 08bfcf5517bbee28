import { z } from 'zod';
import { isLoopbackHost } from './is-loopback-host.ts';
import { agencySchema, TOKEN_ROLES } from './token-claims.ts';

const speaksForSchema = z.strictObject({
  agency: agencySchema,
  roles: z.array(z.enum(TOKEN_ROLES)).min(1),
});

const consoleSchema = z.strictObject({
  clientId: z.string().regex(/^[\x21-\x7e]{1,256}$/),
  scope: z
    .string()
    .regex(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/)
    .default('openid'),
  resource: z
    .string()
    .refine((text) => URL.canParse(text), 'Write an absolute URI.')
    .optional(),
  origins: z.array(z.string().refine(isSafeOrigin, 'Write an exact https origin.')).default([]),
});

/**
 * One issuer in the configuration: its name as in the claim `iss`, where its public keys are, for which agencies
 * and roles it may speak, and as which client the console signs people in with it. An unknown key in the settings is
 * refused.
 */
export const issuerSettingsSchema = z
  .strictObject({
    issuer: z.string().regex(/^[\x21-\x7e]{1,256}$/),
    keysUrl: z.string().refine(isKeysUrl, {
      error:
        'Write an https URL without user name or fragment; http is accepted for a loopback address only.',
    }),
    speaksFor: z.array(speaksForSchema).min(1),
    console: consoleSchema.optional(),
  })
  .refine(({ issuer, console }) => console === undefined || isKeysUrl(issuer), {
    error: 'The console signs people in at the address that the issuer’s name is: an https URL.',
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

function isSafeOrigin(text: string): boolean {
  return isKeysUrl(text) && new URL(text).origin === text;
}
