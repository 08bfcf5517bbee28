import { CHINA_OFFSET_MS } from '../../base/index.ts';
import type { ToldEvent } from './told-event.ts';

/** Types of CIFS that are told. It has others, POLICE among them, which never are. */
type CifsType = 'ROAD_CLOSED' | 'ACCIDENT' | 'HAZARD' | 'JAM';

/** Type and subtype of each kind where the road is open; closed roads are ROAD_CLOSED, whatever closed them. */
const OPEN: Readonly<Record<string, readonly [CifsType, string?]>> = {
  ACCIDENT: ['ACCIDENT'],
  ABNORMAL_TRAFFIC: ['JAM'],
  ROADWORKS: ['HAZARD', 'HAZARD_ON_ROAD_CONSTRUCTION'],
  CLOSURE: ['HAZARD', 'HAZARD_ON_ROAD'],
  WEATHER_ROAD_CONDITION: ['HAZARD', 'HAZARD_WEATHER'],
  OBSTRUCTION: ['HAZARD', 'HAZARD_ON_ROAD_OBJECT'],
  PUBLIC_EVENT: ['HAZARD', 'HAZARD_ON_ROAD'],
};
const CLOSED_BY: Readonly<Record<string, string>> = {
  ROADWORKS: 'ROAD_CLOSED_CONSTRUCTION',
  PUBLIC_EVENT: 'ROAD_CLOSED_EVENT',
};

/** Closures and incidents as the Closure and Incident Feed Specification writes them in JSON. Kinds that it lacks are left out. */
export function writeCifs(events: readonly ToldEvent[]): CifsFeed {
  return {
    incidents: events.flatMap((event) => {
      const [type, subtype] = typeOf(event);
      return type === undefined ? [] : [{ incident: toIncident(event, type, subtype) }];
    }),
  };
}

/** What {@link writeCifs} makes. */
export interface CifsFeed {
  readonly incidents: readonly { readonly incident: object }[];
}

function typeOf({ eventKind, impact, cause }: ToldEvent): readonly [CifsType?, string?] {
  if (!Object.hasOwn(OPEN, eventKind)) return [];
  if (impact !== 'ALL_LANES_CLOSED') return OPEN[eventKind]!;
  const why = cause === 'PLANNED_MAINTENANCE' ? 'ROADWORKS' : eventKind;
  return ['ROAD_CLOSED', CLOSED_BY[why] ?? 'ROAD_CLOSED_HAZARD'];
}

function toIncident(event: ToldEvent, type: CifsType, subtype: string | undefined): object {
  const { id, course, roadNames, startMs, endMs, isOneWay, detour } = event;
  return {
    id,
    type,
    ...(subtype !== undefined && { subtype }),
    polyline: course.map(([lon, lat]) => `${lat.toFixed(6)} ${lon.toFixed(6)}`).join(' '),
    direction: isOneWay ? 'ONE_DIRECTION' : 'BOTH_DIRECTIONS',
    street: roadNames.join(' '),
    ...(detour !== null && { description: detour.inWords }),
    starttime: local(startMs),
    ...(endMs !== null && { endtime: local(endMs) }),
  };
}

/** An instant to the second, at +08:00. */
function local(ms: number): string {
  return `${new Date(ms + CHINA_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}
