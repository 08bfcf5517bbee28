import type {
  MapCheckpointsQuery,
  MapEventsQuery,
  MapGantriesQuery,
  MapSegmentsQuery,
} from '../../graphql/generated.ts';
import type { Disclosure } from '../../graphql/index.ts';

/** A segment as the map asks for it. */
export type SegmentRow = NonNullable<MapSegmentsQuery['roadSegments']>['nodes'][number];
/** A gantry as the map asks for it. */
export type GantryRow = NonNullable<MapGantriesQuery['gantries']>['nodes'][number];
/** A checkpoint as the map asks for it. */
export type CheckpointRow = NonNullable<MapCheckpointsQuery['checkpoints']>['nodes'][number];
/** A road event as the map asks for it. */
export type EventRow = NonNullable<MapEventsQuery['roadEvents']>['nodes'][number];

/** States in which an event weighs on the road no more. */
const OVER: ReadonlySet<string> = new Set(['COMPLETED', 'CANCELLED', 'CLEARED', 'FALSE_ALARM']);

/** Whether an event is under way at an instant. */
export function isUnderWay({ status, validTo }: EventRow, nowMs: number): boolean {
  return !OVER.has(status ?? '') && (validTo === null || Date.parse(validTo) > nowMs);
}

/** Accidents by segment. Exercises are none. */
export function countAccidents(events: readonly EventRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { eventKind, informationStatus, segment } of events) {
    const isReal = informationStatus === null || informationStatus === 'REAL';
    if (eventKind === 'ACCIDENT' && isReal && segment !== null)
      counts.set(segment.id, (counts.get(segment.id) ?? 0) + 1);
  }
  return counts;
}

/** Whether a whole list is denied. */
export function isDenied(disclosure: readonly Disclosure[]): boolean {
  return disclosure.some(({ path, decision }) => path.length === 1 && decision === 'deny');
}

/** Whether a field of a list’s rows is not told as it is: what a mask leaves of a course is no course. */
export function isWithheld(field: string, disclosure: readonly Disclosure[]): boolean {
  return disclosure.some(({ path }) => path.at(-1) === field);
}
