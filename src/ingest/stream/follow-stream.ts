import { setTimeout as sleep } from 'node:timers/promises';
import { LukouError } from '../../base/index.ts';
import type { Adapter } from '../adapter/read-adapter.ts';
import type { IngestPorts } from '../flow.ts';
import { sumCodes } from '../copy-records.ts';
import type { IngestReceipt } from '../receipt.ts';
import type { MessageStream, StreamMessage } from './ports.ts';
import { takeMessages } from './take-messages.ts';

/** What has become of a stream so far. */
export interface StreamCounts {
  readonly messages: number;
  /** Messages that were refused, and do not come again. */
  readonly refused: number;
  /** As in the receipts, added up. */
  readonly rowsRead: number;
  readonly rowsWritten: number;
  readonly rowsDuplicate: number;
  readonly quarantined: Readonly<Record<string, number>>;
}

/** A stream to take in, for as long as it is wanted. */
export interface FollowOrder {
  readonly adapter: Adapter;
  /** What the stream is called in the books. */
  readonly name: string;
  readonly stream: MessageStream;
  /** Ends it: what is under way is finished first. */
  readonly signal: AbortSignal;
  readonly onReceipt: (receipt: IngestReceipt, counts: StreamCounts, waiting: number) => void;
  /** Told why a message was refused, and what keeps messages out for the moment. */
  readonly onMessage: (message: string) => void;
}

/** After a failure, until the same messages are tried again. */
const TRY_AGAIN_AFTER_MS = [250, 1_000, 4_000, 15_000, 30_000] as const;

const NOTHING: StreamCounts = {
  messages: 0,
  refused: 0,
  rowsRead: 0,
  rowsWritten: 0,
  rowsDuplicate: 0,
  quarantined: {},
};

/**
 * Takes a stream in until it is ended: everything that has come since the last publication is the next one, so that few
 * messages are published one by one and many together. A message is answered once what became of it is durable; whatever
 * fails before that puts it back, and rows that got in nevertheless are known by their ids when it comes again.
 *
 * @throws what can only be put right by a person: a log that is not as it was left, or what nobody foresaw.
 */
export async function followStream(
  { adapter, name, stream, signal, onReceipt, onMessage }: FollowOrder,
  ports: IngestPorts,
): Promise<StreamCounts> {
  let counts = NOTHING;
  let failures = 0;
  const close = (): void => void stream.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    for (;;) {
      const messages = await stream.next();
      if (messages.length === 0) return counts;
      try {
        await takeMessages({ adapter, stream: name, messages }, { onTaken, onRefused }, ports);
        if (failures > 0) onMessage('stream: messages are taken in again');
        failures = 0;
      } catch (error) {
        const afterMs = TRY_AGAIN_AFTER_MS[Math.min(failures, TRY_AGAIN_AFTER_MS.length - 1)]!;
        // Of those that were answered already this says nothing any more.
        for (const message of messages) message.putBack(afterMs);
        if (!(error instanceof LukouError) || error.kind !== 'fault') throw error;
        if (failures === 0) onMessage(`stream: messages wait where they are: ${error.message}`);
        failures += 1;
        await sleep(afterMs, undefined, { signal }).catch(() => undefined);
      }
    }
  } finally {
    signal.removeEventListener('abort', close);
    await stream.close();
  }

  function onTaken(receipt: IngestReceipt, taken: number): void {
    counts = {
      messages: counts.messages + taken,
      refused: counts.refused,
      rowsRead: counts.rowsRead + receipt.rowsRead,
      rowsWritten: counts.rowsWritten + receipt.rowsWritten,
      rowsDuplicate: counts.rowsDuplicate + receipt.rowsDuplicate,
      quarantined: sumCodes([counts.quarantined, receipt.quarantined]),
    };
    onReceipt(receipt, counts, stream.waiting);
  }

  function onRefused({ message: said }: LukouError, { sequence }: StreamMessage): void {
    counts = { ...counts, messages: counts.messages + 1, refused: counts.refused + 1 };
    onMessage(`stream: message ${sequence} does not come again: ${said}`);
  }
}
