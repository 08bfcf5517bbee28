import { createPrivateKey } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, type JWK, SignJWT } from 'jose';
import { createDevelopmentIssuer } from '../../src/identity/index.ts';

/**
 * A token of somebody who has the same role as the sample's auditor, signed with the key of a data folder's development
 * issuer. Resolves with its file.
 */
export async function writeAuditorToken(folder: string, subject: string): Promise<string> {
  const keyFolder = join(folder, 'development-issuer');
  await createDevelopmentIssuer({ keyFolder });
  const jwk = JSON.parse(await readFile(join(keyFolder, 'development-issuer.jwk.json'), 'utf8')) as JWK;
  const { d: _private, ...publicJwk } = jwk;
  const issuedAt = Math.floor(Date.now() / 1_000);
  const token = await new SignJWT({ agency: 'AG-OVERSIGHT', role: 'auditor' })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: await calculateJwkThumbprint(publicJwk) })
    .setIssuer('urn:lukou:development-issuer')
    .setAudience('lukou')
    .setSubject(subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 3_600)
    .setJti(subject)
    .sign(createPrivateKey({ key: jwk, format: 'jwk' }));
  const path = join(folder, `${subject}.token`);
  await writeFile(path, token);
  return path;
}
