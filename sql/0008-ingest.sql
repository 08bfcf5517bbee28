-- The books of the intake: one row a published run, and what of its source was not taken in, without content.

create table ingest.batch (
  id uuid primary key,
  adapter common.open_text not null,
  adapter_digest text check (adapter_digest ~ '^[0-9a-f]{64}$'),
  source_name common.open_text not null,
  file_digest text not null check (file_digest ~ '^[0-9a-f]{64}$'),
  rows_read bigint not null,
  rows_written bigint not null,
  rows_duplicate bigint not null,
  started_at timestamptz not null,
  published_at timestamptz not null default clock_timestamp()
);
create index on ingest.batch (file_digest, adapter);
create index on ingest.batch (published_at desc);

-- Only ever of the last run of a file: what has since got in is no longer here.
create table ingest.quarantine (
  batch_id uuid not null references ingest.batch (id) on delete cascade,
  line_no bigint not null,
  record_type text not null,
  code text not null check (code ~ '^[A-Z][A-Z0-9_]*$')
);
create index on ingest.quarantine (batch_id, line_no);

-- Where a point of the police's own road code lies: the segment of the nearest crosswalk point on the same police
-- road within 2 km, and the stake there. No row where there is none.
create function ingest.find_crosswalk(police_road text, km integer, m integer)
  returns table (segment_id text, stake_m integer) language sql stable as $$
    select x.segment_id, x.stake_m
      from traffic.road_crosswalk x
     where x.police_road_code = police_road
       and abs((x.police_km * 1000 + x.police_m) - (km * 1000 + coalesce(m, 0))) <= 2000
     order by abs((x.police_km * 1000 + x.police_m) - (km * 1000 + coalesce(m, 0))), x.id
     limit 1
  $$;
revoke execute on function ingest.find_crosswalk(text, integer, integer) from public;
grant execute on function ingest.find_crosswalk(text, integer, integer) to lukou_ingest;
