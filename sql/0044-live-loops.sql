-- Warnings, and deadlines that have passed, for those who follow them (0028).

-- A warning that was pushed is told, as it comes and with every step, to its party 'unit' (src/loops/machines), which
-- handles it, and to each unit that acts on it with others. Who is told of the same warnings shares one numbering.
create function live.publish_warnings() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ids text[];
  told record;
begin
  if tg_op = 'INSERT' then
    select array_agg(id) into ids from changed;
  else
    -- A deadline that is set behind a push, or a case that is opened for it, is no step.
    select array_agg(changed.id) into ids from changed join known using (id)
     where (changed.status, changed.state_version, changed.level, changed.joint_units)
       is distinct from (known.status, known.state_version, known.level, known.joint_units);
  end if;
  for told in
    select audience, array_agg(id order by pushed_at, id) as row_ids
      from (
        select 'unit' as audience, id, pushed_at, status from changed
        union
        select unit, id, pushed_at, status from changed, unnest(joint_units) as joint (unit)
      ) as each
     where id = any (ids) and status <> 'SCORED'
     group by audience
     order by audience collate "C"
  loop
    perform live.publish('disputeWarning', told.audience, told.row_ids);
  end loop;
  return null;
end
$$;
create trigger publish_new after insert on mediation.dispute_warning
  referencing new table as changed for each statement execute function live.publish_warnings();
create trigger publish_changed after update on mediation.dispute_warning
  referencing old table as known new table as changed for each statement execute function live.publish_warnings();

-- Of each item, the deadline that was told as passed: another one is told again, the same one never.
create table live.overdue (
  machine text not null,
  item_id text not null,
  due_at timestamptz(3) not null,
  primary key (machine, item_id)
);

-- Marks deadlines as told, and returns the items whose deadline was not.
create function live.mark_overdue(of_machine text, item_ids text[], deadlines timestamptz[]) returns setof text
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    insert into live.overdue as known (machine, item_id, due_at)
    select of_machine, id, due_at from unnest(item_ids, deadlines) as passed (id, due_at)
    on conflict (machine, item_id) do update set due_at = excluded.due_at where known.due_at <> excluded.due_at
    returning item_id
  $$;
revoke execute on function live.mark_overdue(text, text[], timestamptz[]) from public;

-- Deadlines are looked at with the login of the intake: it sees every row, and writes what is told.
grant usage on schema live to lukou_ingest;
grant select on live.overdue to lukou_ingest;
grant select (id, status, due_at, applicant, provider) on oversight.sharing_application to lukou_ingest;
grant execute on function live.mark_overdue(text, text[], timestamptz[]) to lukou_ingest;
grant execute on function live.publish(text, text, text[]) to lukou_ingest;
