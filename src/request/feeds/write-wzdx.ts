import type { Course } from './cut-course.ts';
import type { ToldDetour } from './tell-detour.ts';
import { presumedEnd, type ToldEvent } from './told-event.ts';

const VERSION = '4.2';
const SOURCE = { data_source_id: 'AG-TRANSPORT-CENTRE', organization_name: '交通运输中心' };
/** Work zones and closures. Of accidents and weather the standard has no feed. */
const KINDS: ReadonlySet<string> = new Set(['ROADWORKS', 'CLOSURE']);
const IMPACTS: ReadonlySet<string> = new Set([
  'ALL_LANES_CLOSED',
  'SOME_LANES_CLOSED',
  'ALL_LANES_OPEN',
  'ALTERNATING_ONE_WAY',
]);

/** Work zones and closures, and the ways around them, as a WorkZoneFeed of WZDx 4.2: GeoJSON, instants in UTC. */
export function writeWzdx(events: readonly ToldEvent[], nowMs: number, everySeconds: number): WzdxFeed {
  return {
    feed_info: {
      publisher: SOURCE.organization_name,
      version: VERSION,
      update_date: utc(nowMs),
      update_frequency: everySeconds,
      data_sources: [SOURCE],
    },
    type: 'FeatureCollection',
    features: events
      .filter(({ eventKind }) => KINDS.has(eventKind))
      .flatMap((event) => [toFeature(event, nowMs), toDetour(event, nowMs)])
      .filter((feature) => feature !== null),
  };
}

/** What {@link writeWzdx} makes. */
export interface WzdxFeed {
  readonly feed_info: Readonly<Record<string, unknown>>;
  readonly type: 'FeatureCollection';
  readonly features: readonly object[];
}

function toFeature(event: ToldEvent, nowMs: number): object {
  const { id, eventKind, impact, roadNames, course, detour } = event;
  return {
    id,
    type: 'Feature',
    properties: {
      core_details: {
        event_type: 'work-zone',
        data_source_id: SOURCE.data_source_id,
        road_names: roadNames,
        // Ours are those of stakes, not of the compass.
        direction: 'unknown',
        ...(detour !== null && { description: detour.inWords }),
        ...(isDrawn(detour) && { related_road_events: [{ type: 'related-detour', id: detourId(id) }] }),
      },
      ...spanOf(event, nowMs),
      is_start_position_verified: false,
      is_end_position_verified: false,
      location_method: 'unknown',
      vehicle_impact: IMPACTS.has(impact) ? impact.toLowerCase().replaceAll('_', '-') : 'unknown',
      ...(eventKind === 'ROADWORKS' && { types_of_work: [{ type_name: 'maintenance' }] }),
    },
    geometry: { type: 'LineString', coordinates: course },
  };
}

/** The detour as a road event of its own; null where its course is not known. */
function toDetour(event: ToldEvent, nowMs: number): object | null {
  const { id, detour } = event;
  if (!isDrawn(detour)) return null;
  return {
    id: detourId(id),
    type: 'Feature',
    properties: {
      core_details: {
        event_type: 'detour',
        data_source_id: SOURCE.data_source_id,
        road_names: detour.roadNames,
        direction: 'unknown',
        related_road_events: [{ type: 'related-work-zone', id }],
      },
      ...spanOf(event, nowMs),
    },
    geometry: { type: 'LineString', coordinates: detour.course },
  };
}

function isDrawn(detour: ToldDetour | null): detour is ToldDetour & { readonly course: Course } {
  return detour !== null && detour.course !== null;
}

const detourId = (eventId: string): string => `${eventId}-detour`;

function spanOf({ startMs, endMs, isUnderWay }: ToldEvent, nowMs: number): object {
  return {
    start_date: utc(startMs),
    end_date: utc(endMs ?? Math.max(presumedEnd(nowMs), startMs)),
    is_start_date_verified: isUnderWay,
    is_end_date_verified: false,
  };
}

function utc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
