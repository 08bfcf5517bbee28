import type { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import { LukouError } from '../base/index.ts';
import type { IngestReceipt } from '../ingest/index.ts';
import {
  asLukouError,
  type LogEntriesPage,
  type PublicFeed,
  publicError,
  type Released,
  type Served,
} from '../request/index.ts';

/** The only place that writes an answer to a client's socket. It takes nothing but what the request flow released. */
export function writeReleased(reply: FastifyReply, released: Released): FastifyReply {
  reply.code(released.status).headers(released.headers);
  // Compressed here and nowhere else. The receipt's digest is over the bytes before that.
  reply.compress(Buffer.from(released.json, 'utf8'));
  return reply;
}

/** What leaves when nothing could be recorded: a code, and no data. */
export function writeUnrecorded(reply: FastifyReply, error: unknown, requestId: string): FastifyReply {
  return reply
    .code(503)
    .headers({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': '5',
    })
    .send(JSON.stringify(sayUnrecorded(error, requestId)));
}

/** What is said of a fault that could not be recorded. */
export function sayUnrecorded(error: unknown, requestId: string): object {
  const known =
    error instanceof LukouError && error.status === 503 ? error : new LukouError('AUDIT_UNAVAILABLE');
  return { errors: [publicError(known, requestId)] };
}

/** What leaves for a request that is not one for data, so that nothing is recorded: a notice from a closed list. */
export function writeNotice(
  reply: FastifyReply,
  status: 204 | 404,
  notice?: Readonly<Record<string, unknown>>,
): FastifyReply {
  reply.code(status).header('cache-control', 'no-store');
  return notice === undefined ? reply.send() : reply.send(notice);
}

/** What leaves of the log's public pages: hashes and signatures, which tell nothing of what records say. */
export function writeLogPage(
  reply: FastifyReply,
  page: string | Buffer,
  mediaType: string,
  caching: string,
): FastifyReply {
  return reply.headers({ 'content-type': mediaType, 'cache-control': caching }).send(page);
}

/** What leaves of public travel information; nothing but its tag where the client has it already. */
export function writeFeed(
  reply: FastifyReply,
  { mediaType, body, etag }: PublicFeed,
  isKnown: boolean,
  keptSeconds: number,
): FastifyReply {
  reply.headers({ etag, 'cache-control': `public, max-age=${keptSeconds}` });
  return isKnown ? reply.code(304).send() : reply.header('content-type', mediaType).send(Buffer.from(body));
}

/** The only place that writes records themselves to a socket, once the reading of them is a record too. */
export function writeLogEntries(reply: FastifyReply, { bytes }: LogEntriesPage): FastifyReply {
  return reply
    .headers({ 'content-type': 'application/octet-stream', 'cache-control': 'no-store' })
    .send(bytes);
}

/** The receipt of what a system handed in. It says how many rows became what, and nothing that they hold. */
export function writeIngested(reply: FastifyReply, receipt: IngestReceipt): FastifyReply {
  return reply.header('cache-control', 'no-store').send(receipt);
}

/** What leaves where a page of the log or a delivery is refused, or cannot be read: a code, and nothing else. */
export function writeRefusedPage(reply: FastifyReply, error: unknown, requestId: string): FastifyReply {
  const known = asLukouError(error);
  return reply
    .code(known.status)
    .header('cache-control', 'no-store')
    .send({ errors: [publicError(known, requestId)] });
}

/** What leaves for bytes that are not a request: a status line. The connection is closed behind it. */
export function writeUnread(error: { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const line = UNREAD[error.code ?? ''] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${line}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

const UNREAD: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/** The only place that writes an agency's answer to a gateway's socket. */
export function writeServed(reply: FastifyReply, { status, json }: Served): FastifyReply {
  reply.headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  // The body of a question that was refused is not read to its end.
  if (status !== 200) reply.header('connection', 'close');
  return reply.code(status).send(json);
}
