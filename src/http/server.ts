import type { IncomingHttpHeaders } from 'node:http';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Clock, LukouError, uuidV7 } from '../base/index.ts';
import { answer, type Arrival, refuseArrival, type RequestPorts } from '../request/index.ts';
import { writeReleased, writeUnrecorded } from './exit.ts';

/** What the HTTP door is told. */
export interface HttpOptions {
  readonly ports: RequestPorts;
  readonly clock: Clock;
  readonly maxBodyBytes: number;
  readonly maxConnections: number;
  /** Whether answers can be given now; otherwise `/health/ready` says why not. */
  readonly readiness: () => Promise<{ readonly ready: boolean; readonly reason?: string }>;
}

// Slow senders are dropped early: the platform's defaults dropped none of 150 in 15 seconds.
const HEADERS_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 5_000;

/** The HTTP door: `/graphql` and the two health paths, and nothing else. */
export function buildHttpServer(options: HttpOptions): FastifyInstance {
  const { ports, clock } = options;
  const app = fastify({
    logger: false,
    trustProxy: false,
    bodyLimit: options.maxBodyBytes,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: 1_000 },
    genReqId: () => uuidV7(clock.nowMs()),
    return503OnClosing: true,
  });
  app.server.maxConnections = options.maxConnections;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, ({ headers }, text, done) => {
    try {
      done(null, readBody(headers, text as string));
    } catch (error) {
      done(error as Error, undefined);
    }
  });

  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    exposeHeadRoute: false,
    handler: async (request, reply) => leave(request, reply, () => answer(arrivalOf(request), ports)),
    // The body could not be read: the refusal is recorded like any other.
    errorHandler: (error, request, reply) => {
      void leave(request, reply, () => refuseArrival(arrivalOf(request), asRefusal(error), ports));
    },
  });
  app.route({
    method: ['DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'PUT'],
    url: '/graphql',
    handler: (_request, reply) =>
      reply
        .code(405)
        .header('allow', 'GET, POST')
        .send({ errors: [{ message: 'Use POST, or GET for a query.' }] }),
  });
  app.get('/health/live', () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    const state = await options.readiness();
    return reply.code(state.ready ? 200 : 503).send(state);
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ errors: [{ message: 'Nothing is here. The endpoint is /graphql.' }] }),
  );
  return app;
}

/** A body in another charset reads differently to others on the way; a compressed one may be a bomb. */
function readBody(headers: IncomingHttpHeaders, text: string): unknown {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset)) throw new LukouError('MEDIA_TYPE_UNSUPPORTED');
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new LukouError('MEDIA_TYPE_UNSUPPORTED', 'Do not compress it: leave out content-encoding.');
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LukouError('BAD_REQUEST', 'The body is not JSON.', { cause });
  }
}

async function leave(
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => ReturnType<typeof answer>,
): Promise<FastifyReply> {
  try {
    return writeReleased(reply, await work());
  } catch (error) {
    return writeUnrecorded(reply, error, request.id);
  }
}

function arrivalOf(request: FastifyRequest): Arrival {
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
