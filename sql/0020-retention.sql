-- The log loses whole tiles of its oldest records by policy, and in no other way: two people of the audit duty approve, the
-- log records it, nothing holds it back, and every record is old enough by this clock. Tiles, heads and keys stay.

create table oversight.legal_hold (
  id uuid primary key,
  -- Null holds every log.
  log text references oversight.log (log),
  held_at timestamptz(3) not null default now(),
  reason common.open_text not null check (length(reason) between 1 and 1000),
  actor text not null,
  actor_agency text not null,
  actor_role text not null check (actor_role = 'auditor')
);

create table oversight.legal_hold_end (
  hold_id uuid primary key references oversight.legal_hold,
  ended_at timestamptz(3) not null default now(),
  actor text not null,
  actor_agency text not null,
  actor_role text not null check (actor_role = 'auditor')
);

create table oversight.prune_approval (
  log text not null references oversight.log (log),
  -- The record after the last that goes: whole tiles of 256.
  to_index bigint not null check (to_index > 0 and to_index % 256 = 0),
  approved_at timestamptz(3) not null default now(),
  actor text not null,
  actor_agency text not null,
  actor_role text not null check (actor_role = 'auditor'),
  primary key (log, to_index, actor)
);

create table oversight.prune (
  log text not null references oversight.log (log),
  to_index bigint not null,
  -- Root of the tree over the records that went.
  boundary bytea not null check (octet_length(boundary) = 32),
  pruned_at timestamptz(3) not null default now(),
  keep_days integer not null check (keep_days >= 180),
  keep_sharing_days integer not null check (keep_sharing_days >= 1096),
  primary key (log, to_index)
);

create trigger append_only before update or delete or truncate on oversight.legal_hold
  for each statement execute function oversight.refuse_change();
create trigger append_only before update or delete or truncate on oversight.legal_hold_end
  for each statement execute function oversight.refuse_change();
create trigger append_only before update or delete or truncate on oversight.prune_approval
  for each statement execute function oversight.refuse_change();
create trigger append_only before update or delete or truncate on oversight.prune
  for each statement execute function oversight.refuse_change();

-- Why the records before an index may not go, whoever approves; null where they may. Sharing is an answer that showed one
-- agency's field to another, or to the public.
create function oversight.why_not_prunable(of_log text, before_index bigint, keep_days integer, keep_sharing_days integer)
  returns text language sql stable as $$
  select case
    when before_index <= 0 or before_index % 256 <> 0
      or before_index > coalesce((select size from oversight.log_head where log = of_log), 0)
      then 'only whole tiles of 256 records go'
    when before_index <= coalesce((select max(to_index) from oversight.prune where log = of_log), 0)
      then 'these records have gone before'
    when exists (
      select from oversight.legal_hold h
      where (h.log is null or h.log = of_log)
        and not exists (select from oversight.legal_hold_end e where e.hold_id = h.id))
      then 'a legal hold keeps them'
    when exists (
      select from oversight.disclosure d
      where d.log = of_log and d.index < before_index
        and d.recorded_at > now() - make_interval(days => case
          when d.stage in ('RELEASE', 'INTENT')
            and exists (select from unnest(d.owners) as owner where owner is distinct from d.agency)
            then greatest(keep_sharing_days, 1096)
          else greatest(keep_days, 180) end))
      then 'some of them are too young'
  end
$$;

-- Two people, within 30 days, by this clock.
create function oversight.count_prune_approvals(of_log text, before_index bigint) returns bigint
  language sql stable as $$
  select count(distinct actor) from oversight.prune_approval
  where log = of_log and to_index = before_index and approved_at > now() - interval '30 days'
$$;

create function oversight.require_prunable() returns trigger language plpgsql as $$
declare
  reason text := oversight.why_not_prunable(new.log, new.to_index, new.keep_days, new.keep_sharing_days);
begin
  if reason is null and oversight.count_prune_approvals(new.log, new.to_index) < 2 then
    reason := 'two people must approve it';
  end if;
  if reason is null and not exists (
    select from oversight.disclosure d
    where d.log = new.log and d.index >= new.to_index and d.stage = 'ADMIN'
      and d.operation_name = 'prune log to ' || new.to_index)
  then
    reason := 'the log does not record it';
  end if;
  if reason is not null then
    raise exception 'not pruned: %', reason using errcode = 'insufficient_privilege';
  end if;
  new.pruned_at := now();
  return new;
end
$$;
create trigger only_prunable before insert on oversight.prune
  for each row execute function oversight.require_prunable();

-- Not even the owner of the table removes a record that was not pruned.
create function oversight.refuse_unpruned() returns trigger language plpgsql as $$
begin
  if exists (
    select from gone
    where not exists (select from oversight.prune p where p.log = gone.log and p.to_index > gone.index))
  then
    raise exception 'the disclosure log is append-only' using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$$;
drop trigger append_only on oversight.disclosure;
create trigger append_only before update or truncate on oversight.disclosure
  for each statement execute function oversight.refuse_change();
create trigger only_pruned after delete on oversight.disclosure
  referencing old table as gone for each statement execute function oversight.refuse_unpruned();

create function oversight.prune_log(
  of_log text, before_index bigint, keep_days integer, keep_sharing_days integer, boundary bytea
) returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  removed bigint;
begin
  insert into oversight.prune (log, to_index, boundary, keep_days, keep_sharing_days)
  values (of_log, before_index, boundary, keep_days, keep_sharing_days);
  delete from oversight.disclosure where log = of_log and index < before_index;
  get diagnostics removed = row_count;
  return removed;
end
$$;
revoke execute on function oversight.prune_log(text, bigint, integer, integer, bytea) from public;
grant execute on function oversight.prune_log(text, bigint, integer, integer, bytea) to lukou_app;

grant select on oversight.legal_hold, oversight.legal_hold_end, oversight.prune_approval, oversight.prune to lukou_app;
-- When it was, this clock says.
grant insert (id, log, reason, actor, actor_agency, actor_role) on oversight.legal_hold to lukou_app;
grant insert (hold_id, actor, actor_agency, actor_role) on oversight.legal_hold_end to lukou_app;
grant insert (log, to_index, actor, actor_agency, actor_role) on oversight.prune_approval to lukou_app;

-- A log that was closed for good takes no more records.
create function oversight.refuse_closed_log() returns trigger language plpgsql as $$
begin
  if exists (select from oversight.log where log = new.log and closed_at is not null) then
    raise exception 'a closed log stays closed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger open_only before update on oversight.log_head
  for each row execute function oversight.refuse_closed_log();
