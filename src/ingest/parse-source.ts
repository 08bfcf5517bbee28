import type { Adapter } from './adapter/read-adapter.ts';
import { columnsRead } from './adapter/names.ts';
import { decodeText } from './source/decode-text.ts';
import type { Source } from './source/open-source.ts';
import { parseCsv } from './source/parse-csv.ts';
import { parseGeojson } from './source/parse-geojson.ts';
import { parseJsonList } from './source/parse-json-list.ts';
import { parseNdjson } from './source/parse-ndjson.ts';
import type { SourceTable } from './source/source-row.ts';
import type { Parsed } from './stages.ts';

/** Parses a source as its adapter says: encoding, format, delimiter. It is read only as fast as it is used. */
export async function parseSource(source: Source, { form }: Adapter): Promise<Parsed> {
  const texts = decodeText(source.chunks(), form.encoding);
  const table = await parseTable();
  return { ...table, digest: source.digestRead, digestBefore: source.digest } as Parsed;

  async function parseTable(): Promise<SourceTable> {
    switch (form.format) {
      case 'csv':
        return parseCsv(texts, { delimiter: form.delimiter ?? ',', heading: form.heading });
      case 'ndjson':
        return parseNdjson(texts, columnsRead(form));
      case 'json':
        return parseJsonList(texts, form.items!, columnsRead(form));
      case 'geojson':
        return parseGeojson(texts, columnsRead(form));
    }
  }
}
