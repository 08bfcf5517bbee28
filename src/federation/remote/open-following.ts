import type { Dispatcher, Pool } from 'undici';
import { z } from 'zod';
import { LukouError, readAtMost } from '../../base/index.ts';
import { SUBJECT } from '../../masking/index.ts';
import type { AgencyEvent } from '../subgraph.ts';
import { AgencyFailure } from './agency-failure.ts';
import { readEventStream, type Said } from './read-event-stream.ts';

/** One connection on which an agency tells of its events, until one of the two ends it. */
export interface Following {
  /** The number that its events come after. */
  readonly after: number;
  readonly subjects: ReadonlySet<string> | null;
  /** Null is a sign of life. Ends where the agency wants to be asked anew; throws as {@link openFollowing} does. */
  readonly events: AsyncIterable<AgencyEvent | null>;
}

/** A question to follow, signed. */
export interface FollowQuestion {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly signal: AbortSignal;
  /** How long the agency may take until it has said where its events begin. */
  readonly timeoutMs: number;
}

/** An agency gives a sign of life every two seconds. */
const QUIET_FOR_MS = 15_000;
const LARGEST_REFUSAL = 65_536;

const HEAD = z.strictObject({
  after: z.int().min(0),
  subjects: z.array(z.string().regex(SUBJECT)).max(1_500).exactOptional(),
});
const EVENT = z.strictObject({ number: z.int().min(1), id: z.string().min(1).max(4_096) });
const REFUSAL = z.object({ errors: z.tuple([z.object({ extensions: z.object({ code: z.string() }) })]) });

/** What an agency may have seen to by the time that it is asked again. */
const PASSING = new Set([
  'POLICY_VERSION_SKEW',
  'CONTEXT_MEMORY_FULL',
  'LIMIT_STREAMS',
  'GATEWAY_STOPPING',
  'STREAM_TOO_SLOW',
]);

/**
 * Asks an agency for its events.
 *
 * @throws AgencyFailure where it may go better the next time; LukouError EVENTS_FORGOTTEN, or SUBGRAPH_FAULT where the
 *   agency refuses.
 */
export async function openFollowing(pool: Pool, question: FollowQuestion): Promise<Following> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), question.timeoutMs);
  try {
    return await ask(pool, { ...question, signal: AbortSignal.any([question.signal, late.signal]) });
  } catch (error) {
    throw late.signal.aborted ? new AgencyFailure('TOO_SLOW') : error;
  } finally {
    clearTimeout(timer);
  }
}

async function ask(pool: Pool, { path, headers, body, signal }: FollowQuestion): Promise<Following> {
  const reply = await pool
    .request({ method: 'POST', path, headers, body, signal, headersTimeout: 0, bodyTimeout: QUIET_FOR_MS })
    .catch((error: unknown) => {
      throw new AgencyFailure('UNREACHABLE', codeOf(error));
    });
  if (reply.statusCode !== 200) {
    await reply.body.dump().catch(() => undefined);
    throw new AgencyFailure('WRONG_STATUS', reply.statusCode);
  }
  if (!/^text\/event-stream(;|$)/.test(String(reply.headers['content-type']))) throw await readRefusal(reply);
  const said = withoutTheirWords(readEventStream(reply.body));
  const { after, subjects } = await readHead(said).catch((error: unknown) => {
    reply.body.destroy();
    throw error;
  });
  return { after, subjects: subjects === undefined ? null : new Set(subjects), events: eventsOf(said) };
}

async function readHead(said: AsyncIterator<Said, undefined>): Promise<z.output<typeof HEAD>> {
  for (;;) {
    const { value } = await said.next();
    if (value === undefined) throw new AgencyFailure('ANSWER_BROKEN');
    if (value !== null) return parse(HEAD, value.data);
  }
}

async function* eventsOf(said: AsyncIterable<Said>): AsyncGenerator<AgencyEvent | null, undefined> {
  for await (const each of said) {
    if (each === null) yield null;
    else if (each.event === 'complete') return undefined;
    else yield parse(EVENT, each.data);
  }
  throw new AgencyFailure('ANSWER_BROKEN');
}

/** Reads what an agency said, or throws the refusal that it said instead. */
function parse<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  const value = readJson(text);
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw refusalOf(value);
}

async function readRefusal({ body }: Dispatcher.ResponseData): Promise<Error> {
  const bytes = await readAtMost(withoutTheirWords(body), LARGEST_REFUSAL);
  return bytes === null ? new AgencyFailure('TOO_LARGE') : refusalOf(readJson(bytes.toString('utf8')));
}

function refusalOf(value: unknown): Error {
  const read = REFUSAL.safeParse(value);
  if (!read.success) return new AgencyFailure('NOT_JSON');
  const [{ extensions }] = read.data.errors;
  if (extensions.code === 'EVENTS_FORGOTTEN') return new LukouError('EVENTS_FORGOTTEN');
  if (PASSING.has(extensions.code)) return new AgencyFailure('UNAVAILABLE');
  return new LukouError('SUBGRAPH_FAULT', 'An agency refused to tell of its events.');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own message quotes the text.
    throw new AgencyFailure('NOT_JSON');
  }
}

/** The library's own errors quote what came over the wire; only their code is kept. */
async function* withoutTheirWords<T>(chunks: AsyncIterable<T>): AsyncGenerator<T, undefined> {
  try {
    yield* chunks;
  } catch (error) {
    throw error instanceof AgencyFailure ? error : new AgencyFailure('ANSWER_BROKEN', codeOf(error));
  }
  return undefined;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
