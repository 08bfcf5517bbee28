import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AgencyPorts, type Question, serveSubgraphEvents } from '../request/index.ts';
import { writeServed } from './exit.ts';
import { endEvents, openEventStream, writeEvent, writeKeepAlive } from './exit-streams.ts';
import { pourStream } from './pour-stream.ts';
import { LEAVE_WITHIN_MS } from './stream-options.ts';

/** How long a gateway may leave an event unread. */
const PATIENCE_MS = 10_000;

/** Tells a trusted gateway of one subscription's events, as server-sent events; or refuses as an answer does. */
export async function serveFollower(
  request: FastifyRequest,
  reply: FastifyReply,
  question: Question,
  ports: AgencyPorts,
): Promise<FastifyReply | undefined> {
  const served = await serveSubgraphEvents(question, ports);
  if ('json' in served) return writeServed(reply, served);
  request.socket.setTimeout(0);
  openEventStream(reply);
  await pourStream(
    served,
    {
      async send(said) {
        if (said !== null) return writeEvent(reply, said);
        writeKeepAlive(reply);
        return true;
      },
      end() {
        endEvents(reply, null);
        setTimeout(() => reply.raw.destroy(), LEAVE_WITHIN_MS).unref();
      },
    },
    PATIENCE_MS,
  );
  return undefined;
}
