import path from 'node:path';
import { calculateJwkThumbprint, importJWK, type CryptoKey, type JWK } from 'jose';
import { keepSigningKey } from '../keep-signing-key.ts';

/** The key that a gateway signs caller contexts with. */
export interface GatewayKey {
  /** For the agencies' LUKOU_GATEWAYS: the public half, with its thumbprint (RFC 7638) as `kid`. */
  readonly publicJwk: JWK & { readonly kid: string };
  readonly signingKey: CryptoKey;
}

/**
 * The gateway's key in `keyFolder`, made with it at the first run, readable by its owner alone, the same afterwards.
 * Throws `SETTING_INVALID` if others may read it or if it is damaged.
 */
export async function openGatewayKey(keyFolder: string): Promise<GatewayKey> {
  const privateJwk = await keepSigningKey({
    file: path.join(keyFolder, 'gateway-key.jwk.json'),
    holder: 'gateway',
    loss: 'the agencies refuse this gateway until they list the new one',
  });
  const { kty, crv, x } = privateJwk;
  const kid = await calculateJwkThumbprint({ kty, crv, x });
  const signingKey = await importJWK(privateJwk, 'EdDSA');
  if (signingKey instanceof Uint8Array) throw new TypeError('An Ed25519 key is never a shared secret.');
  return { publicJwk: { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' }, signingKey };
}
