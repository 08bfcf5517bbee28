import { scanText } from '../classification/index.ts';
import { isLabelName } from './is-label-name.ts';
import { isNumberText } from './is-number-text.ts';
import { refuseSource } from './source/refuse-source.ts';
import type { SourceBatch, SourceRow } from './source/source-row.ts';
import type { Guarded, LabelledRecord, MappedRecord, RecordBatch, Validated } from './stages.ts';
import { transformBatches } from './transform-batches.ts';

/** A source carries a secrecy mark. It says where and by which rule, never what. */
export class MarkFound extends Error {
  override readonly name = 'MarkFound';
  /** Line, or number of the feature; null for the name and the heading. */
  readonly line: number | null;
  readonly rule: string;
  /** Whether the source's name carries it, which then may not be repeated. */
  readonly isInName: boolean;

  constructor(line: number | null, rule: string, isInName = false) {
    super('the source carries a secrecy mark');
    this.line = line;
    this.rule = rule;
    this.isInName = isInName;
  }
}

/** Throws {@link MarkFound} where the name of a source carries a mark. */
export function guardName(name: string): void {
  const rule = findBlock(name);
  if (rule !== null) throw new MarkFound(null, rule, true);
}

/**
 * Looks for secrecy marks in every text of the source, mapped or not, taken in or quarantined: each text alone, with
 * its neighbour in the row, with its neighbour in the line above, and with its column's name where that may be a label.
 * The first mark stops the flow: nothing of the source may be kept (保密法 art. 34). A record without a known label
 * stops it as well: unknown counts as the highest (实施条例 art. 26).
 */
export function guardRows({ digest, batches }: Validated): Guarded {
  let rowAbove: SourceRow | undefined;
  const guardBatch = (batch: RecordBatch): RecordBatch<LabelledRecord> => {
    refuseMark(linesOf(batch.source.otherTexts), null);
    guardTable(batch.source, rowAbove);
    rowAbove = batch.source.rows.at(-1) ?? rowAbove;
    return { ...batch, records: batch.records.map(requireLabel) };
  };
  return { digest, batches: transformBatches(batches, guardBatch) } as Guarded;
}

function requireLabel(record: MappedRecord): LabelledRecord {
  const { label, line } = record;
  if (label !== null) return record as LabelledRecord;
  throw refuseSource(
    `Line ${line} has no label, or one that the adapter does not know; nothing without a known label may be online.`,
  );
}

function guardTable({ rows, columnNames }: SourceBatch, rowAbove: SourceRow | undefined): void {
  const columns = columnNames.map((_name, at) => linesOf([rowAbove?.texts[at] ?? '']));
  for (const { texts, line } of rows) {
    // Each text on a line of its own: the guard sees it alone and with its neighbour (机 in one cell, 密★ in the next).
    let lines = '';
    for (let at = 0; at < texts.length; at++) {
      const text = texts[at]!;
      if (isNumberText(text)) continue;
      lines += `${text}\n`;
      if (at < columns.length) columns[at] += `${text}\n`;
    }
    refuseMark(lines, line);
  }
  columnNames.forEach((name, at) => {
    const pairs = [rowAbove, ...rows].map((row) => row?.texts[at] ?? '');
    // Far apart, cells are innocent together: only two that touch are held against the source.
    if (findBlock(columns[at]!) !== null)
      rows.forEach(({ line }, row) => refuseMark(`${pairs[row]!}\n${pairs[row + 1]!}`, line));
    if (isLabelName(name)) rows.forEach(({ line }, row) => refuseMark(`${name}\t${pairs[row + 1]!}`, line));
  });
}

function linesOf(texts: readonly string[]): string {
  let lines = '';
  for (const text of texts) if (!isNumberText(text)) lines += `${text}\n`;
  return lines;
}

function refuseMark(text: string, line: number | null): void {
  const rule = findBlock(text);
  if (rule !== null) throw new MarkFound(line, rule);
}

function findBlock(text: string): string | null {
  if (text === '') return null;
  const { verdict, rule } = scanText(text);
  return verdict === 'block' ? (rule ?? 'unnamed') : null;
}
