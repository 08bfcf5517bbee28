import { type Account, openAccount } from '../account.ts';
import type { Arrival } from '../arrival.ts';
import { authenticate } from '../authenticate.ts';
import { nameCaller, refuse } from '../flow.ts';
import { guardWords } from '../guard-words.ts';
import type { RequestPorts } from '../ports.ts';
import { recordAnswer } from '../record-answer.ts';
import { release } from '../release.ts';
import type { Answer, Released } from '../stages.ts';
import { answerEvent, requireOpen } from './answer-event.ts';
import { openEnding } from './ending.ts';
import { openStream } from './open-stream.ts';
import type { StreamPlace, StreamPlaces } from './places.ts';

/** What streams need beside what requests need. */
export interface StreamPorts extends RequestPorts {
  readonly streams: StreamPlaces;
}

/** Who reads a stream. */
export interface StreamReader {
  /** Ends when nobody reads any more. */
  readonly gone: AbortSignal;
  /** Told once, when what happens from now on will be answered. */
  readonly onOpen: () => void;
}

/**
 * One subscription, from its arrival to its end: an answer for every event, recorded durably before it leaves, by the
 * agreements in force at its time. The last answer says why the stream has ended, unless the reader went away. Thrown
 * into, the stream ends for that reason.
 *
 * @throws LukouError AUDIT_UNAVAILABLE where nothing can be recorded: the door ends the stream, and says no more.
 */
export async function* stream(
  arrival: Arrival,
  reader: StreamReader,
  ports: StreamPorts,
): AsyncGenerator<Released, undefined> {
  let account = openAccount(arrival);
  // Held until the last word has been read: the gateway waits for it when it is stopped.
  let place: StreamPlace | undefined;
  try {
    const caller = await authenticate(account, ports);
    place = ports.streams.take(nameCaller(caller, arrival));
    using ending = openEnding(caller.principal, { clock: ports.clock, ...place, ...reader });
    const { turns } = place;
    const opened = await turns.take(() => openStream(caller, account, ports, ending.signal));
    if ('json' in opened) return yield await letOut(opened, account, ports);
    reader.onOpen();
    for await (const event of opened.events) {
      const answered = await turns.take(async () => {
        if (ending.signal.aborted) return null;
        ending.check();
        account = openAccount(arrival);
        if (event !== null) return answerEvent(event, opened, caller, account, ports);
        await requireOpen(opened, caller, account, ports);
        return null;
      });
      if (answered === null) continue;
      yield await letOut(answered, account, ports);
      if (!answered.hasRun) return undefined;
    }
    if (!reader.gone.aborted) ending.check();
  } catch (error) {
    if (reader.gone.aborted) return undefined;
    const last = asLastWord(account);
    yield await letOut(refuse(error, last, ports), last, ports);
  } finally {
    place?.[Symbol.dispose]();
  }
  return undefined;
}

/** What is known of who reads and what for, and nothing of the event before: that was told, and recorded. */
function asLastWord(account: Account): Account {
  const { principal, refusedBecause, purpose, caseReference, breakGlass, operation } = account;
  const { arrival, grant, catalogue } = account;
  const known = {
    principal,
    refusedBecause,
    purpose,
    caseReference,
    breakGlass,
    operation,
    grant,
    catalogue,
  };
  return { ...openAccount(arrival), ...known };
}

/** The only way out, for events and for refusals: what is not recorded durably is not released. */
async function letOut(answer: Answer, account: Account, ports: RequestPorts): Promise<Released> {
  const clean = await guardWords(answer, account, ports);
  const recorded = await recordAnswer(clean, account, ports);
  return release(recorded, account);
}
