import { ERRORS, type LukouError } from '../base/index.ts';
import { ContextRefusal, type VerifiedContext } from '../identity/index.ts';
import { asLukouError } from './compose-answer.ts';
import { findMarked } from './guard-egress.ts';
import { bindOwnGrant } from './serve/bind-own-grant.ts';
import type { AgencyPorts, Question } from './serve/ports.ts';
import { openServedEvents, type ServedEvents } from './serve/serve-events.ts';
import { readQuestion } from './serve/read-question.ts';
import type { Served } from './stages.ts';
import { type Addressee, withholdMarked } from './withhold-marked.ts';

/**
 * One question of a gateway to this agency, from its arrival to the bytes that may leave. Without a context that holds
 * nothing is read, and the refusal is the same whatever was asked. What leaves was decided and masked here.
 */
export async function serveSubgraph(question: Question, ports: AgencyPorts): Promise<Served> {
  let context: VerifiedContext | undefined;
  try {
    context = await ports.verifyContext(question.context);
    const { query, variables, event } = await readQuestion(context, question);
    const caller = bindOwnGrant(context, ports);
    const { signal } = question;
    const answer = await ports.execute({ operation: query, variables, caller, event, signal });
    const marked = [...findMarked(answer.data), ...findMarked(answer.errors)];
    if (marked.length > 0) await withholdMarked(marked, addresseeOf(context, ports.owners), ports);
    const { data, errors, subjects } = answer;
    const extensions = subjects === undefined ? undefined : { subjects: [...subjects] };
    return serve(200, { data, errors, extensions });
  } catch (error) {
    return refuse(asLukouError(error), question, context, ports);
  }
}

/** The events of a subscription, told to a gateway that follows it; or the refusal, as of any question. */
export async function serveSubgraphEvents(
  question: Question,
  ports: AgencyPorts,
): Promise<Served | ServedEvents> {
  let context: VerifiedContext | undefined;
  try {
    context = await ports.verifyContext(question.context);
    return await openServedEvents(context, question, ports);
  } catch (error) {
    return refuse(asLukouError(error), question, context, ports);
  }
}

/** The gateway knows for which person it asks; the agency knows for whose. */
function addresseeOf({ gateway, ask, requestId }: VerifiedContext, owners: readonly string[]): Addressee {
  return { pseudonym: `gateway ${gateway}`, agency: ask.agency, owners, requestId };
}

/** A trusted gateway learns the code beside `data: null`, as of any operation that failed; all others a fixed refusal. */
function refuse(
  error: LukouError,
  question: Question,
  context: VerifiedContext | undefined,
  ports: AgencyPorts,
): Served {
  if (error instanceof ContextRefusal) ports.onRefused(error.reason, question.ip);
  else if (EXPECTED.has(error.code)) ports.onRefused(error.code, question.ip);
  else ports.onFault(context?.requestId ?? 'none', error);
  const isTrusted = context !== undefined && !(error instanceof ContextRefusal);
  const { code } = error;
  const errors = [{ message: ERRORS[code].text, extensions: { code } }];
  return isTrusted ? serve(200, { data: null, errors }) : serve(error.status, { errors });
}

// What the gateways and the agreements are to be looked at for, rather than this process.
const EXPECTED: ReadonlySet<string> = new Set([
  'POLICY_VERSION_SKEW',
  'CONTEXT_MEMORY_FULL',
  'REQUEST_TOO_LARGE',
  'BAD_REQUEST',
  'LIMIT_STREAMS',
  'GATEWAY_STOPPING',
  'EVENTS_FORGOTTEN',
]);

function serve(status: number, answer: object): Served {
  return { status, json: JSON.stringify(answer) } as Served;
}
