-- Who may do what. Nobody may delete an agency's rows or the log's; nobody but the owner may make or change tables.

grant select on all tables in schema reference, traffic, checkpoint, mediation to lukou_app;
grant select, insert on oversight.disclosure, oversight.agreement, oversight.shared_field to lukou_app;

grant select, insert, update on all tables in schema reference, traffic, checkpoint, mediation to lukou_ingest;
-- Tables of the intake itself (later files): the only ones that it may also empty.
alter default privileges in schema ingest grant select, insert, update, delete on tables to lukou_ingest;
alter default privileges in schema ingest grant usage on sequences to lukou_ingest;

-- Makes the partition of a month, from its first to its last instant at +08:00, where it is missing; true if it was.
-- It is made apart and attached, so that readers of the table need not wait; a second maker of any month waits for the
-- first one's transaction: call it in a transaction of its own, before a long one.
create function ingest.ensure_month(parent regclass, month date) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  allowed constant regclass[] := array['traffic.flow_observation', 'traffic.gantry_passage', 'checkpoint.passage'];
  first_day constant date := date_trunc('month', month::timestamp)::date;
  schema_name name;
  part_name name;
  part text;
begin
  if parent <> all (allowed) then
    raise exception 'this table is not partitioned by month' using errcode = 'insufficient_privilege';
  end if;
  if first_day not between '1990-01-01' and '2100-12-01' then
    raise exception 'this month is out of range' using errcode = 'datetime_field_overflow';
  end if;
  select n.nspname, c.relname || to_char(first_day, '_YYYY_MM') into schema_name, part_name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = parent;
  part := format('%I.%I', schema_name, part_name);
  for attempt in 1..2 loop
    -- Not to_regclass: its cache does not know what another maker, whom we waited for, has just made.
    if exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = schema_name and c.relname = part_name) then
      return false;
    end if;
    if attempt = 1 then perform pg_advisory_xact_lock(hashtextextended('ingest.ensure_month', 0)); end if;
  end loop;

  execute format('create table %s (like %s including all)', part, parent);
  -- Rows are reached through the parent, whose policies and grants count. On the partition itself there are none.
  execute format('alter table %s enable row level security', part);
  execute format('alter table %s force row level security', part);
  execute format('alter table %s attach partition %s for values from (%L) to (%L)', parent, part,
    first_day || ' 00:00:00+08', (first_day + interval '1 month')::date || ' 00:00:00+08');
  return true;
end
$$;
revoke execute on function ingest.ensure_month(regclass, date) from public;
grant execute on function ingest.ensure_month(regclass, date) to lukou_ingest;
