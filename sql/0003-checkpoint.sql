-- The traffic police: checkpoints (公安卡口), passages, off-site enforcement.

create table checkpoint.checkpoint (
  id text primary key,
  checkpoint_id text check (checkpoint_id ~ '^\d{10}121\d{7}$'),
  name common.open_text,
  division_code text,
  org_code text,
  status text not null,
  category text not null,
  usage text not null check (usage in ('PUBLIC_SECURITY', 'TRAFFIC', 'OTHER')),
  is_enforcement boolean not null default false,
  segment_id text,
  road_id text,
  along_road_m double precision,
  police_road_code text,
  police_km integer,
  police_m integer,
  stake_m integer,
  direction text,
  lon double precision,
  lat double precision,
  online_label common.online_label
);
create index on checkpoint.checkpoint (segment_id);
create index on checkpoint.checkpoint (road_id, along_road_m);
create index on checkpoint.checkpoint (division_code, id);
create index on checkpoint.checkpoint (lat, lon);

create table checkpoint.lane (
  checkpoint_id text not null references checkpoint.checkpoint (id),
  lane_no integer not null,
  direction text,
  max_speed_kph integer,
  online_label common.online_label,
  primary key (checkpoint_id, lane_no)
);

create table checkpoint.passage (
  id text not null,
  checkpoint_id text not null,
  segment_id text,
  division_code text,
  usage text not null,
  lane_no integer,
  pass_time timestamptz(3) not null,
  plate_no text,
  plate_class text,
  plate_color text,
  vehicle_class text,
  vehicle_group text not null check (vehicle_group in ('PASSENGER_CAR', 'COACH', 'TRUCK', 'OTHER')),
  speed_kph integer check (speed_kph between 0 and 300),
  vehicle_color text,
  image_url text,
  online_label common.online_label,
  primary key (id, pass_time)
) partition by range (pass_time);
-- Counting reads this index alone: the row scope tests division and usage.
create index on checkpoint.passage (segment_id, pass_time, vehicle_group) include (division_code, usage);
create index on checkpoint.passage (checkpoint_id, pass_time desc);
create index on checkpoint.passage (plate_no, pass_time);
create index on checkpoint.passage (pass_time desc, id);

create table checkpoint.violation (
  id text primary key,
  device_id text,
  checkpoint_id text,
  source_kind text,
  violation_time timestamptz(3) not null,
  division_code text,
  police_road_code text,
  police_km integer,
  police_m integer,
  segment_id text,
  direction text,
  violation_code text not null check (violation_code ~ '^[1-578]\d{3}[0-9A-Z]?$'),
  measured double precision,
  standard_value double precision,
  plate_no text,
  points integer check (points in (0, 1, 3, 6, 9, 12)),
  fine_yuan integer,
  status text not null,
  online_label common.online_label
);
create index on checkpoint.violation (segment_id, violation_time);
create index on checkpoint.violation (violation_time desc, id);
