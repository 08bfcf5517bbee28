import { calculateJwkThumbprint, type JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { LukouError } from '../../base/index.ts';
import { gatewayNameSchema } from './context-claims.ts';

// Strict, so that a private half (`d`) is refused: whoever can read this file must not be able to sign.
const keySchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.base64url().length(43),
  kid: z.string(),
  alg: z.literal('EdDSA').optional(),
  use: z.literal('sig').optional(),
});

/**
 * The file that LUKOU_GATEWAYS names: each gateway's name as in the claim `iss`, and one public key as
 * `lukou gateway-key` prints it, or two while one replaces the other.
 */
export const gatewaySettingsSchema = z.strictObject({
  gateways: z
    .array(z.strictObject({ name: gatewayNameSchema, keys: z.array(keySchema).min(1).max(2) }))
    .min(1),
});

/** The file as read; see {@link gatewaySettingsSchema}. */
export type GatewaySettings = z.infer<typeof gatewaySettingsSchema>;

/** Public keys by the gateway's name. */
export type TrustedGateways = ReadonlyMap<string, JSONWebKeySet>;

/**
 * The gateways that an agency answers to.
 *
 * @throws LukouError SETTING_INVALID where a name or a key is there twice, or a `kid` is not its key's thumbprint.
 */
export async function trustGateways({ gateways }: GatewaySettings): Promise<TrustedGateways> {
  const trusted = new Map<string, JSONWebKeySet>();
  const kids = new Set<string>();
  for (const { name, keys } of gateways) {
    if (trusted.has(name)) throw refuse(`${name} is listed twice: write both keys under one name.`);
    for (const key of keys) {
      const { kty, crv, x } = key;
      if ((await calculateJwkThumbprint({ kty, crv, x })) !== key.kid)
        throw refuse(
          `${name}: "kid" is not the thumbprint of "x": copy the whole line of lukou gateway-key.`,
        );
      // With one key for two names, each gateway could speak as the other.
      if (kids.has(key.kid)) throw refuse(`${name}: the key ${key.kid} is listed already.`);
      kids.add(key.kid);
    }
    trusted.set(name, { keys: keys.map((key) => ({ ...key, alg: 'EdDSA', use: 'sig' })) });
  }
  return trusted;
}

function refuse(problem: string): LukouError {
  return new LukouError('SETTING_INVALID', `LUKOU_GATEWAYS: ${problem}`);
}
