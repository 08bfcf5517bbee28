import path from 'node:path';
import { calculateJwkThumbprint, importJWK, SignJWT } from 'jose';
import { systemClock, uuidV7, type Clock } from '../base/index.ts';
import { keepSigningKey } from './keep-signing-key.ts';
import { localKeySource, type KeySource } from './key-source.ts';
import {
  SAMPLE_CALLERS,
  SAMPLE_FEEDERS,
  type SampleCallerName,
  type SampleFeederName,
} from './sample-callers.ts';
import type { TrustedIssuer } from './trusted-issuer.ts';

/** The claim `aud` of tokens for Lukou, unless the configuration says otherwise. */
export const LUKOU_AUDIENCE = 'lukou';

const ISSUER = 'urn:lukou:development-issuer';
const LIFETIME_SECONDS = 8 * 60 * 60;

/** An issuer that anyone with this machine's data folder can use. It knows the sample's callers and feeders alone. */
export interface DevelopmentIssuer {
  readonly trusted: TrustedIssuer;
  readonly keys: KeySource;
  /** Signs a token for a sample caller or feeder, good for 8 hours. */
  tokenFor(caller: SampleCallerName | SampleFeederName): Promise<string>;
}

/**
 * Opens the development issuer whose key is kept in `keyFolder`, making folder and key at the first run.
 * A gateway takes it through `createAuthenticator`, which refuses it outside a developer's machine.
 */
export async function createDevelopmentIssuer(options: {
  readonly keyFolder: string;
  readonly audience?: string;
  readonly clock?: Clock;
}): Promise<DevelopmentIssuer> {
  const { audience = LUKOU_AUDIENCE, clock = systemClock } = options;
  const privateJwk = await keepSigningKey({
    file: path.join(options.keyFolder, 'development-issuer.jwk.json'),
    holder: 'development issuer',
    loss: 'tokens signed so far end',
  });
  const { d: _private, ...publicJwk } = privateJwk;
  const kid = await calculateJwkThumbprint(publicJwk);
  const signingKey = await importJWK(privateJwk, 'EdDSA');
  const known = { ...SAMPLE_CALLERS, ...SAMPLE_FEEDERS };
  return {
    trusted: {
      issuer: ISSUER,
      speaksFor: Object.values(known).map(({ agency, role }) => ({ agency, roles: [role] })),
    },
    keys: localKeySource(new Map([[ISSUER, { keys: [{ ...publicJwk, kid, alg: 'EdDSA', use: 'sig' }] }]])),
    async tokenFor(caller) {
      const { agency, role, subject } = known[caller];
      const nowMs = clock.nowMs();
      const issuedAt = Math.floor(nowMs / 1_000);
      return new SignJWT({ agency, role })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
        .setIssuer(ISSUER)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + LIFETIME_SECONDS)
        .setJti(uuidV7(nowMs))
        .sign(signingKey);
    },
  };
}
