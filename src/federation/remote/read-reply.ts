import { SUBJECT } from '../../masking/index.ts';
import type { SubgraphAnswer, SubgraphError } from '../subgraph.ts';
import { AgencyFailure } from './agency-failure.ts';
import type { Reply } from './exchange.ts';

// ignoreBOM keeps a byte order mark in the text, where JSON.parse refuses it.
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads an agency's answer. Whatever names its objects hold (`__proto__`, `constructor`), nothing is merged here and
 * readers take from it only what they asked for. Throws AgencyFailure.
 */
export function readReply({ status, body }: Reply): SubgraphAnswer {
  const answer = parseObject(body);
  const errors = answer['errors'] as readonly SubgraphError[] | null | undefined;
  // A status of 4xx says that nothing was executed, whatever the body claims.
  const data = status === 200 ? answer['data'] : null;
  const subjects = readSubjects(answer['extensions']);
  return {
    data,
    ...(errors !== undefined && errors !== null && { errors }),
    ...(subjects !== null && { subjects }),
  };
}

/** Whom one of our own agencies says that its data tell about. Other texts are no subjects, and other agencies say none. */
function readSubjects(extensions: unknown): ReadonlySet<string> | null {
  if (typeof extensions !== 'object' || extensions === null) return null;
  const told: unknown = Reflect.get(extensions, 'subjects');
  if (!Array.isArray(told)) return null;
  return new Set(told.filter((subject) => typeof subject === 'string' && SUBJECT.test(subject)));
}

function parseObject(body: Buffer): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(UTF8.decode(body));
  } catch {
    // The parser's own message quotes the text, so it is not kept as the cause.
    throw new AgencyFailure('NOT_JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new AgencyFailure('NOT_JSON');
  return value as Readonly<Record<string, unknown>>;
}
