-- How many answers and refusals have one thing in common, by the hour: nobody reads a month of a busy log to count it. It is
-- kept behind the commit, where the columns are derived, some thousand records at a time, so that an hour's row is written once
-- for all of them; whoever counts reads the few that are not tallied yet. It is part of no proof.

create table oversight.disclosure_tally (
  -- Whose numbers: of the records of one agency's data, or '*', of all.
  audience text not null,
  counted_by text not null,
  hour timestamptz(3) not null,
  key text not null,
  log text not null,
  answers bigint not null,
  refusals bigint not null,
  rows bigint not null,
  primary key (audience, counted_by, hour, key, log)
);
grant select on oversight.disclosure_tally to lukou_app;

-- Up to where each log was tallied.
alter table oversight.log_derived
  add column tallied_to bigint not null default 0 check (tallied_to between 0 and to_index);

-- What a record is counted under for an audience, each once. An agency's fields are its own alone.
create function oversight.counted_under(
  for_audience text, agency text, purpose text, code text, coordinates text[], owners text[], denials text[]
) returns table (counted_by text, key text) language sql immutable parallel safe as $$
  select 'HOUR', ''
  union all select 'AGENCY', coalesce(agency, 'public')
  union all select 'PURPOSE', coalesce(purpose, 'none')
  union all select 'CODE', code
  union all select distinct 'FIELD', each.coordinate from unnest(coordinates, owners) as each (coordinate, owner)
    where for_audience = '*' or each.owner = for_audience
  union all select 'DENIAL', reason from unnest(denials) as reason
$$;

-- Adds records to the tally, or with -1 takes them from it.
create function oversight.tally_range(of_log text, from_index bigint, before_index bigint, times integer) returns void
  language sql as $$
  insert into oversight.disclosure_tally as kept
    (audience, counted_by, hour, key, log, answers, refusals, rows)
  select seen.audience, told.counted_by, date_trunc('hour', d.recorded_at, 'UTC'), told.key, of_log,
    times * count(*) filter (where d.stage = 'RELEASE'), times * count(*) filter (where d.stage = 'DENY'),
    times * sum(d.row_count)
  from oversight.disclosure d
  cross join lateral (select '*' union select owner from unnest(d.owners) as owner where owner is not null) as seen (audience)
  cross join lateral oversight.counted_under(
    seen.audience, d.agency, d.purpose, d.code, d.coordinates, d.owners, d.denials) as told
  where d.log = of_log and d.index >= from_index and d.index < before_index and d.stage in ('RELEASE', 'DENY')
  group by 1, 2, 3, 4
  on conflict (audience, counted_by, hour, key, log) do update
    set answers = kept.answers + excluded.answers, refusals = kept.refusals + excluded.refusals,
      rows = kept.rows + excluded.rows
$$;
revoke execute on function oversight.tally_range(text, bigint, bigint, integer) from public;

-- Records of earlier versions.
select oversight.tally_range(log, 0, to_index, 1) from oversight.log_derived;
update oversight.log_derived set tallied_to = to_index;

-- As before, and tallies: in the same transaction, under the lock of the same row.
alter function oversight.derive_log(text) rename to derive_columns;
revoke execute on function oversight.derive_columns(text) from lukou_app;
create function oversight.derive_log(of_log text) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  derived constant bigint := oversight.derive_columns(of_log);
  tallied constant bigint := (select tallied_to from oversight.log_derived where log = of_log);
begin
  if derived - tallied >= 2048 then
    perform oversight.tally_range(of_log, tallied, derived, 1);
    update oversight.log_derived set tallied_to = derived where log = of_log;
  end if;
  return derived;
end
$$;
revoke execute on function oversight.derive_log(text) from public;
grant execute on function oversight.derive_log(text) to lukou_app;

-- As before, and what goes is counted no more.
create or replace function oversight.prune_log(
  of_log text, before_index bigint, keep_days integer, keep_sharing_days integer, boundary bytea
) returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  removed bigint;
  tallied bigint;
  wanted constant bigint := (select size from oversight.log_head where log = of_log);
begin
  -- Among the last ones is the record that explains it.
  while oversight.derive_log(of_log) < wanted loop end loop;
  perform set_config('synchronous_commit', 'on', true);
  insert into oversight.prune (log, to_index, boundary, keep_days, keep_sharing_days)
  values (of_log, before_index, boundary, keep_days, keep_sharing_days);
  select tallied_to into tallied from oversight.log_derived where log = of_log for update;
  perform oversight.tally_range(of_log, 0, least(before_index, tallied), -1);
  delete from oversight.disclosure_tally where log = of_log and answers = 0 and refusals = 0;
  update oversight.log_derived set tallied_to = greatest(tallied, before_index) where log = of_log;
  delete from oversight.log_batch where log = of_log and first_index < before_index;
  delete from oversight.disclosure where log = of_log and index < before_index;
  get diagnostics removed = row_count;
  return removed;
end
$$;
