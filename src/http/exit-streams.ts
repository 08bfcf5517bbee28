import type { FastifyReply } from 'fastify';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Released, ServedEvent } from '../request/index.ts';

// As exit.ts for answers: the only place that writes to the sockets of streams, and data only as the flow released them.

/** Begins an answer that goes on: server-sent events. Nothing is compressed or kept on the way. */
export function openEventStream(reply: FastifyReply): void {
  reply.hijack();
  const head = {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  };
  reply.raw.writeHead(200, head as Record<string, string>);
  reply.raw.flushHeaders();
}

/** One answer as a server-sent event. True once it has left for the reader. */
export function writeEvent({ raw }: FastifyReply, { json }: Released | ServedEvent): Promise<boolean> {
  return new Promise((resolve) => raw.write(`event: next\ndata: ${json}\n\n`, (error) => resolve(!error)));
}

/** A line that says nothing, so that the connection is seen to be alive. */
export function writeKeepAlive({ raw }: FastifyReply): void {
  raw.write(':\n\n');
}

/** The end of server-sent events; with a code, and nothing else, where nothing could be recorded. */
export function endEvents({ raw }: FastifyReply, unrecorded: object | null): void {
  const last = unrecorded === null ? '' : `event: next\ndata: ${JSON.stringify(unrecorded)}\n\n`;
  raw.end(`${last}event: complete\ndata:\n\n`);
}

/** One answer as a message of graphql-transport-ws. True once it has left for the reader. */
export function sendNext(socket: WebSocket, id: string, { json }: Released): Promise<boolean> {
  return send(socket, `{"id":${JSON.stringify(id)},"type":"next","payload":${json}}`);
}

/** The end of one operation on a WebSocket; as for {@link endEvents}. */
export function sendComplete(socket: WebSocket, id: string, unrecorded: object | null): void {
  if (unrecorded !== null) void send(socket, JSON.stringify({ id, type: 'next', payload: unrecorded }));
  void send(socket, JSON.stringify({ id, type: 'complete' }));
}

/** A message that says nothing of anybody's data. */
export function sendNotice(socket: WebSocket, type: 'connection_ack' | 'pong'): void {
  void send(socket, JSON.stringify({ type }));
}

/** Refuses to change a connection to WebSocket. */
export function writeRefusedUpgrade(socket: Duplex, { status, headers, json }: Released): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = Buffer.byteLength(json);
  socket.end(
    `HTTP/1.1 ${status} Refused\r\n${lines.join('')}connection: close\r\ncontent-length: ${length}\r\n\r\n${json}`,
  );
}

/** The same with a status line alone: for what is no handshake, or could not be recorded. */
export function writeBareRefusal(socket: Duplex, line: '400 Bad Request' | '503 Service Unavailable'): void {
  socket.end(`HTTP/1.1 ${line}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

function send(socket: WebSocket, text: string): Promise<boolean> {
  return new Promise((resolve) =>
    socket.send(text, (error) => resolve(error === undefined || error === null)),
  );
}
