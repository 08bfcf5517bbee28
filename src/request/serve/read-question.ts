import { LukouError } from '../../base/index.ts';
import { requireSameBody, type VerifiedContext } from '../../identity/index.ts';
import type { Question } from './ports.ts';

/** What a gateway asks: the body that it signed for. */
export interface SignedQuestion {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** Reads the body that a context speaks of. Throws CONTEXT_REFUSED for another, BAD_REQUEST for another form. */
export async function readQuestion(context: VerifiedContext, question: Question): Promise<SignedQuestion> {
  const body = await question.readBody();
  requireSameBody(context, body);
  const { query, variables = {}, ...others } = asRecord(parseJson(body));
  if (typeof query !== 'string' || Object.keys(others).length > 0)
    throw new LukouError('BAD_REQUEST', 'The body holds "query" and "variables", and nothing else.');
  return { query, variables: asRecord(variables) };
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (cause) {
    throw new LukouError('BAD_REQUEST', 'The body is not JSON in UTF-8.', { cause });
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new LukouError('BAD_REQUEST', 'The body and its "variables" are JSON objects.');
  return value as Record<string, unknown>;
}
