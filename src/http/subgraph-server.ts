import type { IncomingMessage } from 'node:http';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { LukouError, readAtMost } from '../base/index.ts';
import { CONTEXT_HEADER } from '../identity/index.ts';
import { type AgencyPorts, type Question, serveSubgraph } from '../request/index.ts';
import { asksForEvents } from './event-stream-door.ts';
import { writeServed } from './exit.ts';
import { serveFollower } from './follow-door.ts';
import { DOOR_LIMITS, SOCKET_LIMITS } from './slow-senders.ts';

/** PEM texts: the agency's certificate and key, and whose client certificates it asks for; null for none. */
export interface DoorCertificates {
  readonly cert: string;
  readonly key: string;
  readonly clientCa: string | null;
}

/** What the door of one agency's subgraph is told. */
export interface SubgraphDoorOptions {
  readonly ports: AgencyPorts;
  readonly maxConnections: number;
  /** Plain HTTP without; the wiring allows that on loopback only. */
  readonly certificates: DoorCertificates | null;
  /** Whether questions can be answered now. */
  readonly isReady: () => Promise<boolean>;
}

/** Largest body of a question that a trusted gateway may send: a join brings the keys of all its rows. */
const MAX_BODY_BYTES = 16 * 1_024 * 1_024;

/** The door of one agency's subgraph: POST `/graphql` for trusted gateways, the two health paths, and nothing else. */
export function buildSubgraphServer(options: SubgraphDoorOptions): FastifyInstance {
  const app = openDoor(options.certificates);
  app.server.maxConnections = options.maxConnections;
  // Nothing reads a body before the context holds, so nobody else can fill the memory.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.post('/graphql', async (request, reply) => {
    const question = questionOf(request, reply);
    return asksForEvents(request)
      ? serveFollower(request, reply, question, options.ports)
      : writeServed(reply, await serveSubgraph(question, options.ports));
  });
  app.addHook('preClose', () => options.ports.streams.stop());
  app.get('/health/live', () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    const ready = await options.isReady();
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply
      .code(404)
      .header('connection', 'close')
      .send({ errors: [{ message: 'Nothing is here.' }] }),
  );
  return app;
}

function openDoor(certificates: DoorCertificates | null): FastifyInstance {
  const common = { logger: false, trustProxy: false, ...DOOR_LIMITS, return503OnClosing: true } as const;
  if (certificates === null) return fastify({ ...common, http: SOCKET_LIMITS });
  const { cert, key, clientCa } = certificates;
  const clients = clientCa === null ? {} : { ca: clientCa, requestCert: true, rejectUnauthorized: true };
  return fastify({ ...common, https: { ...SOCKET_LIMITS, cert, key, ...clients } });
}

function questionOf(request: FastifyRequest, reply: FastifyReply): Question {
  const context = request.headers[CONTEXT_HEADER];
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return {
    context: Array.isArray(context) ? context.join() : context,
    ip: request.ip,
    readBody: () => readBody(request.raw),
    signal: gone.signal,
  };
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  // Reading no further must not close the socket that the refusal is sent on.
  const body = await readAtMost(message.iterator({ destroyOnReturn: false }), MAX_BODY_BYTES);
  if (body === null) throw new LukouError('REQUEST_TOO_LARGE');
  return body;
}
