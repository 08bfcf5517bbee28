import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readAtMost } from '../base/index.ts';
import type { Witness } from '../witness/index.ts';

const LONGEST_BODY = 65_536;
const READ_TIMEOUT_MS = 10_000;

/** Serves a witness as C2SP tlog-witness: `POST /add-checkpoint`. It is not listening yet. */
export function buildWitnessServer(witness: Witness, onFault: (error: unknown) => void): Server {
  const server = createServer((request, response) => {
    answer(witness, request, response).catch((error: unknown) => {
      onFault(error);
      if (response.headersSent) response.destroy();
      else send(response, 500, 'The witness failed. Its operator has been told.\n');
    });
  });
  server.requestTimeout = READ_TIMEOUT_MS;
  server.headersTimeout = READ_TIMEOUT_MS;
  server.maxConnections = 100;
  return server;
}

async function answer(witness: Witness, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST' || request.url !== '/add-checkpoint') {
    send(response, 404, 'A witness answers POST /add-checkpoint, and nothing else.\n');
    return;
  }
  // Reading no further must not close the socket that the refusal is sent on.
  const body = await readAtMost(request.iterator({ destroyOnReturn: false }), LONGEST_BODY);
  if (body === null) {
    response.setHeader('connection', 'close');
    send(response, 413, 'The request is too large.\n');
    return;
  }
  const { status, body: text } = await witness.addCheckpoint(body.toString('utf8'));
  send(response, status, text);
}

function send(response: ServerResponse, status: number, body: string): void {
  const type = status === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8';
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
}
