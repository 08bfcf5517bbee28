import { parseListed } from './parse-json-list.ts';
import { readPath } from './parse-ndjson.ts';
import { refuseSource } from './refuse-source.ts';
import type { SourceTable } from './source-row.ts';

/**
 * Parses a GeoJSON FeatureCollection (RFC 7946). Columns are the features' properties, `a.b` member b of property a, and
 * `@id`, `@geometry`, `@lon`, `@lat`: the feature's id, its geometry, and a point on it (of a course, the vertex in the middle).
 */
export function parseGeojson(texts: AsyncIterable<string>, columns: readonly string[]): SourceTable {
  return parseListed(texts, {
    path: ['features'],
    heading: columns,
    readCells(feature) {
      const geometry = readPath(feature, ['geometry']);
      const point = pointOn(geometry);
      return columns.map((column) => {
        if (column === '@id') return readPath(feature, ['id']);
        if (column === '@geometry') return geometry;
        if (column === '@lon') return point?.[0] ?? null;
        if (column === '@lat') return point?.[1] ?? null;
        return readProperty(readPath(feature, ['properties']), column);
      });
    },
    checkFrame(frame) {
      if (readPath(frame, ['type']) !== 'FeatureCollection')
        throw refuseSource('It is not a GeoJSON FeatureCollection.');
    },
  });
}

/** A property by its whole name; OpenStreetMap has names with colons and points in them. */
function readProperty(properties: unknown, name: string): unknown {
  return readPath(properties, [name]) ?? readPath(properties, name.split('.'));
}

function pointOn(geometry: unknown): readonly unknown[] | null {
  let coordinates = readPath(geometry, ['coordinates']);
  while (Array.isArray(coordinates) && Array.isArray(coordinates[0]))
    coordinates = coordinates[Math.floor(coordinates.length / 2)] as unknown;
  return Array.isArray(coordinates) ? coordinates : null;
}
