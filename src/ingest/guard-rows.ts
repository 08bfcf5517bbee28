import { scanText } from '../classification/index.ts';
import { isLabelName } from './is-label-name.ts';
import { isNumberText } from './is-number-text.ts';
import { refuseControls } from './source/refuse-controls.ts';
import type { SourceBatch, SourceRow } from './source/source-row.ts';
import { placeOf, sayMarked, SourceStopped } from './source/source-stopped.ts';
import type { Guarded, LabelledRecord, MappedRecord, RecordBatch, Validated } from './stages.ts';
import { transformBatches } from './transform-batches.ts';

interface Mark {
  readonly rule: string;
  readonly markHash: string;
}

/** What persons have said of marks before. */
export interface MarkJudge {
  /** Stands for a text that carries a mark. */
  hashOf(text: string): string;
  /** Texts that two persons have released: the guard then takes them for unmarked. */
  readonly released: ReadonlySet<string>;
}

/** Throws {@link SourceStopped} where the name of a source carries a mark, or a control character. */
export function guardName(name: string, judge: MarkJudge): void {
  refuseControls(name, null, true);
  const mark = findMark(name, judge);
  if (mark !== null) throw stopAt(null, mark, true);
}

/**
 * Looks for secrecy marks in every text of the source, mapped or not, taken in or quarantined: each text alone, with
 * its neighbour in the row, with its neighbour in the line above, and with its column's name where that may be a label.
 * The first mark stops the flow: nothing of the source may be kept (保密法 art. 34). A record without a known label
 * stops it as well, since unknown counts as the highest (实施条例 art. 26), and so does a control character.
 */
export function guardRows({ digest, batches }: Validated, judge: MarkJudge): Guarded {
  let rowAbove: SourceRow | undefined;
  const guardBatch = (batch: RecordBatch): RecordBatch<LabelledRecord> => {
    refuseMarks(batch.source.otherTexts, null, judge);
    guardTable(batch.source, rowAbove, judge);
    rowAbove = batch.source.rows.at(-1) ?? rowAbove;
    return { ...batch, records: batch.records.map(requireLabel) };
  };
  return { digest, batches: transformBatches(batches, guardBatch) } as Guarded;
}

function requireLabel(record: MappedRecord): LabelledRecord {
  const { label, line } = record;
  if (label !== null) return record as LabelledRecord;
  throw new SourceStopped(
    `Line ${line} has no label, or one that the adapter does not know; nothing without a known label may be online.`,
    { line, rule: 'label.unknown' },
  );
}

function guardTable(
  { rows, columnNames }: SourceBatch,
  rowAbove: SourceRow | undefined,
  judge: MarkJudge,
): void {
  const cleared = rowAbove === undefined ? [] : clearReleased(rowAbove.texts, judge);
  const columns = columnNames.map((_name, at) => linesOf([cleared[at] ?? '']));
  const clearedRows = [cleared];
  for (const { texts: written, line } of rows) {
    // Each text on a line of its own: the guard sees it alone and with its neighbour (机 in one cell, 密★ in the next).
    const texts = refuseMarks(written, line, judge);
    clearedRows.push(texts);
    for (let at = 0; at < columns.length && at < texts.length; at++)
      if (!isNumberText(texts[at]!)) columns[at] += `${texts[at]!}\n`;
  }
  columnNames.forEach((name, at) => {
    const cells = clearedRows.map((texts) => texts[at] ?? '');
    // Far apart, cells are innocent together: only two that touch are held against the source.
    if (isBlocked(columns[at]!))
      rows.forEach(({ line }, row) => refuseMark(`${cells[row]!}\n${cells[row + 1]!}`, line, judge));
    if (name !== '' && isLabelName(name))
      rows.forEach(({ line }, row) => refuseMark(`${name}\t${cells[row + 1]!}`, line, judge));
  });
}

/** Throws where one of the texts, or several in a row, carry a mark; returns them without those that were released. */
function refuseMarks(texts: readonly string[], line: number | null, judge: MarkJudge): readonly string[] {
  // Each by itself: a text that was just joined is several times as slow to look through.
  for (const text of texts) refuseControls(text, line);
  if (!isBlocked(linesOf(texts))) return texts;
  for (const text of texts) refuseMark(text, line, judge);
  const cleared = [...clearReleased(texts, judge)];
  let before = -1;
  for (let at = 0; at < cleared.length; at++) {
    if (cleared[at] === '' || isNumberText(cleared[at]!)) continue;
    const pair = before < 0 ? '' : linesOf([cleared[before]!, cleared[at]!]);
    refuseMark(pair, line, judge);
    if (isBlocked(pair)) cleared[before] = cleared[at] = '';
    before = cleared[at] === '' ? -1 : at;
  }
  refuseMark(linesOf(cleared), line, judge);
  return cleared;
}

function clearReleased(texts: readonly string[], judge: MarkJudge): readonly string[] {
  if (judge.released.size === 0) return texts;
  return texts.map((text) => (isBlocked(text) && judge.released.has(judge.hashOf(text)) ? '' : text));
}

function linesOf(texts: readonly string[]): string {
  let lines = '';
  for (const text of texts) if (!isNumberText(text)) lines += `${text}\n`;
  return lines;
}

function refuseMark(text: string, line: number | null, judge: MarkJudge): void {
  const mark = findMark(text, judge);
  if (mark !== null) throw stopAt(line, mark);
}

function stopAt(line: number | null, { rule, markHash }: Mark, isInName = false): SourceStopped {
  return new SourceStopped(sayMarked(placeOf(line), rule), { line, rule, markHash, isInName });
}

const isBlocked = (text: string): boolean => text !== '' && scanText(text).verdict === 'block';

function findMark(text: string, judge: MarkJudge): Mark | null {
  if (text === '') return null;
  const { verdict, rule } = scanText(text);
  if (verdict !== 'block') return null;
  const markHash = judge.hashOf(text);
  return judge.released.has(markHash) ? null : { rule: rule ?? 'unnamed', markHash };
}
