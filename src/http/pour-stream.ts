import { setTimeout as sleep } from 'node:timers/promises';
import { LukouError } from '../base/index.ts';

/** Where the answers of one stream go. */
export interface StreamSink<Said> {
  /** True once the answer has left for the reader; false where nobody is there. */
  send(said: Said): Promise<boolean>;
  /** Says that no other answer follows; with the fault where it could not be recorded. */
  end(unrecorded: unknown): void;
}

/**
 * Sends the answers of a stream one by one: the next one is made when the last one has left. A reader who does not take
 * one in time gets one more answer, which says so, and no other.
 */
export async function pourStream<Said>(
  answers: AsyncGenerator<Said, undefined>,
  sink: StreamSink<Said>,
  patienceMs: number,
): Promise<void> {
  try {
    for (let next = await answers.next(); next.done !== true; next = await answers.next()) {
      const left = await within(patienceMs, sink.send(next.value));
      if (left === false) break;
      if (left === 'late') {
        const last = await answers.throw(new LukouError('STREAM_TOO_SLOW'));
        if (last.done !== true) void sink.send(last.value);
        break;
      }
    }
    sink.end(null);
  } catch (error) {
    sink.end(error);
  } finally {
    await answers.return(undefined);
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | 'late'> {
  const over = new AbortController();
  const late = sleep(ms, 'late' as const, { signal: over.signal }).catch(() => 'late' as const);
  const first = await Promise.race([work, late]);
  over.abort();
  return first;
}
