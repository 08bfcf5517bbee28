import type { LayerSpecification } from 'maplibre-gl';
import { type Measure, MOST_CLASSES, STROKES } from './measures.ts';
import { colourOf, type Palette } from './palette.ts';

/** Sources of the map: segments, everything else, and what is open. */
export const SOURCES = ['roads', 'things', 'picked'] as const;

/** Layers of segments: whatever the measure, no more than these. */
const ROAD_LAYERS = Array.from({ length: MOST_CLASSES }, (_, index) => `road-${index}`);
/** Layers that a click can hit, what lies on top first. */
export const HIT_LAYERS = ['symbols', 'area', ...ROAD_LAYERS] as const;
const OTHER_LAYERS = ['picked-line', 'picked-point', 'area', 'area-line', 'symbols'] as const;
/** All of them. */
export const LAYERS = [...ROAD_LAYERS, ...OTHER_LAYERS] as const;

/** How everything is drawn, undermost first. */
export function layersOf(measure: Measure, palette: Palette): readonly LayerSpecification[] {
  return [
    {
      id: 'area',
      type: 'fill',
      source: 'things',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': palette.mask, 'fill-opacity': 0.16 },
    },
    {
      id: 'area-line',
      type: 'line',
      source: 'things',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'line-color': palette.mask, 'line-width': 1.5, 'line-dasharray': [3, 2] },
    },
    {
      id: 'picked-line',
      type: 'line',
      source: 'picked',
      paint: { 'line-color': palette.focus, 'line-width': 11, 'line-opacity': 0.55 },
    },
    ...roadLayers(measure, palette),
    {
      id: 'picked-point',
      type: 'circle',
      source: 'picked',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 15,
        'circle-opacity': 0,
        'circle-stroke-color': palette.focus,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'symbols',
      type: 'symbol',
      source: 'things',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'icon-image': ['get', 'kind'],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 9, 1],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
}

function roadLayers(measure: Measure, palette: Palette): readonly LayerSpecification[] {
  return STROKES[measure]
    .map((stroke, index) => ({ ...stroke, index, colour: colourOf(stroke, palette) }))
    .toSorted((one, other) => one.width - other.width)
    .map(({ index, colour, width, dash }) => ({
      id: `road-${index}`,
      type: 'line',
      source: 'roads',
      // Left out where the tile is made, so that what is not drawn costs nothing.
      filter: ['all', ['==', ['get', 'c'], index], ['>=', ['zoom'], ['get', 'z']]],
      paint: {
        'line-color': colour,
        'line-width': ['interpolate', ['linear'], ['zoom'], 4, width * 0.7, 11, width * 1.6],
        ...(dash !== undefined && { 'line-dasharray': [...dash] }),
      },
    }));
}
