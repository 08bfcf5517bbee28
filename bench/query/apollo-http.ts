import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApolloServer, type BaseContext, HeaderMap } from '@apollo/server';

/** Serves an Apollo Server on loopback by what it offers to web frameworks, without one between. */
export async function listen<Context extends BaseContext>(
  server: ApolloServer<Context>,
  openContext: () => Promise<Context>,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void server
        .executeHTTPGraphQLRequest({
          httpGraphQLRequest: {
            method: 'POST',
            headers: new HeaderMap([['content-type', 'application/json']]),
            search: '',
            body: JSON.parse(Buffer.concat(chunks).toString()) as unknown,
          },
          context: openContext,
        })
        .then(({ body, headers, status }) => {
          response.writeHead(status ?? 200, Object.fromEntries(headers));
          return response.end(body.kind === 'complete' ? body.string : '');
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
