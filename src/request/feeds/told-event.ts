import { dayOf } from '../../base/index.ts';
import type { Course } from './cut-course.ts';
import type { PublicEvent } from './public-document.ts';
import { tellDetour, type ToldDetour } from './tell-detour.ts';

const DAY_MS = 86_400_000;

/** A road event that is told to travellers: it is real, not over, and it is known where it is. */
export interface ToldEvent extends Pick<PublicEvent, 'id' | 'cause' | 'surfaceCondition'> {
  readonly eventKind: string;
  readonly isUnderWay: boolean;
  readonly isOneWay: boolean;
  /** ALL_LANES_CLOSED and so on; UNKNOWN where nobody says. */
  readonly impact: string;
  /** Number and name of the road, at least one of them. */
  readonly roadNames: readonly [string, ...string[]];
  readonly startMs: number;
  /** Null while nobody knows. */
  readonly endMs: number | null;
  /** Longitude and latitude, in the direction of travel. */
  readonly course: Course;
  /** Null where there is none that is open. */
  readonly detour: ToldDetour | null;
}

/** The event as travellers are told of it; null where it is none for them: an exercise, one that is over, one of no place. */
export function tellEvent(event: PublicEvent, nowMs: number): ToldEvent | null {
  const { id, eventKind, cause, surfaceCondition, validFrom, validTo, segment, direction } = event;
  const endMs = validTo === null ? null : Date.parse(validTo);
  const [first, ...others] = [event.roadCode, event.roadName ?? segment?.roadName ?? null].filter(
    (name) => name !== null,
  );
  const geometry = event.geometry ?? segment?.geometry ?? null;
  if (event.informationStatus !== 'REAL' || eventKind === null || validFrom === null || geometry === null)
    return null;
  if ((endMs !== null && endMs <= nowMs) || first === undefined) return null;
  const course = geometry.coordinates.map(([lon, lat]) => [lon, lat] as const);
  return {
    id,
    eventKind,
    cause,
    surfaceCondition,
    isUnderWay: event.status === 'ACTIVE',
    isOneWay: direction === 'UP' || direction === 'DOWN',
    impact: event.vehicleImpact ?? 'UNKNOWN',
    roadNames: [first, ...others],
    startMs: Date.parse(validFrom),
    endMs,
    // Courses of segments run towards higher stakes, an event's own in the direction of travel.
    course: direction === 'DOWN' && event.geometry === null ? course.toReversed() : course,
    detour: tellDetour(event.detour),
  };
}

/** Until when an event is told to last that has no end yet: midnight after tomorrow, +08:00, so that it changes once a day. */
export function presumedEnd(nowMs: number): number {
  return Date.parse(`${dayOf(nowMs)}T00:00:00+08:00`) + 2 * DAY_MS;
}
