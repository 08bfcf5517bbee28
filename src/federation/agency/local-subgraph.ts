import type { DocumentNode, ExecutionResult, GraphQLError } from 'graphql';
import { stripClassified, type Backing } from '../../agreement/index.ts';
import { BoundedCache, ERRORS, LukouError, weighText } from '../../base/index.ts';
import type { MaskKeys } from '../../masking/index.ts';
import { AgencyGate } from './agency-gate.ts';
import { AgencyOperation } from './agency-operation.ts';
import { buildAgencySchema, type AgencyResolvers } from './agency-schema.ts';
import type { AskedFields } from './asked-fields.ts';
import { listEntityKeys } from './entity-keys.ts';
import { QuestionLimits } from './question-limits.ts';
import { type HashSubject, SubjectReader } from './read-subjects.ts';
import type { FederationLimits } from '../limits.ts';
import { mapEvents, type EventStream } from '../map-events.ts';
import { openTimeLimit } from '../remote/time-limit.ts';
import type {
  AgencyEvents,
  CallerContext,
  Subgraph,
  SubgraphAnswer,
  SubgraphError,
  SubgraphRequest,
} from '../subgraph.ts';

/** What the resolvers of one operation share, scoped to one caller, and how to end it. */
export interface OperationContext {
  readonly context: unknown;
  close(): Promise<void> | void;
}

export interface LocalSubgraphOptions {
  /** The name that the supergraph knows it by. */
  readonly name: string;
  /** The agency's own schema file and the shared directives, parsed as one document. */
  readonly document: DocumentNode;
  readonly resolvers: AgencyResolvers;
  /** What arguments, input fields and enum values test or order by: the catalogue's `inputs`. */
  readonly inputs: ReadonlyMap<string, readonly Backing[]>;
  /**
   * Called once per operation, and only for one that the caller may run. The signal of `ending` ends when nobody waits for
   * the answer any more; read it only where there is work to stop, since it is made when it is read. `asked` is the same
   * object for the same operation.
   */
  readonly openContext: (
    caller: CallerContext,
    ending: Ending,
    asked: AskedFields,
  ) => Promise<OperationContext> | OperationContext;
  /** Keys for token masks, by the agreement that orders the mask; null for decisions without one. */
  readonly maskKeysFor: (agreementUid: string | null) => MaskKeys;
  /** Stands for persons and vehicles; absent only where the schema marks none with `@subject`. */
  readonly hashSubject?: HashSubject;
  /** Told of every fault with its cause, which never leaves the agency. */
  readonly onFault: (requestId: string, error: unknown) => void;
  /** Operations kept compiled; 1,000 unless given. */
  readonly keptOperations?: number;
  /** What one question may ask for, where others than this process ask; without them, whatever the gateway admitted. */
  readonly limits?: Partial<FederationLimits>;
}

/** When the work for an operation ends, at the latest; and after which number events are followed again. */
export type Ending = Pick<SubgraphRequest, 'signal' | 'after'>;

/**
 * An agency in this process. What it hands to the gateway has passed its own edge: every coordinate and
 * every argument judged again by the caller's grant, every masked value masked, every error reduced to a public code. Throws SCHEMA_INVALID.
 */
export function createLocalSubgraph(options: LocalSubgraphOptions): Subgraph {
  const { name, openContext, onFault } = options;
  const document = stripClassified(options.document);
  const keys = listEntityKeys(document);
  const schema = buildAgencySchema(name, document, keys, options.resolvers);
  const gate = new AgencyGate({ ...options, schema, keys });
  const reader = new SubjectReader({
    schema,
    document,
    inputs: options.inputs,
    hashSubject: options.hashSubject,
  });
  const operations = new BoundedCache<string, AgencyOperation>(options.keptOperations ?? 1_000);
  const limits = options.limits === undefined ? null : new QuestionLimits(schema, options.limits);
  return { name, execute, subscribe, follow };

  function execute(request: SubgraphRequest): Promise<SubgraphAnswer> {
    return limits === null ? answer(request, request) : answerWithin(limits.timeoutMs, request);
  }

  async function answerWithin(timeoutMs: number, request: SubgraphRequest): Promise<SubgraphAnswer> {
    using limit = openTimeLimit(request.signal, timeoutMs);
    return await answer(request, limit);
  }

  async function answer(
    { operation: text, variables, caller, event }: SubgraphRequest,
    ending: Ending,
  ): Promise<SubgraphAnswer> {
    try {
      const operation = requireOperation(text, variables);
      const edge = gate.admit(operation, variables, caller.grant);
      const result = await runInContext(operation, caller, ending, (context) =>
        event === undefined
          ? operation.run(context, variables)
          : operation.runEvent(event, context, variables),
      );
      // One fault, and not one for every field that was left.
      if (result.errors !== undefined && ending.signal.aborted)
        throw new LukouError('SUBGRAPH_FAULT', `${name} stopped: nobody waits for the answer any more.`);
      const subjects = reader.read(operation.document, edge, variables, result.data);
      edge.mask?.(result.data);
      return {
        ...toAnswer(result, caller.requestId),
        ...(subjects !== null && { subjects }),
        isExact: true,
      };
    } catch (error) {
      return { data: null, errors: [toPublicError(error, caller.requestId)] };
    }
  }

  /** The events alone: each is answered by an operation of its own, with the grant of its time. */
  async function follow({
    operation: text,
    variables,
    caller,
    signal,
    after,
  }: SubgraphRequest): Promise<AgencyEvents> {
    const operation = requireOperation(text, variables);
    const edge = gate.admit(operation, variables, caller.grant);
    const events = await runInContext(operation, caller, { signal, after }, (context) =>
      operation.openSource(context, variables),
    );
    if (Symbol.asyncIterator in events) {
      const numbered = events as AgencyEvents;
      // Whom it looks for is known before anything is found.
      const subjects = reader.read(operation.document, edge, variables, null);
      return {
        ...(numbered.after !== undefined && { after: numbered.after }),
        ...(subjects !== null && { subjects }),
        [Symbol.asyncIterator]: () => numbered[Symbol.asyncIterator](),
      };
    }
    const cause = events.errors?.[0]?.originalError;
    throw cause instanceof LukouError ? cause : new LukouError('SUBGRAPH_FAULT', undefined, { cause });
  }

  /** Every event passes the edge as an answer does. */
  function subscribe({
    operation: text,
    variables,
    caller,
    signal,
  }: SubgraphRequest): EventStream<SubgraphAnswer> {
    const { requestId } = caller;
    return mapEvents<ExecutionResult, SubgraphAnswer>({
      async open(ended) {
        try {
          const operation = requireOperation(text, variables);
          const edge = gate.admit(operation, variables, caller.grant);
          const events = await openEvents(operation, variables, caller, ended);
          return {
            events,
            answer(result) {
              const subjects = reader.read(operation.document, edge, variables, result.data);
              edge.mask?.(result.data);
              return { ...toAnswer(result, requestId), ...(subjects !== null && { subjects }) };
            },
          };
        } catch (error) {
          const refused = { data: null, errors: [toPublicError(error, requestId)] };
          return { events: once({}), answer: () => refused };
        }
      },
      signal,
      onFault: (error) => onFault(requestId, error),
    });
  }

  function requireOperation(text: string, variables: Record<string, unknown>): AgencyOperation {
    let operation = operations.find(text);
    if (operation === undefined) {
      limits?.admitText(text);
      operation = operations.keep(text, new AgencyOperation(schema, text), weighText(text));
    }
    limits?.requireAffordable(text, operation.document, variables);
    return operation;
  }

  /** The context lives as long as the events are waited for. */
  async function openEvents(
    operation: AgencyOperation,
    variables: Record<string, unknown>,
    caller: CallerContext,
    ended: AbortSignal,
  ): Promise<AsyncIterable<ExecutionResult>> {
    const opened = await openContext(caller, { signal: ended }, operation.asked);
    const close = async (): Promise<void> => {
      try {
        await opened.close();
      } catch (error) {
        onFault(caller.requestId, error);
      }
    };
    if (ended.aborted) void close();
    else ended.addEventListener('abort', () => void close(), { once: true });
    const events = await operation.subscribe(opened.context, variables);
    return Symbol.asyncIterator in events ? events : once(events);
  }

  async function runInContext<T>(
    { asked }: AgencyOperation,
    caller: CallerContext,
    ending: Ending,
    run: (context: unknown) => Promise<T> | T,
  ): Promise<T> {
    const opened = await openContext(caller, ending, asked);
    try {
      return await run(opened.context);
    } finally {
      await opened.close();
    }
  }

  function toAnswer({ data, errors }: ExecutionResult, requestId: string): SubgraphAnswer {
    if (errors === undefined || errors.length === 0) return { data };
    return { data: data ?? null, errors: errors.map((error) => toPublicError(error, requestId)) };
  }

  function toPublicError(error: unknown, requestId: string): SubgraphError {
    const path = isGraphqlError(error) ? error.path : undefined;
    const cause = isGraphqlError(error) ? (error.originalError ?? error) : error;
    const code = cause instanceof LukouError && isPublic(cause) ? cause.code : 'SUBGRAPH_FAULT';
    if (code === 'SUBGRAPH_FAULT' || code === 'SUBGRAPH_REFUSED') onFault(requestId, cause);
    const allowed = cause instanceof LukouError && code === cause.code ? cause.allowed : undefined;
    const extensions = { code, ...(allowed !== undefined && { allowed }) };
    return { message: ERRORS[code].text, extensions, ...(path !== undefined && { path }) };
  }
}

async function* once<Event>(event: Event): AsyncGenerator<Event> {
  yield event;
}

function isGraphqlError(error: unknown): error is GraphQLError {
  return error instanceof Error && error.name === 'GraphQLError';
}

function isPublic({ kind, code }: LukouError): boolean {
  return kind === 'refusal' || code === 'SUBGRAPH_REFUSED';
}
