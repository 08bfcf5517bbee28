import type { FastifyReply, FastifyRequest } from 'fastify';
import { stream, type StreamPorts } from '../request/index.ts';
import { arrivalOf } from './arrival-of.ts';
import { sayUnrecorded } from './exit.ts';
import { endEvents, openEventStream, writeEvent, writeKeepAlive } from './exit-streams.ts';
import { pourStream } from './pour-stream.ts';
import { asStreamArrival, KEEP_ALIVE_MS, LEAVE_WITHIN_MS, type StreamOptions } from './stream-options.ts';

/** Whether a request asks for server-sent events by their own name. */
export function asksForEvents({ headers }: FastifyRequest): boolean {
  return /(?:^|,)\s*text\/event-stream\s*(?:;|,|$)/i.test(headers.accept ?? '');
}

/**
 * Answers one subscription as server-sent events: the protocol of graphql-sse with a connection for each operation.
 * Refusals are events too, as it wants them. The head is sent once what happens from now on will be told.
 */
export async function serveEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  ports: StreamPorts,
  { patienceMs }: StreamOptions,
): Promise<void> {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  request.socket.setTimeout(0);
  let isOpen = false;
  const open = (): void => {
    if (!isOpen) openEventStream(reply);
    isOpen = true;
  };
  const keepAlive = setInterval(() => isOpen && writeKeepAlive(reply), KEEP_ALIVE_MS);
  const answers = stream(asStreamArrival(arrivalOf(request)), { gone: gone.signal, onOpen: open }, ports);
  await pourStream(
    answers,
    {
      send(released) {
        open();
        return writeEvent(reply, released);
      },
      end(unrecorded) {
        open();
        endEvents(reply, unrecorded === null ? null : sayUnrecorded(unrecorded, request.id));
        setTimeout(() => reply.raw.destroy(), LEAVE_WITHIN_MS).unref();
      },
    },
    patienceMs,
  );
  clearInterval(keepAlive);
}
