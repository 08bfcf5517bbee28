import type { FastifyReply } from 'fastify';
import { LukouError } from '../base/index.ts';
import { publicError, type Released } from '../request/index.ts';

/** The only place that writes an answer to a socket. It takes nothing but what the request flow released. */
export function writeReleased(reply: FastifyReply, released: Released): FastifyReply {
  return reply.code(released.status).headers(released.headers).send(Buffer.from(released.json, 'utf8'));
}

/** What leaves when nothing could be recorded: a code, and no data. */
export function writeUnrecorded(reply: FastifyReply, error: unknown, requestId: string): FastifyReply {
  const known =
    error instanceof LukouError && error.status === 503 ? error : new LukouError('AUDIT_UNAVAILABLE');
  return reply
    .code(503)
    .headers({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': '5',
    })
    .send(JSON.stringify({ errors: [publicError(known, requestId)] }));
}
