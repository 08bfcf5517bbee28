import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { chooseCoding } from './choose-coding.ts';
import {
  type ConsoleClient,
  type ConsoleSettings,
  type DevelopmentSignIn,
  originsOf,
} from './console-settings.ts';
import { contentPolicy, GUARDING_HEADERS } from './content-policy.ts';
import { openDevelopmentDoor } from './development-door.ts';
import { asksForPage } from './lost-page.ts';
import { NOT_BUILT } from './not-built.ts';
import type { ConsoleFile, ConsoleFiles } from './read-console-files.ts';

/** What the console's door is told. */
export interface ConsoleParts {
  /** Null where the console was not built: then a page says how to build it. */
  readonly files: ConsoleFiles | null;
  /** Issuers that the console signs people in with. */
  readonly clients: readonly ConsoleClient[];
  readonly development?: DevelopmentSignIn | undefined;
}

const FOR_EVER = 'public, max-age=31536000, immutable';

/** The console's door: `/console/`, what its document loads, what it must know to sign people in, and the way to it from `/`. */
export function openConsoleDoor(app: FastifyInstance, { files, clients, development }: ConsoleParts): void {
  const origins = originsOf(clients);
  const settings: ConsoleSettings = { issuers: clients, sampleCallers: development?.callers ?? [] };

  app.get('/console', (_request, reply) => reply.redirect('/console/', 308));
  app.get('/console/settings.json', (_request, reply) =>
    reply.headers({ ...GUARDING_HEADERS, 'cache-control': 'no-store' }).send(settings),
  );
  if (development !== undefined) openDevelopmentDoor(app, development);
  for (const [name, file] of files?.assets ?? []) {
    app.get(`/console/${name}`, (request, reply) =>
      sendFile(request, reply.header('cache-control', FOR_EVER), file),
    );
  }
  // Every page is the same document; which page it shows is the browser's affair.
  app.get<{ Params: { '*': string } }>('/console/*', (request, reply) => {
    const [page = ''] = request.params['*'].split('/');
    if (page === 'assets') return reply.callNotFound();
    reply.headers({
      'cache-control': 'no-store',
      'content-security-policy': contentPolicy(page, origins),
    });
    return files === null
      ? sendFile(request, reply.code(503), NOT_BUILT)
      : sendFile(request, reply, files.document);
  });
  // The API's clients never ask for a page.
  app.get('/', (request, reply) =>
    asksForPage(request.raw) ? reply.redirect('/console/', 302) : reply.callNotFound(),
  );
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: ConsoleFile): FastifyReply {
  const coding = chooseCoding(request.headers['accept-encoding'], file);
  reply.headers({ ...GUARDING_HEADERS, 'content-type': file.type, vary: 'accept-encoding' });
  if (coding === null) return reply.send(file.bytes);
  return reply.header('content-encoding', coding).send(file[coding]);
}
