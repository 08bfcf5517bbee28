import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Row = Record<string, unknown>;

/**
 * Lines of a file of shared test data; null, with a printed reason, where the data is not beside the project. Fewer than
 * there should be throw, so that no test passes for want of texts.
 */
export function readSharedLines(file: string, fewest: number): string[] | null {
  const path = join('..', 'shared', file);
  if (!existsSync(path)) {
    console.warn(`skipped: ${path} is absent`);
    return null;
  }
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  if (lines.length < fewest) throw new Error(`${path} has ${lines.length} lines, and not ${fewest} or more.`);
  return lines;
}

/** Rows of a JSONL file of shared test data. */
export const readSharedRows = (file: string, fewest: number): Row[] | null =>
  readSharedLines(file, fewest)?.map((line) => JSON.parse(line) as Row) ?? null;

/** A text that every row has. */
export const readSharedTexts = (file: string, fewest: number, member: string): string[] | null =>
  readSharedRows(file, fewest)?.map((row) => textOf(row, member)) ?? null;

/** The text that a row has under a name; throws where it has none. */
export function textOf(row: Row, member: string): string {
  const text = row[member];
  if (typeof text !== 'string' || text.trim() === '')
    throw new Error(`A row has no text "${member}": ${JSON.stringify(row).slice(0, 80)}`);
  return text;
}
