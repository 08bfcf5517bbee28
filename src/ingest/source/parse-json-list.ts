import { type CollectTexts, createTextCollector } from './collect-texts.ts';
import { createItemCutter } from './cut-items.ts';
import { parseJson } from './parse-json.ts';
import { readPath } from './parse-ndjson.ts';
import { refuseSource } from './refuse-source.ts';
import { placesOf, type SourceBatch, type SourceRow, type SourceTable } from './source-row.ts';

/** One long list in a JSON document. */
export interface ListForm {
  /** The members that lead to it. */
  readonly path: readonly string[];
  readonly heading: readonly string[];
  /** A row's values, in the order of the heading. */
  readonly readCells: (item: unknown) => unknown[];
  /** Refuses a document that is something else, by what it holds beside the list. */
  readonly checkFrame?: (frame: unknown) => void;
  /** Of several documents that are looked at together; a collector of its own unless given. */
  readonly collectTexts?: CollectTexts | undefined;
}

/** Parses the objects of one list in a JSON document, each as a row; its line is its number in the list. */
export function parseListed(texts: AsyncIterable<string>, form: ListForm): SourceTable {
  return { heading: form.heading, batches: toBatches(texts, form) };
}

/** Parses a JSON document whose `items` are the rows. `columns` are members that the adapter reads; `a.b` is member b of member a. */
export function parseJsonList(
  texts: AsyncIterable<string>,
  items: string,
  columns: readonly string[],
  collectTexts?: CollectTexts,
): SourceTable {
  const paths = columns.map((column) => column.split('.'));
  return parseListed(texts, {
    path: items.split('.'),
    heading: columns,
    readCells: (item) => paths.map((each) => readPath(item, each)),
    collectTexts,
  });
}

async function* toBatches(
  texts: AsyncIterable<string>,
  { path, readCells, checkFrame, collectTexts = createTextCollector() }: ListForm,
): AsyncGenerator<SourceBatch> {
  const cutter = createItemCutter(path);
  let line = 0;
  for await (const text of texts) {
    const rows = cutter.feed(text).map((cut): SourceRow => {
      const item = requireJson(cut);
      return { line: ++line, cells: readCells(item), texts: collectTexts(item), fault: null };
    });
    yield { rows, otherTexts: [], columnNames: placesOf(rows) };
  }
  const frame = requireJson(cutter.frame());
  yield { rows: [], otherTexts: collectTexts(frame), columnNames: [] };
  checkFrame?.(frame);
  const list = readPath(frame, path);
  if (!Array.isArray(list) || list.length > 0)
    throw refuseSource(`It has no list "${path.join('.')}", or one that holds more than objects.`);
}

function requireJson(text: string): unknown {
  const value = parseJson(text);
  if (value !== undefined) return value;
  throw refuseSource('It is not JSON that can be read, names a member twice, or nests too deep.');
}
