import type { LogReader } from '../log-reader.ts';
import { readExportedRecord } from './exported-record.ts';

/**
 * When the first record was written that is there from one index to before another, in milliseconds since 1970; null
 * where none is.
 *
 * @throws LukouError LOG_ALTERED where it cannot be read.
 */
export async function findTime(
  reader: Pick<LogReader, 'readEntries'>,
  { log, origin }: { readonly log: string; readonly origin: string },
  fromIndex: number,
  toIndex: number,
): Promise<number | null> {
  for await (const { index, leaf } of reader.readEntries(log, fromIndex, toIndex))
    return Date.parse(readExportedRecord(leaf, origin, index).time);
  return null;
}
