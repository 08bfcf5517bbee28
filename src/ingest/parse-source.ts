import type { Adapter } from './adapter/read-adapter.ts';
import { columnsRead } from './adapter/names.ts';
import { type CollectTexts, createTextCollector } from './source/collect-texts.ts';
import { decodeText } from './source/decode-text.ts';
import { joinTables } from './source/join-tables.ts';
import type { Source } from './source/open-source.ts';
import { parseCsv } from './source/parse-csv.ts';
import { parseGeojson } from './source/parse-geojson.ts';
import { parseJsonList } from './source/parse-json-list.ts';
import { parseNdjson } from './source/parse-ndjson.ts';
import { parseXml } from './source/parse-xml.ts';
import { refuseSource } from './source/refuse-source.ts';
import type { SourceTable } from './source/source-row.ts';
import type { Parsed } from './stages.ts';

/** Parses a source as its adapter says: encoding, format, delimiter. It is read only as fast as it is used. */
export async function parseSource(source: Source, { form }: Adapter): Promise<Parsed> {
  const table = await parseTable(source.chunks(), form);
  return { ...table, digest: source.digestRead, digestBefore: source.digest } as Parsed;
}

/**
 * Parses a source whose chunks are documents of their own, as one table: lines count through, and so do rows of JSON. It is
 * refused where they do not have the same columns.
 */
export async function parseMessages(source: Source, { form }: Adapter): Promise<Parsed> {
  const tables = tablesOf(source, form);
  const first = await tables.next();
  if (first.done === true) throw refuseSource('It holds no message.');
  const { heading } = first.value;
  const table: SourceTable = { heading, batches: joinTables(heading, chain(first.value, tables)) };
  return { ...table, digest: source.digestRead, digestBefore: source.digest } as Parsed;
}

async function* chain<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

async function parseTable(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  form: Adapter['form'],
  collectTexts?: CollectTexts,
): Promise<SourceTable> {
  const texts = decodeText(chunks, form.encoding);
  switch (form.format) {
    case 'csv':
      return parseCsv(texts, { delimiter: form.delimiter ?? ',', heading: form.heading });
    case 'ndjson':
      return parseNdjson(texts, columnsRead(form), collectTexts);
    case 'json':
      return parseJsonList(texts, form.items!, columnsRead(form), collectTexts);
    case 'geojson':
      return parseGeojson(texts, columnsRead(form));
    case 'xml':
      return parseXml(texts, { items: form.items!, encoding: form.encoding }, columnsRead(form));
  }
}

async function* tablesOf(source: Source, form: Adapter['form']): AsyncGenerator<SourceTable, undefined> {
  const collectTexts = createTextCollector();
  for await (const message of source.chunks()) yield await parseTable([message], form, collectTexts);
}
