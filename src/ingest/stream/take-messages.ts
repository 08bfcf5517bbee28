import { LukouError } from '../../base/index.ts';
import type { Adapter } from '../adapter/read-adapter.ts';
import { ingestMessages, type IngestPorts } from '../flow.ts';
import type { IngestReceipt } from '../receipt.ts';
import { isRefused } from '../report-refusal.ts';
import type { StreamMessage } from './ports.ts';

/** Messages to take in together. */
export interface MessagesOrder {
  readonly adapter: Adapter;
  /** What the stream is called in the books. */
  readonly stream: string;
  readonly messages: readonly StreamMessage[];
}

/** Told of what became of messages, each once. */
export interface MessagesReport {
  readonly onTaken: (receipt: IngestReceipt, messages: number) => void;
  readonly onRefused: (error: LukouError, message: StreamMessage) => void;
}

/**
 * Takes messages in as one publication. Where one of them cannot be taken in, halves are tried until it is alone: it is
 * refused and recorded as a file would be, and never comes again; all others are in.
 *
 * @throws what kept them out where it is none of theirs. What was not answered by then is as it was.
 */
export async function takeMessages(
  { adapter, stream, messages }: MessagesOrder,
  report: MessagesReport,
  ports: IngestPorts,
): Promise<void> {
  let isRecorded = false;
  const log = {
    recordIngest: async (entry: Parameters<IngestPorts['log']['recordIngest']>[0]) => {
      const place = await ports.log.recordIngest(entry);
      isRecorded = true;
      return place;
    },
  };
  try {
    const order = { adapter, name: nameOf(stream, messages), messages: messages.map(({ bytes }) => bytes) };
    const receipt = await ingestMessages(order, { ...ports, log });
    for (const message of messages) message.accept();
    report.onTaken(receipt, messages.length);
  } catch (error) {
    if (!isRefused(error)) throw error;
    const [only, ...others] = messages;
    if (others.length > 0) return await takeHalves();
    // A refusal that nobody could find again: the message comes again until it is on record.
    if (!isRecorded) throw new LukouError('AUDIT_UNAVAILABLE', undefined, { cause: error });
    const known = error as LukouError;
    only!.refuse(known.code);
    report.onRefused(known, only!);
  }

  async function takeHalves(): Promise<void> {
    const middle = Math.ceil(messages.length / 2);
    for (const half of [messages.slice(0, middle), messages.slice(middle)])
      await takeMessages({ adapter, stream, messages: half }, report, ports);
  }
}

function nameOf(stream: string, messages: readonly StreamMessage[]): string {
  const [first, last] = [messages[0]!.sequence, messages.at(-1)!.sequence];
  return first === last ? `${stream} ${first}` : `${stream} ${first}-${last}`;
}
