import type { VerifiedContext } from '../../identity/index.ts';
import { LukouError } from '../../base/index.ts';
import type { ServedEvent } from '../stages.ts';
import type { StreamPlace } from '../stream/places.ts';
import { asLukouError } from '../compose-answer.ts';
import { bindOwnGrant } from './bind-own-grant.ts';
import type { AgencyPorts, OwnEvents, Question } from './ports.ts';
import { readQuestion } from './read-question.ts';

/**
 * What a gateway is told of one subscription's events: first the number that they come after, then of each its number and a text
 * by which it asks what the event says. Null is a sign of life.
 */
export type ServedEvents = AsyncGenerator<ServedEvent | null, undefined>;

/** One signature opens a connection for as long; then the gateway signs anew, and is judged anew. */
const LONGEST_MS = 60_000;

/**
 * Opens the events of a subscription to a gateway. Ends when the agreements have changed or the time is over: the gateway asks
 * again, after the last number, and finds out what holds now.
 *
 * @throws LukouError CONTEXT_REFUSED, POLICY_VERSION_SKEW, LIMIT_STREAMS, or what keeps the agency from following.
 */
export async function openServedEvents(
  context: VerifiedContext,
  question: Question,
  ports: AgencyPorts,
): Promise<ServedEvents> {
  const { query, variables, after } = await readQuestion(context, question);
  const caller = bindOwnGrant(context, ports);
  const place = ports.streams.take(context.gateway);
  try {
    const signal = AbortSignal.any([question.signal, place.stopping]);
    const asked = { operation: query, variables, caller, after, signal };
    const events = await ports.follow(asked);
    const endsAtMs = ports.clock.nowMs() + LONGEST_MS;
    const mayGoOn = (): boolean =>
      ports.clock.nowMs() < endsAtMs && isSameGrant(context, caller.grant.digest, ports);
    return tell(events, place, mayGoOn);
  } catch (error) {
    place[Symbol.dispose]();
    throw error;
  }
}

async function* tell(events: OwnEvents, place: StreamPlace, mayGoOn: () => boolean): ServedEvents {
  try {
    const { after, subjects } = events;
    yield serve({ after, ...(subjects !== undefined && { subjects: [...subjects] }) });
    for await (const event of events) {
      if (!mayGoOn()) return undefined;
      yield event === null ? null : serve({ number: event.number, id: event.id });
    }
    if (place.stopping.aborted) throw new LukouError('GATEWAY_STOPPING');
  } catch (error) {
    const { code } = asLukouError(error);
    yield serve({ errors: [{ extensions: { code } }] });
  } finally {
    place[Symbol.dispose]();
  }
  return undefined;
}

/** What the agency's own agreements open to this caller at this instant. */
function isSameGrant({ ask, policyDigest }: VerifiedContext, digest: string, ports: AgencyPorts): boolean {
  const policy = ports.findPolicy();
  return policy.digest === policyDigest && policy.bindGrant(ask, ports.clock.nowMs()).digest === digest;
}

function serve(said: object): ServedEvent {
  return { json: JSON.stringify(said) } as ServedEvent;
}
