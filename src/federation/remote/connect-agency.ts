import { Pool } from 'undici';
import { LukouError } from '../../base/index.ts';

/** How the two ends know each other: PEM texts. `cert` and `key` make it mutual. */
export interface AgencyTls {
  readonly ca?: string | Buffer | undefined;
  readonly cert?: string | Buffer | undefined;
  readonly key?: string | Buffer | undefined;
}

export interface ConnectionOptions {
  readonly name: string;
  /** Where the agency takes operations: http or https. */
  readonly url: string;
  readonly tls?: AgencyTls | undefined;
  /** Speaks HTTP/2 where the agency offers it; https only. */
  readonly http2?: boolean | undefined;
  /** How long connecting may take. */
  readonly timeoutMs: number;
  /** Connections at a time; null for as many as are asked for. */
  readonly connections?: number | null;
}

const MAX_CONNECTIONS = 64;

/** Opens the connections to one agency, kept alive between calls. Throws SETTING_INVALID. */
export function connectAgency(options: ConnectionOptions): { readonly pool: Pool; readonly path: string } {
  const { name, url, tls = {}, http2 = false, timeoutMs, connections = MAX_CONNECTIONS } = options;
  const { protocol, origin, pathname, search, username, password } = readUrl(name, url);
  if (protocol !== 'https:' && protocol !== 'http:')
    throw refuse(name, 'Use a URL that begins with https:// or http://.');
  if (username !== '' || password !== '') throw refuse(name, 'Leave user and password out of the URL.');
  if (protocol === 'http:' && (http2 || Object.values(tls).some((part) => part !== undefined)))
    throw refuse(name, 'TLS and HTTP/2 need a URL that begins with https://.');
  if ((tls.cert === undefined) !== (tls.key === undefined))
    throw refuse(name, 'Give a certificate and its key, or neither.');
  const pool = new Pool(origin, {
    connections,
    allowH2: http2,
    connect: { ...tls, preferH2: http2, timeout: timeoutMs },
  });
  return { pool, path: pathname + search };
}

function readUrl(name: string, url: string): URL {
  const read = URL.parse(url);
  if (read === null) throw refuse(name, 'Its URL cannot be read.');
  return read;
}

function refuse(name: string, detail: string): LukouError {
  return new LukouError('SETTING_INVALID', `Agency ${name}: ${detail}`);
}
