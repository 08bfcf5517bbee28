import { LukouError } from '../../base/index.ts';
import { z } from 'zod';
import { requireSameBody, type VerifiedContext } from '../../identity/index.ts';
import type { Question } from './ports.ts';

/** What a gateway asks: the body that it signed for. */
export interface SignedQuestion {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  /** The event that a subscription is asked about. */
  readonly event?: { readonly number: number; readonly id: string } | undefined;
  /** Of a subscription that is followed again, the number of the last event that was had. */
  readonly after?: number | undefined;
}

const EVENT = z.strictObject({ number: z.int().min(1), id: z.string().min(1).max(4_096) }).optional();
const AFTER = z.int().min(0).optional();

/** Reads the body that a context speaks of. Throws CONTEXT_REFUSED for another, BAD_REQUEST for another form. */
export async function readQuestion(context: VerifiedContext, question: Question): Promise<SignedQuestion> {
  const body = await question.readBody();
  requireSameBody(context, body);
  const { query, variables = {}, event, after, ...others } = asRecord(parseJson(body));
  const [of, from] = [EVENT.safeParse(event), AFTER.safeParse(after)];
  if (typeof query !== 'string' || Object.keys(others).length > 0 || !of.success || !from.success)
    throw new LukouError(
      'BAD_REQUEST',
      'The body holds "query" and "variables", of a subscription "event" or "after", and nothing else.',
    );
  return { query, variables: asRecord(variables), event: of.data, after: from.data };
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
