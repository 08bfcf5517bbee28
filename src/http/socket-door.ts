import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { WebSocketServer } from 'ws';
import { LukouError, uuidV7, type Clock } from '../base/index.ts';
import { type Arrival, refuseArrival, type StreamPorts } from '../request/index.ts';
import { headersOf } from './arrival-of.ts';
import { converse, SUBPROTOCOL } from './converse.ts';
import { writeBareRefusal, writeRefusedUpgrade } from './exit-streams.ts';
import { LEAVE_WITHIN_MS, type StreamOptions } from './stream-options.ts';

/** What the door for WebSockets is told. */
export interface SocketDoorOptions extends StreamOptions {
  readonly ports: StreamPorts;
  readonly clock: Clock;
  readonly maxBodyBytes: number;
  readonly maxVariableDepth: number;
  readonly corsOrigins: readonly string[];
  readonly maxOperations: number;
}

/** Whether a request is to become a WebSocket of the endpoint; any other is answered as HTTP. For Node's server. */
export function asksForSocket({ headers, url = '' }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase().includes('websocket') === true && /^\/graphql(?:\?|$)/.test(url);
}

/** Opens `/graphql` to WebSockets. Frames are not compressed, and none is longer than a body may be. */
export function openSocketDoor(app: FastifyInstance, options: SocketDoorOptions): void {
  const { ports, clock, corsOrigins } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: options.maxBodyBytes,
    perMessageDeflate: false,
    handleProtocols: () => SUBPROTOCOL,
  });
  // What is no handshake is closed with a status line, and never becomes a request.
  sockets.on('wsClientError', (_error, socket) => writeBareRefusal(socket, '400 Bad Request'));
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const arrivalFor = (headers: ReadonlyMap<string, string>, body: unknown): Arrival => ({
      requestId: uuidV7(clock.nowMs()),
      ip: request.socket.remoteAddress ?? '',
      method: 'POST',
      headers: new Map([...headersOf(request.headers), ...headers, ['content-type', 'application/json']]),
      search: '',
      body,
    });
    const refusal = findRefusal(request, corsOrigins);
    if (refusal !== null) {
      void refuse(socket, arrivalFor(new Map(), undefined), refusal, ports);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => converse(opened, { ...options, arrivalFor }));
  });
  // The server waits for every connection, so also for one that nothing is asked on.
  app.addHook('preClose', () => {
    sockets.close();
    for (const socket of sockets.clients) {
      socket.close(1001, 'The gateway is being stopped');
      setTimeout(() => socket.terminate(), LEAVE_WITHIN_MS).unref();
    }
    return Promise.resolve();
  });
}

function findRefusal({ headers }: IncomingMessage, corsOrigins: readonly string[]): LukouError | null {
  const { origin, host } = headers;
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  if (!offered.includes(SUBPROTOCOL))
    return new LukouError('BAD_REQUEST', `Over WebSocket this gateway speaks ${SUBPROTOCOL}.`);
  // Browsers ask nobody before they open a WebSocket, and name the page in every case.
  const isOwn = origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
  if (origin === undefined || isOwn || corsOrigins.includes(origin)) return null;
  return new LukouError('BAD_REQUEST', 'Pages of this origin may not open a WebSocket here.');
}

async function refuse(
  socket: Duplex,
  arrival: Arrival,
  error: LukouError,
  ports: StreamPorts,
): Promise<void> {
  try {
    writeRefusedUpgrade(socket, await refuseArrival(arrival, error, ports));
  } catch {
    writeBareRefusal(socket, '503 Service Unavailable');
  }
}
