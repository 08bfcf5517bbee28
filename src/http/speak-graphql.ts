import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type BaseContext,
  HeaderMap,
} from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import {
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  print,
} from 'graphql';
import { ERRORS } from '../base/index.ts';
import type { Arrival, OperationError, RunOperation, Spoken } from '../request/index.ts';

type Gateway = ApolloServerOptionsWithGateway<Exchange>['gateway'];

interface Exchange extends BaseContext {
  readonly run: RunOperation;
  readonly requestId: string;
}

/** GraphQL over HTTP for one schema, spoken by Apollo Server. */
export interface GraphqlSpeaker {
  speak(arrival: Arrival, run: RunOperation): Promise<Spoken>;
  stop(): Promise<void>;
}

/** Starts Apollo Server over the schema that clients see; operations are run by the request flow, not by Apollo. */
export async function startGraphqlSpeaker(
  consumerSchema: GraphQLSchema,
  limits: { readonly maxTokens: number },
): Promise<GraphqlSpeaker> {
  const server = new ApolloServer<Exchange>({
    gateway: runByFlow(consumerSchema),
    introspection: false,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    status400ForVariableCoercionErrors: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.maxTokens },
    stringifyResult: JSON.stringify,
    formatError: toPublicError,
    logger: SILENT,
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginInlineTraceDisabled()],
  });
  await server.start();
  return {
    async speak(arrival, run) {
      const { status, headers, body } = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: arrival.method,
          headers: new HeaderMap(arrival.headers),
          search: arrival.search,
          body: arrival.body,
        },
        context: () => Promise.resolve({ run, requestId: arrival.requestId }),
      });
      if (body.kind !== 'complete') throw new TypeError('An answer in parts was not asked for.');
      return { status: status ?? 200, headers: Object.fromEntries(headers), ...asJsonObject(body.string) };
    },
    stop: () => server.stop(),
  };
}

/** Apollo's seam for federation: the schema, and who executes. */
function runByFlow(consumerSchema: GraphQLSchema): Gateway {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: consumerSchema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: async ({ document, request, operationName, context }) => {
          const { run } = context as Exchange;
          const { data, errors } = await run({
            document,
            documentText: request.query ?? print(document),
            operationName: request.operationName ?? operationName ?? null,
            variables: request.variables ?? {},
          });
          return asExecutionResult(data, errors);
        },
      }),
    stop: () => Promise.resolve(),
  };
}

function asExecutionResult(data: unknown, errors: readonly OperationError[]): ExecutionResult {
  const answered = { data: data as ExecutionResult['data'] & object };
  if (errors.length === 0) return answered;
  return {
    ...answered,
    errors: errors.map(({ message, path, extensions }) => new GraphQLError(message, { path, extensions })),
  };
}

const NO_INTROSPECTION =
  'This gateway does not answer introspection. The schema is published in the folder schema/.';

// Apollo's own codes for requests that never became an operation.
const PROTOCOL_CODES: Readonly<Record<string, keyof typeof ERRORS>> = {
  GRAPHQL_PARSE_FAILED: 'OPERATION_INVALID',
  GRAPHQL_VALIDATION_FAILED: 'OPERATION_INVALID',
  OPERATION_RESOLUTION_FAILURE: 'OPERATION_INVALID',
  BAD_USER_INPUT: 'OPERATION_INVALID',
  BAD_REQUEST: 'BAD_REQUEST',
};

/** Lets through what is on the closed list of errors; anything else becomes INTERNAL, its text unseen. */
function toPublicError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && Object.hasOwn(ERRORS, code)) return formatted;
  const known = typeof code === 'string' ? PROTOCOL_CODES[code] : undefined;
  if (known === undefined) {
    return { message: ERRORS.INTERNAL.text, extensions: { code: 'INTERNAL' } };
  }
  const { locations } = formatted;
  const message = /introspection/i.test(formatted.message) ? NO_INTROSPECTION : formatted.message;
  return { message, ...(locations && { locations }), extensions: { code: known } };
}

function asJsonObject(text: string): { json: string; code: string } {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{')) {
    const error = { message: trimmed, extensions: { code: 'BAD_REQUEST' } };
    return { json: JSON.stringify({ errors: [error] }), code: 'BAD_REQUEST' };
  }
  return { json: trimmed, code: trimmed.startsWith('{"errors"') ? firstCode(trimmed) : 'OK' };
}

/** The code of an answer that is errors only. One with data begins with its errors too, and counts as OK. */
function firstCode(json: string): string {
  const { data, errors } = JSON.parse(json) as {
    data?: unknown;
    errors: { extensions?: { code?: string } }[];
  };
  return data === undefined ? (errors[0]?.extensions?.code ?? 'INTERNAL') : 'OK';
}

// Apollo would print request bodies to standard error.
const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
