import type { IncomingMessage } from 'node:http';
import compress from '@fastify/compress';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Clock, LukouError, uuidV7 } from '../base/index.ts';
import { answer, refuseArrival, type Released, type StreamPorts } from '../request/index.ts';
import { arrivalOf } from './arrival-of.ts';
import { type DeliveryDoor, openDeliveryDoor } from './delivery-door.ts';
import { asksForEvents, serveEvents } from './event-stream-door.ts';
import { writeNotice, writeReleased, writeUnread, writeUnrecorded } from './exit.ts';
import { type LogDoor, openLogDoor } from './log-door.ts';
import { openPublicDoor } from './public-door.ts';
import { openToBrowsers } from './open-to-browsers.ts';
import { readBody } from './read-body.ts';
import { DOOR_LIMITS, SOCKET_LIMITS } from './slow-senders.ts';
import { asksForSocket, openSocketDoor } from './socket-door.ts';
import type { StreamOptions } from './stream-options.ts';

/** What `/health/ready` says. */
export interface Readiness {
  readonly ready: boolean;
  /** Why not. */
  readonly reason?: string;
  /** Agencies elsewhere that cannot be reached now. Their fields fail; the others' are answered. */
  readonly unreachable?: readonly string[];
  /** New files that were refused. What was in force before stays in force. */
  readonly refused?: readonly { readonly what: string; readonly code: string }[];
  /** Processes that answer now as this one gateway, and how many there should be; only where there are several. */
  readonly workers?: { readonly serving: number; readonly of: number };
}

/** What the HTTP door is told. */
export interface HttpOptions {
  readonly ports: StreamPorts;
  readonly clock: Clock;
  readonly maxBodyBytes: number;
  readonly maxConnections: number;
  /** Levels of lists and objects in the variables. */
  readonly maxVariableDepth: number;
  /** How long an event of a stream may wait to be read. */
  readonly streamPatienceMs: number;
  /** Streams of one caller, and so of one WebSocket. */
  readonly maxStreams: number;
  /** Origins whose pages may read answers in a browser. */
  readonly corsOrigins: readonly string[];
  /** Whether answers can be given now; otherwise `/health/ready` says why not. */
  readonly readiness: () => Promise<Readiness>;
  /** Whether public travel information is under `/public`. */
  readonly hasPublicFeeds?: boolean;
  /** What systems of agencies hand in; without it nothing is under `/ingest`. */
  readonly deliveries?: DeliveryDoor | undefined;
  /** The log's public pages; without it nothing is served under `/log`. */
  readonly log?: LogDoor;
  /** Where somebody's browser is sent that asks for an address that cannot be read; null for a notice. */
  readonly findLostPage?: (request: IncomingMessage) => string | null;
}

// Below, the bytes saved are not worth the work.
const COMPRESS_FROM_BYTES = 1_024;

/** The HTTP door: `/graphql`, the log's pages, public feeds and the two health paths, and nothing else. */
export function buildHttpServer(options: HttpOptions): FastifyInstance {
  const { clock } = options;
  const app = fastify({
    logger: false,
    trustProxy: false,
    bodyLimit: options.maxBodyBytes,
    ...DOOR_LIMITS,
    http: { ...SOCKET_LIMITS, shouldUpgradeCallback: asksForSocket },
    genReqId: () => uuidV7(clock.nowMs()),
    return503OnClosing: true,
    clientErrorHandler: writeUnread,
    frameworkErrors: (_error, { raw }, reply) =>
      void writeLost(reply as FastifyReply, options.findLostPage?.(raw) ?? null),
  });
  app.server.maxConnections = options.maxConnections;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, ({ headers }, bytes, done) => {
    try {
      done(null, readBody(headers, bytes as Buffer, options.maxVariableDepth));
    } catch (error) {
      done(error as Error, undefined);
    }
  });
  const streams = { patienceMs: options.streamPatienceMs };
  // Streams end with a word of why before connections are closed.
  app.addHook('preClose', () => options.ports.streams.stop());
  // A client that changes its mind has both the old streams and the new ones for a moment.
  openSocketDoor(app, { ...options, ...streams, maxOperations: 2 * options.maxStreams });
  void app.register((door) => openGraphqlDoor(door, options, streams), { prefix: '/graphql' });
  const { deliveries } = options;
  if (deliveries !== undefined)
    void app.register((door) => openDeliveryDoor(door, deliveries, options.ports), { prefix: '/ingest' });
  if (options.log !== undefined) openLogDoor(app, options.log, options.ports);
  if (options.hasPublicFeeds === true) openPublicDoor(app, options.ports);
  app.get('/health/live', () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    const state = await options.readiness();
    return reply.code(state.ready ? 200 : 503).send(state);
  });
  app.setNotFoundHandler((_request, reply) => writeNotice(reply, 404, NOTHING_HERE));
  return app;
}

function writeLost(reply: FastifyReply, page: string | null): FastifyReply {
  return page === null ? writeNotice(reply, 404, NOTHING_HERE) : reply.redirect(page, 303);
}

const NOTHING_HERE = { errors: [{ message: 'Nothing is here. The endpoint is /graphql.' }] };

async function openGraphqlDoor(
  door: FastifyInstance,
  { ports, corsOrigins }: Pick<HttpOptions, 'ports' | 'corsOrigins'>,
  streams: StreamOptions,
): Promise<void> {
  // Not by a hook: the exit asks for it. Bodies of requests are never decompressed.
  await door.register(compress, { global: false, encodings: ['br', 'gzip'], threshold: COMPRESS_FROM_BYTES });
  await openToBrowsers(door, corsOrigins);
  const refuse = (request: FastifyRequest, error: LukouError): Promise<Released> =>
    refuseArrival(arrivalOf(request), error, ports);

  door.route({
    method: ['GET', 'POST'],
    url: '',
    exposeHeadRoute: false,
    handler: (request, reply) =>
      asksForEvents(request)
        ? serveEvents(request, reply, ports, streams)
        : leave(request, reply, () => answer(arrivalOf(request), ports)),
    // The body could not be read: the refusal is recorded like any other.
    errorHandler: (error, request, reply) => {
      void leave(request, reply, () => refuse(request, asRefusal(error)));
    },
  });
  door.route({
    method: ['DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'PUT'],
    url: '',
    handler: async (request, reply) =>
      isAllowedPreflight(request, reply)
        ? writeNotice(reply, 204)
        : leave(request, reply, () => refuse(request, new LukouError('METHOD_UNSUPPORTED'))),
    errorHandler: (error, request, reply) => {
      void leave(request, reply, () => refuse(request, asRefusal(error)));
    },
  });
}

/** A browser asks whether a page of an allowed origin may send what it wants to send. */
function isAllowedPreflight({ method, headers }: FastifyRequest, reply: FastifyReply): boolean {
  return (
    method === 'OPTIONS' &&
    headers['access-control-request-method'] !== undefined &&
    reply.getHeader('access-control-allow-origin') !== undefined
  );
}

async function leave(
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => Promise<Released>,
): Promise<FastifyReply> {
  try {
    return writeReleased(reply, await work());
  } catch (error) {
    return writeUnrecorded(reply, error, request.id);
  }
}

function asRefusal(error: { readonly code?: string }): LukouError {
  if (error instanceof LukouError) return error;
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new LukouError('REQUEST_TOO_LARGE');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new LukouError('MEDIA_TYPE_UNSUPPORTED');
    default:
      return new LukouError('BAD_REQUEST', undefined, { cause: error });
  }
}
