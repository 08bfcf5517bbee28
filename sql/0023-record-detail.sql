-- What a record only commits to: it holds the SHA-256 of `detail`, whose salt is inside, so that the hash tells nothing
-- once the detail is gone. Detail is erased by policy, and the tree does not notice: two people of the audit duty approve,
-- the log records it, nothing holds it back, and every record that it is of is old enough by this clock.

create table oversight.record_detail (
  log text not null,
  -- Of the record. Its index is not known yet when its detail is kept.
  id uuid not null,
  kept_at timestamptz(3) not null default now(),
  detail text not null check (octet_length(detail) <= 1000),
  primary key (log, id)
);

-- What is erased beside whole records: "detail of <log>" before an index, or the "subject key" of an epoch.
create table oversight.erasure_approval (
  what text not null check (what = 'subject key' or what ~ '^detail of [a-z0-9][a-z0-9-]{0,62}$'),
  mark bigint not null check (mark > 0),
  approved_at timestamptz(3) not null default now(),
  actor text not null,
  actor_agency text not null,
  actor_role text not null check (actor_role = 'auditor'),
  primary key (what, mark, actor)
);

create table oversight.detail_erasure (
  log text not null references oversight.log (log),
  -- The record after the last whose detail went.
  to_index bigint not null check (to_index > 0),
  erased_at timestamptz(3) not null default now(),
  keep_days integer not null check (keep_days >= 180),
  primary key (log, to_index)
);

create trigger append_only before update or delete or truncate on oversight.erasure_approval
  for each statement execute function oversight.refuse_change();
create trigger append_only before update or delete or truncate on oversight.detail_erasure
  for each statement execute function oversight.refuse_change();
create trigger append_only before update or truncate on oversight.record_detail
  for each statement execute function oversight.refuse_change();

-- Whether a legal hold keeps a log, or any of them where none is named.
create function oversight.is_held(of_log text) returns boolean language sql stable as $$
  select exists (
    select from oversight.legal_hold h
    where (of_log is null or h.log is null or h.log = of_log)
      and not exists (select from oversight.legal_hold_end e where e.hold_id = h.id))
$$;

-- Two people, within 30 days, by this clock.
create function oversight.count_erasure_approvals(of_what text, of_mark bigint) returns bigint
  language sql stable as $$
  select count(distinct actor) from oversight.erasure_approval
  where what = of_what and mark = of_mark and approved_at > now() - interval '30 days'
$$;

-- The records before this index have no detail any more: it was erased, or pruned with them.
create function oversight.detail_erased_to(of_log text) returns bigint language sql stable as $$
  select greatest(
    (select coalesce(max(to_index), 0) from oversight.detail_erasure where log = of_log),
    (select coalesce(max(to_index), 0) from oversight.prune where log = of_log))
$$;

-- Why the detail of the records before an index may not go, whoever approves; null where it may.
create function oversight.why_detail_stays(of_log text, before_index bigint, keep_days integer) returns text
  language sql stable as $$
  select case
    when before_index <= 0 or before_index > coalesce((select max(index) + 1 from oversight.disclosure where log = of_log), 0)
      then 'there are no such records'
    when before_index <= oversight.detail_erased_to(of_log) then 'there is no detail left of these records'
    when oversight.is_held(of_log) then 'a legal hold keeps it'
    when exists (
      select from oversight.disclosure d
      where d.log = of_log and d.index < before_index
        and d.recorded_at > now() - make_interval(days => greatest(keep_days, 180)))
      then 'some of them are too young'
  end
$$;

create function oversight.require_erasable() returns trigger language plpgsql as $$
declare
  reason text := oversight.why_detail_stays(new.log, new.to_index, new.keep_days);
begin
  if reason is null and oversight.count_erasure_approvals('detail of ' || new.log, new.to_index) < 2 then
    reason := 'two people must approve it';
  end if;
  if reason is null and not exists (
    select from oversight.disclosure d
    where d.log = new.log and d.stage = 'ADMIN' and d.operation_name = 'erase detail to ' || new.to_index)
  then
    reason := 'the log does not record it';
  end if;
  if reason is not null then
    raise exception 'not erased: %', reason using errcode = 'insufficient_privilege';
  end if;
  new.erased_at := now();
  return new;
end
$$;
create trigger only_erasable before insert on oversight.detail_erasure
  for each row execute function oversight.require_erasable();

-- Detail that no record commits to is left by a crash between the two. It goes with the next erasure, long after any
-- record that might yet come.
create function oversight.is_erasable(detail oversight.record_detail, before_index bigint) returns boolean
  language sql stable as $$
  select coalesce(
    (select d.index < before_index from oversight.disclosure d where d.log = detail.log and d.id = detail.id),
    detail.kept_at < now() - interval '180 days')
$$;

-- Not even the owner of the table removes detail that was not erased by policy.
create function oversight.refuse_unerased() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select log, oversight.detail_erased_to(log) as to_index from (select distinct log from gone) as logs) erased
    join gone using (log)
    where not oversight.is_erasable(gone::oversight.record_detail, erased.to_index))
  then
    raise exception 'the detail of a record is erased by policy only' using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$$;
create trigger only_erased after delete on oversight.record_detail
  referencing old table as gone for each statement execute function oversight.refuse_unerased();

create function oversight.erase_detail(of_log text, before_index bigint, keep_days integer) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  removed bigint;
begin
  insert into oversight.detail_erasure (log, to_index, keep_days) values (of_log, before_index, keep_days);
  delete from oversight.record_detail r where r.log = of_log and oversight.is_erasable(r, before_index);
  get diagnostics removed = row_count;
  return removed;
end
$$;
revoke execute on function oversight.erase_detail(text, bigint, integer) from public;
grant execute on function oversight.erase_detail(text, bigint, integer) to lukou_app;

-- A record that is pruned takes its detail along; fired before the records themselves go.
create function oversight.erase_pruned_detail() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from oversight.record_detail r where r.log = new.log and oversight.is_erasable(r, new.to_index);
  return null;
end
$$;
create trigger with_detail after insert on oversight.prune
  for each row execute function oversight.erase_pruned_detail();

grant select on oversight.record_detail, oversight.erasure_approval, oversight.detail_erasure to lukou_app;
grant insert (log, id, detail) on oversight.record_detail to lukou_app;
-- When it was, this clock says.
grant insert (what, mark, actor, actor_agency, actor_role) on oversight.erasure_approval to lukou_app;
