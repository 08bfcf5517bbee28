import { createTextCollector } from './collect-texts.ts';
import { createFeatureCutter } from './cut-features.ts';
import { readPath } from './parse-ndjson.ts';
import { refuseSource } from './refuse-source.ts';
import { placesOf, type SourceBatch, type SourceRow, type SourceTable } from './source-row.ts';

/**
 * Parses a GeoJSON FeatureCollection (RFC 7946). Columns are the features' properties, and `@geometry`, `@lon`,
 * `@lat`: the geometry, and a point on it (of a course, the vertex in the middle).
 */
export function parseGeojson(texts: AsyncIterable<string>, columns: readonly string[]): SourceTable {
  return { heading: columns, batches: toBatches(texts, columns) };
}

async function* toBatches(
  texts: AsyncIterable<string>,
  columns: readonly string[],
): AsyncGenerator<SourceBatch> {
  const cutter = createFeatureCutter();
  const collectTexts = createTextCollector();
  let featureNumber = 0;
  for await (const text of texts) {
    const rows = cutter
      .feed(text)
      .map((feature) => toRow(parseJson(feature), ++featureNumber, columns, collectTexts));
    yield { rows, otherTexts: [], columnNames: placesOf(rows) };
  }
  const frame = parseJson(cutter.frame());
  if (readPath(frame, ['type']) !== 'FeatureCollection')
    throw refuseSource('It is not a GeoJSON FeatureCollection.');
  yield { rows: [], otherTexts: collectTexts(frame), columnNames: [] };
}

function toRow(
  feature: unknown,
  line: number,
  columns: readonly string[],
  collectTexts: (value: unknown) => string[],
): SourceRow {
  const geometry = readPath(feature, ['geometry']);
  const point = pointOn(geometry);
  const cells = columns.map((column) => {
    if (column === '@geometry') return geometry;
    if (column === '@lon') return point?.[0] ?? null;
    if (column === '@lat') return point?.[1] ?? null;
    return readPath(feature, ['properties', column]);
  });
  return { line, cells, texts: collectTexts(feature), fault: null };
}

function pointOn(geometry: unknown): readonly unknown[] | null {
  let coordinates = readPath(geometry, ['coordinates']);
  while (Array.isArray(coordinates) && Array.isArray(coordinates[0]))
    coordinates = coordinates[Math.floor(coordinates.length / 2)] as unknown;
  return Array.isArray(coordinates) ? coordinates : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw refuseSource('It is not JSON that can be read.');
    throw error;
  }
}
