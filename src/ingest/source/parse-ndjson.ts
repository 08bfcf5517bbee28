import { type CollectTexts, createTextCollector } from './collect-texts.ts';
import { parseJson } from './parse-json.ts';
import { refuseSource } from './refuse-source.ts';
import { placesOf, type SourceBatch, type SourceRow, type SourceTable } from './source-row.ts';

const MAX_LINE_LENGTH = 4_194_304;

/**
 * Parses one JSON object a line. `columns` are the members that the adapter reads; `a.b` is member b of member a.
 * A line that is no JSON object, or names a member twice, is passed on with the fault JSON_INVALID.
 */
export function parseNdjson(
  texts: AsyncIterable<string>,
  columns: readonly string[],
  collectTexts: CollectTexts = createTextCollector(),
): SourceTable {
  return { heading: columns, batches: toBatches(texts, columns, collectTexts) };
}

async function* toBatches(
  texts: AsyncIterable<string>,
  columns: readonly string[],
  collectTexts: CollectTexts,
): AsyncGenerator<SourceBatch> {
  const paths = columns.map((column) => column.split('.'));
  let line = 0;
  for await (const lines of cutLines(texts)) {
    const rows: SourceRow[] = [];
    for (const text of lines) {
      line++;
      if (text.trim() !== '') rows.push(toRow(text, line, paths, collectTexts));
    }
    yield { rows, otherTexts: [], columnNames: placesOf(rows) };
  }
}

function toRow(
  text: string,
  line: number,
  paths: readonly (readonly string[])[],
  collectTexts: CollectTexts,
): SourceRow {
  const value = parseObject(text);
  if (value === null) return { line, cells: [], texts: [text], fault: 'JSON_INVALID' };
  return { line, cells: paths.map((path) => readPath(value, path)), texts: collectTexts(value), fault: null };
}

function parseObject(text: string): object | null {
  const value = parseJson(text);
  return typeof value === 'object' && !Array.isArray(value) ? value : null;
}

/** The member at a path, or null where any part of it is absent. */
export function readPath(value: unknown, path: readonly string[]): unknown {
  let inner = value;
  for (const name of path) {
    if (inner === null || typeof inner !== 'object' || !Object.hasOwn(inner, name)) return null;
    inner = (inner as Readonly<Record<string, unknown>>)[name];
  }
  return inner;
}

async function* cutLines(texts: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    if (rest.length > MAX_LINE_LENGTH)
      throw refuseSource('It has a line of more than 4 MiB; expected one JSON object a line.');
    if (lines.length > 0) yield lines;
  }
  if (rest !== '') yield [rest];
}
