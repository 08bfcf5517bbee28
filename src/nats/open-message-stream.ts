import {
  AckPolicy,
  type ConsumerInfo,
  DeliverPolicy,
  type JetStreamManager,
  jetstream,
  JetStreamApiError,
  jetstreamManager,
  type JsMsg,
} from '@nats-io/jetstream';
import { type NatsConnection, nanos } from '@nats-io/transport-node';
import { LukouError } from '../base/index.ts';
import type { MessageStream, StreamMessage } from '../ingest/index.ts';
import { unusable } from './connect.ts';

/** Which messages, and how many of them at a time. */
export interface StreamOrder {
  readonly stream: string;
  /** The durable consumer: what remembers which messages were dealt with. */
  readonly consumer: string;
  /** Of which subject of the stream; without it, of all. */
  readonly subject: string | undefined;
  /** The most messages that are handed over together. */
  readonly batch: number;
  /** The most bytes that are; one longer message comes alone. */
  readonly maxBytes: number;
}

/** After which a message comes again that nobody says any more to be at work on: so long others wait for one that died. */
const ANSWER_WITHIN_MS = 5_000;
const AT_WORK_EVERY_MS = 1_500;
/** So many batches may be here unanswered: one at work, one that comes in meanwhile. */
const BATCHES_HERE = 2;
/** Consumer and stream are looked at anew where the server is as quiet as that. */
const QUIET_MS = 10_000;

/**
 * Opens a stream of JetStream through a durable pull consumer, which is made where it is not there. The server sends no more
 * than two batches ahead of what was answered.
 *
 * @throws LukouError NATS_UNUSABLE where there is no such stream, or where the consumer is one that could lose messages.
 */
export async function openMessageStream(
  connection: NatsConnection,
  order: StreamOrder,
): Promise<MessageStream> {
  const { stream, consumer: name, batch, maxBytes } = order;
  await requireConsumer(await managerOf(connection), order);
  const consumer = await jetstream(connection).consumers.get(stream, name);
  const arrived: JsMsg[] = [];
  const unanswered = new Set<JsMsg>();
  let news = Promise.withResolvers<void>();
  const ended = new AbortController();
  let waitingThere = 0;
  const isReasonKnown = knowsReasons(connection);
  const messages = await consumer.consume({
    max_messages: batch * BATCHES_HERE,
    expires: QUIET_MS,
    abort_on_missing_resource: true,
    callback: (message) => {
      arrived.push(message);
      unanswered.add(message);
      waitingThere = message.info.pending;
      news.resolve();
    },
  });
  let lost: LukouError | undefined;
  void messages.closed().then(endBecause);
  const atWork = setInterval(() => {
    for (const message of unanswered) message.working();
  }, AT_WORK_EVERY_MS).unref();

  return {
    get waiting() {
      return waitingThere + arrived.length;
    },
    async next() {
      while (arrived.length === 0 && !ended.signal.aborted) {
        await news.promise;
        news = Promise.withResolvers();
      }
      if (lost !== undefined) throw lost;
      const taken = ended.signal.aborted ? [] : arrived.splice(0, countOf(arrived, batch, maxBytes));
      return taken.map(asStreamMessage);
    },
    async close() {
      await messages.close();
      end();
      // What nobody began with is for others at once.
      for (const message of arrived.splice(0)) answer(message).nak();
    },
  };

  function endBecause(cause: unknown): void {
    if (cause instanceof Error) lost = unusable(`${name} of ${stream} is not there any more`, cause);
    end();
  }

  function end(): void {
    ended.abort();
    news.resolve();
    restWhenDone();
  }

  function asStreamMessage(message: JsMsg): StreamMessage {
    return {
      sequence: message.seq,
      bytes: message.data,
      accept: () => answer(message).ack(),
      refuse: (reason) => answer(message).term(isReasonKnown ? reason : undefined),
      putBack: (afterMs) => answer(message).nak(afterMs),
    };
  }

  function answer(message: JsMsg): JsMsg {
    unanswered.delete(message);
    restWhenDone();
    return message;
  }

  function restWhenDone(): void {
    if (ended.signal.aborted && unanswered.size === 0) clearInterval(atWork);
  }
}

function countOf(arrived: readonly JsMsg[], batch: number, maxBytes: number): number {
  let bytes = 0;
  const first = arrived.findIndex(
    ({ data }, at) => at >= batch || ((bytes += data.length) > maxBytes && at > 0),
  );
  return first < 0 ? arrived.length : first;
}

/** Servers before 2.10.4 take a refusal with a reason for nothing, and would send the message for ever. */
function knowsReasons({ info }: NatsConnection): boolean {
  const [major = 0, minor = 0, patch = 0] = (info?.version ?? '')
    .split('.')
    .map((part) => parseInt(part, 10));
  return major > 2 || (major === 2 && (minor > 10 || (minor === 10 && patch >= 4)));
}

async function managerOf(connection: NatsConnection): Promise<JetStreamManager> {
  return await jetstreamManager(connection).catch((cause: unknown) => {
    throw unusable('The server has no JetStream for this login', cause);
  });
}

async function requireConsumer(
  manager: JetStreamManager,
  { stream, consumer: name, subject, batch }: StreamOrder,
): Promise<void> {
  try {
    const known = await manager.consumers.info(stream, name).catch((error: unknown) => {
      if (error instanceof JetStreamApiError && error.code === CONSUMER_UNKNOWN) return null;
      throw error;
    });
    if (known !== null) return requireFit(known, subject);
    await manager.consumers.add(stream, {
      durable_name: name,
      deliver_policy: DeliverPolicy.All,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(ANSWER_WITHIN_MS),
      max_ack_pending: batch * BATCHES_HERE,
      max_deliver: -1,
      ...(subject !== undefined && { filter_subject: subject }),
    });
  } catch (error) {
    if (error instanceof LukouError) throw error;
    throw unusable(`The stream ${stream} cannot be read`, error);
  }
}

const CONSUMER_UNKNOWN = 10_014;

function requireFit({ name, config }: ConsumerInfo, subject: string | undefined): void {
  const isFit =
    config.deliver_subject === undefined &&
    config.ack_policy === AckPolicy.Explicit &&
    (config.max_deliver ?? -1) < 1 &&
    (config.max_ack_pending ?? -1) > 0 &&
    config.filter_subject === subject &&
    config.filter_subjects === undefined &&
    config.headers_only !== true;
  if (isFit) return;
  throw new LukouError(
    'NATS_UNUSABLE',
    `The consumer ${name} is there with other settings: it must be a pull consumer of this subject with explicit ` +
      'answers, whole messages, a bound on what is unanswered, and none on how often one comes. Delete it, or name another.',
  );
}
