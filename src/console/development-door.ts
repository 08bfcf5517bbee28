import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isLoopbackHost } from '../identity/index.ts';
import type { DevelopmentSignIn } from './console-settings.ts';
import { GUARDING_HEADERS } from './content-policy.ts';

/**
 * Hands the console a sample caller's token. The route exists with the development issuer alone, and answers only a page
 * that this very gateway served to a browser on this machine: everybody else reaches the socket as easily as the token.
 */
export function openDevelopmentDoor(app: FastifyInstance, { callers, tokenFor }: DevelopmentSignIn): void {
  app.post<{ Params: { caller: string } }>(
    '/console/development-token/:caller',
    { bodyLimit: 1 },
    async (request, reply) => {
      reply.headers({ ...GUARDING_HEADERS, 'cache-control': 'no-store' });
      const why = whyNotOwnPage(request.headers, request.ip);
      if (why !== null) return refuse(reply, 403, why);
      const caller = callers.find(({ name }) => name === request.params.caller);
      if (caller === undefined)
        return refuse(reply, 404, `The sample callers are ${callers.map(({ name }) => name).join(', ')}.`);
      return reply.send({ token: await tokenFor(caller.name) });
    },
  );
}

/** Why a request does not come from the console's own page on this machine; null where it does. */
function whyNotOwnPage(headers: IncomingHttpHeaders, ip: string): string | null {
  if (!isLoopbackHost(ip)) return 'Tokens of the development issuer are for this machine alone.';
  if (FORWARDED.some((name) => headers[name] !== undefined))
    return 'Tokens of the development issuer do not pass a proxy. Open the console directly.';
  const { host, origin } = headers;
  // A name that somebody else's DNS turned towards this machine is not loopback: its page has that name as its origin.
  const own = host === undefined ? null : URL.parse(`http://${host}`);
  if (own === null || own.host !== host?.toLowerCase() || !isLoopbackHost(own.hostname))
    return 'Open the console under 127.0.0.1 or localhost.';
  if (origin !== own.origin || headers['sec-fetch-site'] !== 'same-origin')
    return 'Only the console’s own page may ask for this.';
  return null;
}

const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

function refuse(reply: FastifyReply, status: 403 | 404, message: string): FastifyReply {
  return reply.code(status).send({ errors: [{ message }] });
}
