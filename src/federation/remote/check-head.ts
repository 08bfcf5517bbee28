import type { IncomingHttpHeaders } from 'node:http';
import { AgencyFailure } from './agency-failure.ts';

const UNAVAILABLE = new Set([502, 503, 504]);
const GRAPHQL = 'application/graphql-response+json';

/**
 * Judges an answer by its status and headers, before its body is read; null where the body may be read. A status of
 * 4xx is read only where the media type says that a GraphQL server wrote it, and not some proxy.
 */
export function checkHead(
  status: number,
  headers: IncomingHttpHeaders,
  maxResponseBytes: number,
): AgencyFailure | null {
  if (UNAVAILABLE.has(status)) return new AgencyFailure('UNAVAILABLE', status);
  const media = readMediaType(headers['content-type']);
  const isReadable = status === 200 || (status >= 400 && status < 500 && media?.type === GRAPHQL);
  if (!isReadable) return new AgencyFailure('WRONG_STATUS', status);
  if (media === null || (media.type !== GRAPHQL && media.type !== 'application/json'))
    return new AgencyFailure('WRONG_MEDIA_TYPE');
  if (media.charset !== 'utf-8') return new AgencyFailure('WRONG_MEDIA_TYPE');
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity')
    return new AgencyFailure('COMPRESSED');
  if (Number(headers['content-length'] ?? 0) > maxResponseBytes) return new AgencyFailure('TOO_LARGE');
  return null;
}

function readMediaType(header: unknown): { readonly type: string; readonly charset: string } | null {
  if (typeof header !== 'string') return null;
  const [type = '', ...parameters] = header.toLowerCase().split(';');
  const charsets = parameters.map((each) => each.trim()).filter((each) => each.startsWith('charset='));
  if (charsets.length > 1) return null;
  const charset = charsets[0]?.slice('charset='.length).replaceAll('"', '') ?? 'utf-8';
  return { type: type.trim(), charset: charset === 'utf8' ? 'utf-8' : charset };
}
