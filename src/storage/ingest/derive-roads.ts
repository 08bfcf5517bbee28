/** A road has the name that all its segments give it; where they differ it has none. */
const nameRoads = `
  update traffic.road road set name = named.name
    from (select segment.road_id,
                 case when min(segment.road_name) = max(segment.road_name) then min(segment.road_name) end as name
            from traffic.road_segment segment join pg_temp.touched_road touched on touched.id = segment.road_id
           group by segment.road_id) named
   where road.id = named.road_id and road.name is distinct from named.name`;

/**
 * Where segments lie. The way along a road is the sum of the lengths before, carriageway by carriageway, in order of
 * the start stakes: chains break and routes overlap, so stakes say the order and never the distance. A segment without
 * stake or length has no place along its road.
 */
const placeSegments = `
  insert into reference.segment_place as t (segment_id, road_id, road_code, division_code, start_stake_m,
      end_stake_m, along_road_start_m, along_road_end_m, lon, lat)
  select id, road_id, road_code, division_code, start_stake_m, end_stake_m,
         case when start_stake_m is not null then sum(length_m) over along - length_m end,
         case when start_stake_m is not null then sum(length_m) over along end, lon, lat
    from (select *, length_km * 1000 as length_m from traffic.road_segment) segment
   where road_id in (select id from pg_temp.touched_road)
  window along as (partition by road_id, direction, start_stake_m is null order by start_stake_m, id)
  on conflict (segment_id) do update
     set (road_id, road_code, division_code, start_stake_m, end_stake_m, along_road_start_m, along_road_end_m,
          lon, lat)
       = row(excluded.road_id, excluded.road_code, excluded.division_code, excluded.start_stake_m,
             excluded.end_stake_m, excluded.along_road_start_m, excluded.along_road_end_m, excluded.lon,
             excluded.lat)
   where t is distinct from excluded`;

const placeGantries = `
  insert into reference.gantry_place as t (gantry_id, segment_id, lon, lat)
  select gantry.id, gantry.segment_id, gantry.lon, gantry.lat
    from traffic.gantry gantry join pg_temp.changed_gantry changed on changed.id = gantry.id
  on conflict (gantry_id) do update
     set (segment_id, lon, lat) = row(excluded.segment_id, excluded.lon, excluded.lat)
   where t is distinct from excluded`;

/** A gantry that moved takes along what was recorded under it. */
const moveGantryPassages = `
  update traffic.gantry_passage passage
     set segment_id = gantry.segment_id, division_code = gantry.division_code
    from traffic.gantry gantry join pg_temp.changed_gantry changed on changed.id = gantry.id
   where passage.gantry_id = gantry.id
     and (passage.segment_id, passage.division_code) is distinct from (gantry.segment_id, gantry.division_code)`;

/** Vehicles between 22:00 and 06:00 at +08:00, mean over the nights that were observed. */
const countNightFlow = `
  with counted as (
    select flow.segment_id, flow.direction, flow.station_id, flow.period_minutes,
           (flow.period_start at time zone interval '8 hours' - interval '6 hours')::date as night,
           sum(flow.vehicle_count) as vehicles
      from traffic.flow_observation flow join pg_temp.touched_segment touched on touched.id = flow.segment_id
     where flow.period_minutes < 1440 and flow.vehicle_count is not null
       and extract(hour from flow.period_start at time zone interval '8 hours') in (22, 23, 0, 1, 2, 3, 4, 5)
     group by 1, 2, 3, 4, 5
  ), by_direction as (
    -- Stations on one segment count the same vehicles: the one that saw the most stands for the carriageway.
    select segment_id, night, direction, max(vehicles) as vehicles from counted group by 1, 2, 3
  ), by_night as (
    select segment_id, night,
           greatest(coalesce(sum(vehicles) filter (where direction <> 'BOTH'), 0),
                    coalesce(max(vehicles) filter (where direction = 'BOTH'), 0)) as vehicles
      from by_direction group by 1, 2
  ), by_segment as (
    select segment_id, avg(vehicles)::double precision as night_flow from by_night group by 1
  )
  update traffic.road_segment segment set night_flow = by_segment.night_flow
    from by_segment
   where segment.id = by_segment.segment_id and segment.night_flow is distinct from by_segment.night_flow`;

/** What follows from new or changed roads. */
export const AFTER_ROAD_SEGMENTS: readonly string[] = [nameRoads, placeSegments];

/** What follows from new or changed gantries. */
export const AFTER_GANTRIES: readonly string[] = [placeGantries, moveGantryPassages];

/** What follows from new observations of flow. */
export const AFTER_FLOW: readonly string[] = [countNightFlow];
