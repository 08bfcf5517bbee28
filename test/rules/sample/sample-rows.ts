import type { RecordTypeName } from '../../../src/ingest/index.ts';
import {
  generateSample,
  type SampleOptions,
  type SampleRecord,
  type SampleStream,
} from '../../../src/sample/index.ts';

/** The stream of one type. */
export function streamOf<Type extends RecordTypeName>(
  type: Type,
  options: SampleOptions = { size: 'small' },
): SampleStream<Type> {
  return generateSample(options).find((stream) => stream.type === type) as SampleStream<Type>;
}

/** All rows of one type of the small sample. */
export function rowsOf<Type extends RecordTypeName>(type: Type): SampleRecord<Type>[] {
  return Array.from(streamOf(type).rows());
}

/** How often each value occurs. */
export function tally<Value>(values: Iterable<Value>): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
