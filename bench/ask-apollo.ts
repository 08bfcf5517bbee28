import { type ApolloServer, type BaseContext, HeaderMap } from '@apollo/server';

/** Asks an Apollo Server by what it offers to web frameworks, without one between. */
export async function askApollo<Context extends BaseContext>(
  server: ApolloServer<Context>,
  body: unknown,
  openContext: () => Promise<Context>,
): Promise<{
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}> {
  const answer = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([['content-type', 'application/json']]),
      search: '',
      body,
    },
    context: openContext,
  });
  return {
    status: answer.status ?? 200,
    headers: Object.fromEntries(answer.headers),
    text: answer.body.kind === 'complete' ? answer.body.string : '',
  };
}
