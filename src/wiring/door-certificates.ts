import { createSecureContext } from 'node:tls';
import { LukouError } from '../base/index.ts';
import type { Config } from '../config.ts';
import type { DoorCertificates } from '../http/index.ts';
import { isLoopbackHost } from '../identity/index.ts';
import { readPem } from './read-pem.ts';

/**
 * The certificates of a subgraph's door; null for plain HTTP, which is for loopback only.
 *
 * @throws LukouError SETTING_INVALID where they are half set, missing or do not fit, or where none is and others can
 *   reach the door.
 */
export async function readDoorCertificates(config: Config): Promise<DoorCertificates | null> {
  const { HOST, LUKOU_TLS_CERT, LUKOU_TLS_KEY, LUKOU_TLS_CLIENT_CA } = config;
  if (LUKOU_TLS_CERT === undefined && LUKOU_TLS_KEY === undefined) {
    if (LUKOU_TLS_CLIENT_CA !== undefined)
      throw refuse('LUKOU_TLS_CLIENT_CA is set without LUKOU_TLS_CERT and LUKOU_TLS_KEY. Set all three.');
    if (!isLoopbackHost(HOST))
      throw refuse(
        `The host "${HOST}" can be reached from other machines, and without TLS they could read every answer on the ` +
          'way. Set LUKOU_TLS_CERT and LUKOU_TLS_KEY, or listen on 127.0.0.1.',
      );
    return null;
  }
  if (LUKOU_TLS_CERT === undefined || LUKOU_TLS_KEY === undefined)
    throw refuse('LUKOU_TLS_CERT and LUKOU_TLS_KEY go together. Set both.');
  const cert = await readPem('LUKOU_TLS_CERT', LUKOU_TLS_CERT);
  const key = await readPem('LUKOU_TLS_KEY', LUKOU_TLS_KEY);
  const clientCa =
    LUKOU_TLS_CLIENT_CA === undefined ? null : await readPem('LUKOU_TLS_CLIENT_CA', LUKOU_TLS_CLIENT_CA);
  requireFit(cert, key, clientCa);
  return { cert, key, clientCa };
}

function requireFit(cert: string, key: string, clientCa: string | null): void {
  try {
    createSecureContext({ cert, key, ...(clientCa !== null && { ca: clientCa }) });
  } catch (cause) {
    // The cause stays inside: OpenSSL's words say nothing to act on.
    throw new LukouError(
      'SETTING_INVALID',
      'LUKOU_TLS_CERT, LUKOU_TLS_KEY and LUKOU_TLS_CLIENT_CA do not fit: the key must be that of the first certificate.',
      { cause },
    );
  }
}

function refuse(problem: string): LukouError {
  return new LukouError('SETTING_INVALID', problem);
}
