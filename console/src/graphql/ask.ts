import { currentSession } from '../session/session.ts';
import {
  type Answer,
  AnswerError,
  type GraphqlError,
  type Disclosure,
  type Receipt,
  refusalOf,
} from './answer.ts';
import type { TypedDocumentString } from './generated.ts';

/** What is stated with a question: a coded purpose, and a case where an agreement asks for one. */
export interface Stated {
  readonly purpose?: string | null;
  readonly caseReference?: string | null;
}

/** The headers of a request in the name of who is signed in. */
export function headersOf({ purpose, caseReference }: Stated): Record<string, string> {
  const token = currentSession()?.token ?? null;
  return {
    accept: 'application/graphql-response+json',
    'content-type': 'application/json',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(purpose ? { 'lukou-purpose': purpose } : {}),
    ...(caseReference ? { 'lukou-case': encodeURIComponent(caseReference) } : {}),
  };
}

/** An answer as it comes, GraphQL's own members and Lukou's. */
export interface Body<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphqlError[];
  readonly extensions?: { readonly disclosure?: readonly Disclosure[]; readonly receipt?: Receipt };
}

/**
 * Asks the gateway one question.
 *
 * @throws AnswerError where there is no data: refused, at fault, or not reached (code `UNREACHABLE`).
 */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  stated: Stated,
  signal?: AbortSignal,
): Promise<Answer<Data>> {
  const { status, body } = await post<Data>({ query: document.toString(), variables }, stated, signal);
  const { data, errors = [], extensions } = body;
  const receipt = extensions?.receipt ?? null;
  if (data === undefined || data === null) throw refusalOf({ errors, receipt }, status);
  return { data, errors, disclosure: extensions?.disclosure ?? [], receipt };
}

/** What is sent for one operation. */
export interface Operation {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string;
}

/**
 * Sends one operation in the name of who is signed in, and gives back what comes, refusals too.
 *
 * @throws AnswerError where no GraphQL came back.
 */
export async function post<Data>(
  operation: Operation,
  stated: Stated,
  signal?: AbortSignal,
): Promise<{ readonly status: number; readonly body: Body<Data> }> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: headersOf(stated),
    body: JSON.stringify(operation),
    credentials: 'omit',
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    throw new AnswerError({ code: 'UNREACHABLE', message: String(error), status: 0 });
  });
  return { status: response.status, body: await readBody<Data>(response) };
}

async function readBody<Data>(response: Response): Promise<Body<Data>> {
  try {
    return (await response.json()) as Body<Data>;
  } catch {
    throw new AnswerError({ code: 'UNREADABLE', message: response.statusText, status: response.status });
  }
}
