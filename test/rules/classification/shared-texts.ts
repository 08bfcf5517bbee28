import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Row = Record<string, unknown>;

/** Lines of a file of shared test data; null, with a printed reason, where the data is not beside the project. */
export function readSharedLines(file: string): string[] | null {
  const path = join('..', 'shared', file);
  if (!existsSync(path)) {
    console.warn(`skipped: ${path} is absent`);
    return null;
  }
  return readFileSync(path, 'utf8').trim().split('\n');
}

/** Rows of a JSONL file of shared test data. */
export const readSharedRows = (file: string): Row[] | null =>
  readSharedLines(file)?.map((line) => JSON.parse(line) as Row) ?? null;

/** One text of every row. */
export const readSharedTexts = (file: string, choose: (row: Row) => unknown): string[] | null =>
  readSharedRows(file)?.map((row) => String(choose(row))) ?? null;
