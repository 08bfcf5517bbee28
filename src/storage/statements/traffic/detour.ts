import * as z from 'zod';
import { optionalFlag, optionalText, text, whole } from '../shapes.ts';
import { isToldTo } from './event-audience.ts';

/** Technical grades, the best first. */
const GRADES = `array['EXPRESSWAY', 'CLASS_1', 'CLASS_2', 'CLASS_3', 'CLASS_4', 'SUBSTANDARD']`;

const detourLegRow = z.strictObject({
  roadCode: text,
  divisionCode: optionalText,
  fromStakeM: whole,
  toStakeM: whole,
  segmentIds: z.array(text),
});

/** A stretch of a detour, with the segments of the register that it runs along, in the order of travel. */
export type DetourLegRow = z.infer<typeof detourLegRow>;

export const detourRow = z.strictObject({
  eventId: text,
  description: optionalText,
  legs: z.array(detourLegRow),
  lowestGrade: optionalText,
  isOpen: optionalFlag,
});

/** The way around a road event. */
export type DetourRow = z.infer<typeof detourRow>;

// Numbers of rural roads repeat from county to county. Who names no division means the event's.
const isOnRoad = (thing: string): string => `${thing}.road_code = leg."roadCode"
      and (leg."roadCode" !~ '^[XYC]' or ${thing}.division_code = leg.division_code)`;

/**
 * The stretches of event `e`, as `leg`: what its list says, `low` and `high` as the stakes that it lies between, and a
 * division.
 */
const LEGS = `(
    select told.*, least("fromStakeM", "toStakeM") as low, greatest("fromStakeM", "toStakeM") as high,
      coalesce("divisionCode", e.division_code) as division_code
    from rows from (jsonb_to_recordset(e.detour_legs)
      as ("roadCode" text, "divisionCode" text, "fromStakeM" integer, "toStakeM" integer)) with ordinality
      as told ("roadCode", "divisionCode", "fromStakeM", "toStakeM", ordinal)
  ) leg`;

/** Whether a real event that the asker is told of closes all lanes somewhere on `leg` at `now`. One without stakes closes its whole segment. */
const isClosed = (now: string, audience: number): string => `exists (
      select from traffic.road_event c
      where c.status = 'ACTIVE' and c.information_status = 'REAL' and c.vehicle_impact = 'ALL_LANES_CLOSED'
        and ${isToldTo('c', audience)}
        and c.valid_from <= ${now} and (c.valid_to is null or c.valid_to > ${now})
        and case when c.road_code is null or c.start_stake_m is null then c.segment_id = any(run.segment_ids)
          else ${isOnRoad('c')}
            and least(c.start_stake_m, c.end_stake_m) < leg.high
            and greatest(c.start_stake_m + 1, c.end_stake_m) > leg.low end
    )`;

/**
 * What the detour of event `e` comes to, as one row: `legs`, `lowest_grade`, `is_open`. Both ends of a stretch have to
 * lie on known segments, or nothing can be said of it; between them stakes may be missing, since chains break (断链).
 */
export const wayAround = (now: string, audience: number): string => `(
  select
    coalesce(jsonb_agg(jsonb_build_object('roadCode', leg."roadCode", 'divisionCode', leg."divisionCode",
      'fromStakeM', leg."fromStakeM", 'toStakeM', leg."toStakeM", 'segmentIds', to_jsonb(run.segment_ids))
      order by leg.ordinal), '[]') as legs,
    case when bool_and(run.is_known and run.lowest is not null) then (${GRADES})[max(run.lowest)] end as lowest_grade,
    case when bool_or(run.is_closed) then false when bool_and(run.is_known) then true end as is_open
  from ${LEGS}
  cross join lateral (
    select run.*, ${isClosed(now, audience)} as is_closed
    from (
      select coalesce(array_agg(s.id order by case when leg."fromStakeM" < leg."toStakeM" then s.start_stake_m
          else -s.start_stake_m end, s.id), '{}') as segment_ids,
        coalesce(bool_or(s.start_stake_m <= leg.low) and bool_or(s.end_stake_m >= leg.high), false) as is_known,
        case when bool_and(s.technical_grade is not null) then max(array_position(${GRADES}, s.technical_grade)) end
          as lowest
      from traffic.road_segment s
      where ${isOnRoad('s')} and s.start_stake_m < leg.high and s.end_stake_m > leg.low
    ) run
  ) run
)`;

/** Whether event `e` has a detour that is open all the way, of grade `$grade` or better; any event without a grade. */
export const hasOpenDetour = (
  grade: number,
  now: number,
  audience: number,
): string => `($${grade}::text is null
  or e.detour_legs is not null and exists (
    select from ${wayAround(`$${now}::timestamptz`, audience)} way
    where way.is_open and array_position(${GRADES}, way.lowest_grade) <= array_position(${GRADES}, $${grade})
  ))`;
