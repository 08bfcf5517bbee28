import type { FastifyRequest } from 'fastify';
import type { Arrival } from '../request/index.ts';

/** A request as the flow takes it. */
export function arrivalOf(request: FastifyRequest): Arrival {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const at = request.url.indexOf('?');
  return {
    requestId: request.id,
    ip: request.ip,
    method: request.method,
    headers,
    search: at < 0 ? '' : request.url.slice(at),
    body: request.body,
  };
}
