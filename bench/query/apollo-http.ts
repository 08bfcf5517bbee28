import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApolloServer, BaseContext } from '@apollo/server';
import { askApollo } from '../ask-apollo.ts';

/** Serves an Apollo Server on loopback. */
export async function listen<Context extends BaseContext>(
  server: ApolloServer<Context>,
  openContext: () => Promise<Context>,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as unknown;
      void askApollo(server, body, openContext).then(({ status, headers, text }) => {
        response.writeHead(status, headers);
        return response.end(text);
      });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    async close() {
      http.close();
      http.closeAllConnections();
      await server.stop();
    },
  };
}
