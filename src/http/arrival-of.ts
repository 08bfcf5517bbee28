import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Arrival } from '../request/index.ts';

/** A request as the flow takes it. */
export function arrivalOf(request: FastifyRequest): Arrival {
  const at = request.url.indexOf('?');
  return {
    requestId: request.id,
    ip: request.ip,
    method: request.method,
    headers: headersOf(request.headers),
    search: at < 0 ? '' : request.url.slice(at),
    body: request.body,
  };
}

/** Each header once, its values with commas between. */
export function headersOf(sent: IncomingHttpHeaders): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(sent)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
