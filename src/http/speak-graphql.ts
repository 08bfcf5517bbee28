import { ApolloServer, type ApolloServerPlugin, type BaseContext, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { type FormattedExecutionResult, GraphQLError, type GraphQLSchema, print } from 'graphql';
import { LukouError } from '../base/index.ts';
import {
  publicError,
  type Arrival,
  type OperationResult,
  type RunOperation,
  type Spoken,
} from '../request/index.ts';
import { chooseMediaType, type ChosenMediaType } from './choose-media-type.ts';
import { hideUnwritten } from './hide-unwritten.ts';
import { readRefusal, toPublicError } from './say-errors.ts';
import { settleDocument, type DocumentRules, type SettledRequest } from './settle-document.ts';

/** What one request and its answer share with {@link RUN_BY_FLOW}. */
interface Exchange extends BaseContext {
  readonly run: RunOperation;
  readonly mediaType: ChosenMediaType['mediaType'];
}

/** GraphQL over HTTP for one schema, spoken by Apollo Server. */
export interface GraphqlSpeaker {
  speak(arrival: Arrival, run: RunOperation): Promise<Spoken>;
  stop(): Promise<void>;
}

/** Starts Apollo Server over the schema that clients see; operations are run by the request flow, not by Apollo. */
export async function startGraphqlSpeaker(
  consumerSchema: GraphQLSchema,
  options: { readonly documents: DocumentRules },
): Promise<GraphqlSpeaker> {
  const isTypeName = (name: string): boolean => consumerSchema.getType(name) !== undefined;
  const server = new ApolloServer<Exchange>({
    schema: consumerSchema,
    // The federation answers it, as the view of each caller's grant.
    introspection: true,
    // A browser sends none of these, nor a content type, across sites without asking first.
    csrfPrevention: { requestHeaders: PREFLIGHTED_HEADERS },
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    status400ForVariableCoercionErrors: true,
    stopOnTerminationSignals: false,
    stringifyResult: JSON.stringify,
    formatError: toPublicError,
    logger: SILENT,
    plugins: [
      RUN_BY_FLOW,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
    ],
  });
  await server.start();
  return {
    async speak(arrival, run) {
      const asked = await readAsked(arrival, options.documents);
      let hasRun = false;
      const context = (): Promise<Exchange> => {
        if (asked.refusal !== null) return Promise.reject(asked.refusal);
        return Promise.resolve({
          mediaType: asked.media.mediaType,
          run: async (operation) => {
            const result = await run({ ...operation, isPublished: asked.isPublished });
            hasRun = true;
            return result;
          },
        });
      };
      const { status, headers, body } = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: arrival.method,
          headers: headersForApollo(arrival.headers, asked.media.mediaType),
          search: asked.search,
          body: asked.body,
        },
        context,
      });
      if (body.kind !== 'complete') throw new TypeError('An answer in parts was not asked for.');
      const spoken = { status: status ?? 200, headers: { ...Object.fromEntries(headers), ...NOT_KEPT } };
      // What went wrong after the run is no answer, whatever was fetched.
      if (hasRun && spoken.status < 400) return { ...spoken, json: body.string.trim(), code: 'OK' };
      const { json, code } = readRefusal(body.string, (message) =>
        hideUnwritten(message, asked.writtenText, isTypeName),
      );
      return {
        ...spoken,
        status: asked.media.isLegacy && isAboutOperation(code) ? 200 : spoken.status,
        json,
        code,
        ...(code === 'OPERATION_INVALID' && { refusedText: asked.documentText }),
      };
    },
    stop: () => server.stop(),
  };
}

interface Asked extends SettledRequest {
  readonly media: ChosenMediaType;
  /** What Apollo is to say instead of running anything. */
  readonly refusal: GraphQLError | null;
}

/** What a request asks for, and in which form; faults are thrown, refusals are handed to Apollo to be said. */
async function readAsked(arrival: Arrival, documents: DocumentRules): Promise<Asked> {
  const { search, body } = arrival;
  const asked = { search, body, documentText: '', writtenText: '', isPublished: false };
  let media: ChosenMediaType = { mediaType: 'application/json', isLegacy: false };
  try {
    media = chooseMediaType(arrival.headers.get('accept'));
    return { ...(await settleDocument(arrival, documents)), media, refusal: null };
  } catch (error) {
    if (!(error instanceof LukouError) || error.kind !== 'refusal') throw error;
    const { message, extensions } = publicError(error, arrival.requestId);
    const http = { status: error.status };
    return { ...asked, media, refusal: new GraphQLError(message, { extensions: { ...extensions, http } }) };
  }
}

/** Whether the request was well formed, and its operation was not: the client's affair, not the transport's. */
function isAboutOperation(code: string): boolean {
  return code === 'OPERATION_INVALID' || (code.startsWith('LIMIT_') && code !== 'LIMIT_CONCURRENCY');
}

const PREFLIGHTED_HEADERS = ['authorization', 'lukou-purpose', 'apollo-require-preflight'];
const NOT_KEPT = { 'cache-control': 'no-store' };

/** The headers that Apollo looks at. */
function headersForApollo(sent: ReadonlyMap<string, string>, mediaType: string): HeaderMap {
  const headers = new HeaderMap([['accept', mediaType]]);
  for (const name of ['content-type', ...PREFLIGHTED_HEADERS]) {
    const value = sent.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

/**
 * Has the flow run what Apollo has parsed and validated. Not the seam that Apollo has for gateways: what that makes of each
 * request stays in memory until old objects are collected.
 */
const RUN_BY_FLOW: ApolloServerPlugin<Exchange> = {
  requestDidStart: () => {
    let result: FormattedExecutionResult = {};
    return Promise.resolve({
      // Here and not below, since Apollo says what this throws, with its status, and not what that throws.
      async didResolveOperation({ contextValue, document, request, operationName, response }) {
        const { run, mediaType } = contextValue;
        // Settled before; Apollo would weigh the header accept once more.
        response.http.headers.set('content-type', `${mediaType}; charset=utf-8`);
        const { data, errors } = await run({
          document,
          documentText: request.query ?? print(document),
          operationName: request.operationName ?? operationName,
          variables: request.variables ?? {},
        });
        result = formatResult({ data, errors });
      },
      responseForOperation: () =>
        Promise.resolve({
          http: { headers: new HeaderMap() },
          body: { kind: 'single', singleResult: result },
        }),
    });
  },
};

function formatResult({ data, errors }: OperationResult): FormattedExecutionResult {
  const answered = { data: data as FormattedExecutionResult['data'] & object };
  if (errors.length === 0) return answered;
  return {
    ...answered,
    errors: errors.map(({ message, path, extensions }) =>
      toPublicError({ message, ...(path && { path }), extensions }),
    ),
  };
}

// Apollo would print request bodies to standard error.
const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
