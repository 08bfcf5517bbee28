import {
  type GeoJSONSource,
  GPUInitializationError,
  Map as Drawing,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Empty, useTheme } from '../../ui/index.ts';
import type { DrawnRoads, Shape, ThingShape } from './drawn.ts';
import { KINDS, type Thing } from './kinds.ts';
import { HIT_LAYERS, LAYERS, layersOf, SOURCES } from './layers.ts';
import type { Measure } from './measures.ts';
import { readPalette } from './palette.ts';
import { drawSymbol, SYMBOL_RATIO, SYMBOLS } from './symbols.ts';
import { mapWords } from './words.ts';

setWorkerUrl(workerUrl);

/** As far from a line, in pixels, as a click still hits it. */
const REACH = 6;

/** The map itself. It knows no place but those that it is handed: no tiles, no glyphs, no pictures from anywhere. */
export default function MapCanvas({
  roads,
  things,
  measure,
  picked,
  onPick,
  onZoom,
}: {
  readonly roads: DrawnRoads;
  readonly things: readonly ThingShape[];
  readonly measure: Measure;
  readonly picked: Thing | null;
  readonly onPick: (thing: Thing) => void;
  readonly onZoom: (zoom: number) => void;
}): ReactNode {
  const words = useWords(mapWords);
  const { shown: theme } = useTheme();
  const place = useRef<HTMLDivElement>(null);
  const { map, isRefused } = useDrawing(place);
  const bounds = useStable(roads.bounds);
  useEffect(() => map?.getCanvas().setAttribute('aria-label', words.map), [map, words]);
  useEffect(() => {
    if (map === null) return;
    const palette = readPalette();
    for (const id of LAYERS) if (map.getLayer(id)) map.removeLayer(id);
    for (const [kind, symbol] of Object.entries(SYMBOLS)) {
      if (map.hasImage(kind)) map.removeImage(kind);
      map.addImage(kind, drawSymbol(symbol, palette), { pixelRatio: SYMBOL_RATIO });
    }
    for (const layer of layersOf(measure, palette)) map.addLayer(layer);
  }, [map, measure, theme]);
  useEffect(() => show(map, 'roads', roads.shapes), [map, roads]);
  useEffect(() => show(map, 'things', things), [map, things]);
  useEffect(() => show(map, 'picked', findPicked(picked, roads, things)), [map, picked, roads, things]);
  const isMoved = useRef(false);
  useEffect(() => {
    // Segments come page after page: the view grows with them, until the person has chosen one.
    if (map === null || bounds === null || isMoved.current) return;
    map.fitBounds([...bounds], { padding: 24, animate: false });
    onZoom(map.getZoom());
  }, [map, bounds, onZoom]);
  useEffect(() => {
    const moved = map?.on('movestart', ({ originalEvent }) => {
      isMoved.current ||= originalEvent !== undefined;
    });
    const zoomed = map?.on('zoomend', () => onZoom(map.getZoom()));
    return () => {
      moved?.unsubscribe();
      zoomed?.unsubscribe();
    };
  }, [map, onZoom]);
  useEffect(() => {
    const hit = map?.on('click', ({ point: { x, y } }) => {
      const box: [[number, number], [number, number]] = [
        [x - REACH, y - REACH],
        [x + REACH, y + REACH],
      ];
      const layers = HIT_LAYERS.filter((id) => map.getLayer(id) !== undefined);
      const [first] = map.queryRenderedFeatures(box, { layers });
      const { id, kind = 'segment' } = (first?.properties ?? {}) as { id?: string; kind?: string };
      const known = KINDS.find((one) => one === kind);
      if (id !== undefined && known !== undefined) onPick({ kind: known, id });
    });
    return () => hit?.unsubscribe();
  }, [map, onPick]);
  if (isRefused) return <Empty>{words.noDrawing}</Empty>;
  return (
    <div className="map-place">
      <div ref={place} className="map-canvas" />
      <div className="map-controls" role="group" aria-label={words.view}>
        <button type="button" className="button" aria-label={words.closer} onClick={() => map?.zoomIn()}>
          +
        </button>
        <button type="button" className="button" aria-label={words.farther} onClick={() => map?.zoomOut()}>
          −
        </button>
        <button
          type="button"
          className="button"
          disabled={bounds === null}
          onClick={() => bounds && map?.fitBounds([...bounds], { padding: 24 })}
        >
          {words.whole}
        </button>
      </div>
    </div>
  );
}

/** A drawing in an element, once it can be drawn on. */
function useDrawing(place: RefObject<HTMLDivElement | null>): {
  readonly map: Drawing | null;
  readonly isRefused: boolean;
} {
  const [map, setMap] = useState<Drawing | null>(null);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    if (place.current === null) return undefined;
    try {
      const drawing = open(place.current);
      drawing.once('load', () => setMap(drawing));
      return () => {
        setMap(null);
        drawing.remove();
      };
    } catch (error) {
      if (!(error instanceof GPUInitializationError)) throw error;
      setRefused(true);
      return undefined;
    }
  }, [place]);
  return { map, isRefused };
}

function open(container: HTMLElement): Drawing {
  // Simplified below half a pixel and more: far fewer corners are drawn, and nobody sees which are missing.
  const source = { type: 'geojson' as const, data: collect([]), tolerance: 1, buffer: 32, maxzoom: 13 };
  const drawing = new Drawing({
    container,
    style: { version: 8, sources: Object.fromEntries(SOURCES.map((id) => [id, source])), layers: [] },
    center: [110, 40],
    zoom: 4,
    maxZoom: 17,
    attributionControl: false,
    renderWorldCopies: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    fadeDuration: 0,
    // A finer picture takes as much longer as it has more pixels.
    pixelRatio: 1,
  });
  drawing.touchZoomRotate.disableRotation();
  drawing.keyboard.disableRotation();
  drawing.addControl(new ScaleControl(), 'bottom-left');
  return drawing;
}

type Data = Parameters<GeoJSONSource['setData']>[0];

function collect(shapes: readonly Shape<unknown>[]): Data {
  return { type: 'FeatureCollection', features: shapes };
}

function show(
  map: Drawing | null,
  source: (typeof SOURCES)[number],
  shapes: readonly Shape<unknown>[],
): void {
  void map?.getSource<GeoJSONSource>(source)?.setData(collect(shapes));
}

function findPicked(
  picked: Thing | null,
  roads: DrawnRoads,
  things: readonly ThingShape[],
): readonly Shape<unknown>[] {
  if (picked === null) return [];
  if (picked.kind === 'segment') return roads.shapes.filter(({ properties }) => properties.id === picked.id);
  return things.filter(({ properties: { kind, id } }) => kind === picked.kind && id === picked.id);
}

/** The same bounds as long as they say the same. */
function useStable(bounds: DrawnRoads['bounds']): DrawnRoads['bounds'] {
  const text = JSON.stringify(bounds);
  return useMemo(() => JSON.parse(text) as DrawnRoads['bounds'], [text]);
}
