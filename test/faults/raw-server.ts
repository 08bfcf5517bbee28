import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** One request as it came over the wire. */
export interface ReceivedRequest {
  /** The request line and the headers. */
  readonly head: string;
  readonly body: string;
}

/** A server that writes whatever a test wants it to: it need not be HTTP. */
export interface RawServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly requests: ReceivedRequest[];
  /** Connections opened to it so far. */
  readonly connections: () => number;
  /** Resolves when no connection is open. */
  drained(): Promise<void>;
}

/** Answers on loopback: `behave` is called for each whole request, and counts them from 0. */
export async function serveRaw(
  behave: (socket: Socket, request: ReceivedRequest, count: number) => void,
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const requests: ReceivedRequest[] = [];
  let opened = 0;
  const server = createServer((socket) => {
    opened += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that gives up resets the connection; that is what many tests are about.
    socket.on('error', () => undefined);
    let bytes = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = bytes.subarray(0, end).toString();
      const body = bytes.subarray(end + 4);
      if (body.length < Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0)) return;
      bytes = Buffer.alloc(0);
      const request = { head, body: body.toString() };
      requests.push(request);
      behave(socket, request, requests.length - 1);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    port,
    requests,
    connections: () => opened,
    async drained() {
      await Promise.all(
        [...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve))),
      );
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An HTTP answer, with what makes it wrong. */
export function httpAnswer(
  body: string | Buffer,
  { status = '200 OK', type = 'application/json', headers = [] as readonly string[], length = true } = {},
): Buffer {
  const bytes = Buffer.from(body);
  const lines = [
    `HTTP/1.1 ${status}`,
    ...(type === '' ? [] : [`content-type: ${type}`]),
    ...(length ? [`content-length: ${bytes.length}`] : []),
    ...headers,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes]);
}
