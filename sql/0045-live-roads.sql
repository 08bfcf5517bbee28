-- How traffic flows on each segment, and passages of plates that somebody watches for, as they come (0028).

-- By the newest observation with a speed (src/storage/ingest/derive-traffic-status.ts), and the end of its period.
alter table traffic.road_segment
  add column traffic_status text check (traffic_status in ('FREE_FLOW', 'HEAVY', 'CONGESTED')),
  add column traffic_status_at timestamptz(3);

-- Only a change is an event: an observation that says the same again is none.
create function live.publish_road_status() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  row_ids text[];
begin
  select array_agg(changed.id order by changed.traffic_status_at, changed.id) into row_ids
    from changed join known using (id) where changed.traffic_status is distinct from known.traffic_status;
  if row_ids is not null then perform live.publish('roadStatus', '*', row_ids); end if;
  return null;
end
$$;
create trigger publish_status after update on traffic.road_segment
  referencing old table as known new table as changed for each statement execute function live.publish_road_status();

-- Plates that are watched for in a case (布控): which, for whom, and what of its passages they may see. Each watch is an
-- audience of its own, so that nobody learns from a number what is watched in another case, or kept from them. It is
-- forgotten a day after it was last opened, when no stream of it can be open any more: none outlives its token.
create table live.watched_plate (
  id uuid primary key default gen_random_uuid(),
  plate_no text not null,
  agency text not null,
  case_reference text not null,
  divisions text[] not null,
  withheld_usages text[] not null,
  not_before timestamptz not null,
  kept_until timestamptz(3) not null,
  unique (plate_no, agency, case_reference, divisions, withheld_usages)
);

-- Forgets watches that are over, and their numbers. Where somebody is at watches at the moment, a later call does.
create function live.forget_watches() returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  forgotten text[];
begin
  if not exists (select from live.watched_plate where kept_until < now()) then return; end if;
  if not pg_try_advisory_xact_lock(hashtextextended('live.watched_plate', 0)) then return; end if;
  with gone as (delete from live.watched_plate where kept_until < now() returning id)
    select array_agg(id::text) into forgotten from gone;
  delete from live.event where topic = 'passage' and audience = any (forgotten);
  delete from live.topic where topic = 'passage' and audience = any (forgotten);
end
$$;
revoke execute on function live.forget_watches() from public;
grant execute on function live.forget_watches() to lukou_ingest;

-- The audience of a watch, from now on; of one that is kept, the same. A new one begins at a number that no earlier one of
-- the same plate has reached, the seconds since 2026: who comes back with a number of that one is told of the gap.
create function live.watch_plate(of_plate text, of_agency text, in_case text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  watch_id uuid;
begin
  -- Waits for an intake that has looked for watches and is not committed yet: it did not see this one, and what it
  -- brings must be there before "from now on" begins.
  perform pg_advisory_xact_lock(hashtextextended('live.watched_plate', 0));
  perform live.forget_watches();
  insert into live.watched_plate as known
      (plate_no, agency, case_reference, divisions, withheld_usages, not_before, kept_until)
    values (of_plate, of_agency, in_case, common.scope_divisions('CheckpointPassage'),
      common.scope_withheld_usages('CheckpointPassage'), common.scope_not_before('CheckpointPassage'),
      now() + interval '1 day')
    on conflict (plate_no, agency, case_reference, divisions, withheld_usages) do update
      set (not_before, kept_until) = row(excluded.not_before, excluded.kept_until)
    returning known.id into watch_id;
  insert into live.topic (topic, audience, last_number)
    values ('passage', watch_id::text,
      greatest(0, floor(extract(epoch from now() - timestamptz '2026-01-01 00:00:00+08'))))
    on conflict do nothing;
  return watch_id::text;
end
$$;
revoke execute on function live.watch_plate(text, text, text) from public;
grant execute on function live.watch_plate(text, text, text) to lukou_app;
-- The intake looks for the plates that are watched among those that it takes in.
grant select on live.watched_plate to lukou_ingest;

-- A road event that comes in is told once: the deadline that is set behind it is no change of its own.
create or replace function live.publish_road_events() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  row_ids text[];
begin
  if tg_op = 'INSERT' then
    select array_agg(id order by valid_from, id) into row_ids from changed;
  else
    -- A file that is taken in again changes nothing.
    select array_agg(each.id order by each.valid_from, each.id) into row_ids
      from (select * from changed except select * from known) as each join known using (id)
      where to_jsonb(each) - 'due_at' <> to_jsonb(known) - 'due_at';
  end if;
  if row_ids is not null then perform live.publish('roadEvent', '*', row_ids); end if;
  return null;
end
$$;
