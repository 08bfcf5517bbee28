// Apollo Server alone: what is asked was answered once by Lukou's executor, and its data are said again. Nothing that
// answers through the same door can cost less.
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FormattedExecutionResult } from 'graphql';
import { askApollo } from '../ask-apollo.ts';
import { openExecutor } from './lukou-in-memory.ts';
import { requireData, servePeer } from './serve-peer.ts';

const { execute, consumerSchema } = await openExecutor();
const known = new Map<string, FormattedExecutionResult>();
const server = new ApolloServer({
  schema: consumerSchema,
  persistedQueries: false,
  stopOnTerminationSignals: false,
  stringifyResult: JSON.stringify,
  plugins: [
    {
      requestDidStart: () =>
        Promise.resolve({
          responseForOperation: async ({ request }) => ({
            http: { headers: new HeaderMap() },
            body: { kind: 'single', singleResult: await answerOf(request.query ?? '') },
          }),
        }),
    },
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
  ],
});
await server.start();

servePeer(
  async (query) => (await askApollo(server, { query }, () => Promise.resolve({}))).text,
  (text) => requireData(JSON.parse(text) as object),
);

async function answerOf(query: string): Promise<FormattedExecutionResult> {
  let answer = known.get(query);
  if (answer === undefined) {
    const { data } = await execute(query);
    known.set(query, (answer = { data: data as FormattedExecutionResult['data'] & object }));
  }
  return answer;
}
