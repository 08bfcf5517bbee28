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

/** Work zones and closures as a WorkZoneFeed of WZDx 4.2: GeoJSON, instants in UTC. */
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
    features: events.filter(({ eventKind }) => KINDS.has(eventKind)).map((event) => toFeature(event, nowMs)),
  };
}

/** What {@link writeWzdx} makes. */
export interface WzdxFeed {
  readonly feed_info: Readonly<Record<string, unknown>>;
  readonly type: 'FeatureCollection';
  readonly features: readonly object[];
}

function toFeature(event: ToldEvent, nowMs: number): object {
  const { id, eventKind, impact, roadNames, startMs, endMs, course, isUnderWay } = event;
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
      },
      start_date: utc(startMs),
      end_date: utc(endMs ?? Math.max(presumedEnd(nowMs), startMs)),
      is_start_date_verified: isUnderWay,
      is_end_date_verified: false,
      is_start_position_verified: false,
      is_end_position_verified: false,
      location_method: 'unknown',
      vehicle_impact: IMPACTS.has(impact) ? impact.toLowerCase().replaceAll('_', '-') : 'unknown',
      ...(eventKind === 'ROADWORKS' && { types_of_work: [{ type_name: 'maintenance' }] }),
    },
    geometry: { type: 'LineString', coordinates: course },
  };
}

function utc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
