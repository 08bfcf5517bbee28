import type { OnlineLabel } from '../record-types.ts';
import type { SourceRow } from '../source/source-row.ts';
import type { OutputForm } from './adapter-form.ts';
import type { Read } from './compile-rule.ts';

/** Compiles where a record's label comes from; null where the source's label is missing or unknown. */
export function compileLabel(
  label: OutputForm['label'],
  column: (name: string) => Read,
): (row: SourceRow) => OnlineLabel | null {
  if (typeof label === 'string') return () => label;
  const read = column(label.column);
  const known = new Map<string, OnlineLabel>(Object.entries(label.table));
  return (row) => known.get(String(read(row, undefined) ?? '').trim()) ?? null;
}
