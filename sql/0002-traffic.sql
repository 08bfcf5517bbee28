-- The transport centre: roads, flow, gantries, road events.

create table traffic.admin_division (
  code text primary key check (code ~ '^[1-9]\d{5}$'),
  name common.open_text not null,
  level text not null check (level in ('PROVINCE', 'PREFECTURE', 'COUNTY')),
  kind text not null,
  parent_code text,
  online_label common.online_label
);

create table traffic.road (
  id text primary key,
  road_code text,
  code_system text not null check (code_system in ('GB_T_917', 'OSM_REF', 'TW_FREEWAY')),
  road_ref common.open_text not null,
  name common.open_text,
  admin_class text,
  online_label common.online_label
);

create table traffic.road_segment (
  id text primary key,
  road_id text not null references traffic.road (id),
  road_code text,
  code_system text not null,
  road_ref common.open_text not null,
  road_name common.open_text,
  division_code text,
  admin_class text,
  technical_grade text,
  direction text not null default 'BOTH' check (direction in ('UP', 'DOWN', 'BOTH')),
  start_stake_m integer,
  end_stake_m integer,
  length_km double precision check (length_km > 0),
  lane_count integer check (lane_count between 1 and 12),
  pavement_width_m double precision,
  design_speed_kph integer check (design_speed_kph between 20 and 120),
  surface_type text,
  built_year integer,
  is_tolled boolean,
  maintainer common.open_text,
  aadt integer check (aadt >= 0),
  night_flow double precision,
  lon double precision,
  lat double precision,
  geometry jsonb,
  online_label common.online_label
);
create index on traffic.road_segment (division_code, technical_grade);
create index on traffic.road_segment (road_code, start_stake_m);
create index on traffic.road_segment (road_id);
create index on traffic.road_segment (night_flow desc nulls last, id);
create index on traffic.road_segment (aadt desc nulls last, id);

create table traffic.road_crosswalk (
  id text primary key,
  police_road_code text not null,
  police_km integer not null,
  police_m integer not null check (police_m between 0 and 999),
  road_code text not null,
  stake_m integer not null,
  segment_id text not null references traffic.road_segment (id),
  division_code text,
  verified_at timestamptz(3),
  online_label common.online_label
);
create index on traffic.road_crosswalk (segment_id);

create table traffic.gantry (
  id text primary key,
  gantry_hex text,
  order_num integer,
  name common.open_text,
  segment_id text not null references traffic.road_segment (id),
  division_code text,
  direction text not null check (direction in ('UP', 'DOWN', 'BOTH')),
  stake_m integer,
  lon double precision,
  lat double precision,
  online_label common.online_label
);
create index on traffic.gantry (segment_id);
create index on traffic.gantry (division_code, id);

create table traffic.flow_observation (
  station_id text not null,
  station_type text not null check (station_type in ('CONTINUOUS', 'INTERMITTENT')),
  segment_id text not null,
  gantry_id text,
  division_code text,
  period_start timestamptz(3) not null,
  period_minutes integer not null check (period_minutes in (5, 15, 60, 1440)),
  direction text not null,
  vehicle_class text not null,
  vehicle_count integer check (vehicle_count >= 0),
  average_speed_kph double precision check (average_speed_kph between 0 and 200),
  online_label common.online_label,
  primary key (station_id, period_start, period_minutes, vehicle_class)
) partition by range (period_start);
create index on traffic.flow_observation (segment_id, period_start);
create index on traffic.flow_observation (gantry_id, period_start);

create table traffic.gantry_passage (
  id text not null,
  gantry_id text not null,
  segment_id text not null,
  division_code text,
  trans_time timestamptz(3) not null,
  media_type text,
  vehicle_plate text,
  plate_color text,
  vehicle_type text,
  vehicle_class text,
  vehicle_group text not null check (vehicle_group in ('PASSENGER_CAR', 'COACH', 'TRUCK', 'OTHER')),
  axle_count integer check (axle_count between 2 and 20),
  total_weight_kg integer check (total_weight_kg >= 0),
  trade_result text,
  online_label common.online_label,
  primary key (id, trans_time)
) partition by range (trans_time);
-- Counting reads this index alone: the row scope tests the division.
create index on traffic.gantry_passage (segment_id, trans_time, vehicle_group) include (division_code);
create index on traffic.gantry_passage (gantry_id, trans_time);

create table traffic.road_event (
  id text primary key,
  version integer not null default 1,
  event_kind text not null,
  cause text,
  status text not null,
  segment_id text,
  road_code text,
  division_code text,
  start_stake_m integer,
  end_stake_m integer,
  direction text,
  vehicle_impact text,
  severity text,
  surface_condition text,
  information_status text not null default 'REAL',
  place_text common.open_text,
  description common.open_text,
  valid_from timestamptz(3) not null,
  valid_to timestamptz(3),
  deaths integer,
  injuries integer,
  online_label common.online_label
);
create index on traffic.road_event (valid_from desc, id);
create index on traffic.road_event (segment_id, valid_from);
create index on traffic.road_event (division_code, event_kind, valid_from);
create index on traffic.road_event (surface_condition, valid_from);

-- Limits of total weight by axle count (GB 1589-2016), above which a passage counts as overweight.
create table traffic.axle_weight_limit (axle_count integer primary key, limit_kg integer not null);
insert into traffic.axle_weight_limit values (2, 18000), (3, 27000), (4, 36000), (5, 43000), (6, 49000);

-- Where segments and gantries lie, as the transport centre publishes it to every agency: surrogate keys and
-- geography only. along_road_m is the distance from the road's first segment summed over lengths, never a
-- difference of stakes: chains break and routes overlap.
create table reference.segment_place (
  segment_id text primary key,
  road_id text not null,
  road_code text,
  division_code text,
  start_stake_m integer,
  end_stake_m integer,
  along_road_start_m double precision,
  along_road_end_m double precision,
  lon double precision,
  lat double precision
);
create index on reference.segment_place (road_id, along_road_start_m);
create index on reference.segment_place (road_code, start_stake_m);

create table reference.gantry_place (
  gantry_id text primary key,
  segment_id text not null,
  lon double precision,
  lat double precision
);
