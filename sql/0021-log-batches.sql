-- A commit stores what proves it: the head, the tiles and the bytes of the records, a row a batch. What the log is asked by,
-- oversight.disclosure, is derived from those bytes behind the commit, and again from nothing else whenever it is needed.

create table oversight.log_batch (
  log text not null,
  first_index bigint not null check (first_index >= 0),
  -- Where each record ends in "leaves", in bytes.
  ends integer[] not null,
  leaves bytea not null,
  -- Of each record, whose its fields are: AG-A,AG-B, with "-" where that is unknown. No leaf says it.
  owners text[] not null,
  primary key (log, first_index),
  -- A batch that goes beyond a tile of 256 is two rows, so that whole tiles can go.
  check (cardinality(ends) between 1 and 256 - first_index % 256),
  check (octet_length(leaves) = ends[cardinality(ends)]),
  check (cardinality(owners) = cardinality(ends))
);
-- Out of line and as it is, so that one record is read without the others.
alter table oversight.log_batch alter column leaves set storage external;

-- Records from one index to before another. All the rows of a tile are looked at: there may be one for each of its records.
create function oversight.read_leaves(of_log text, from_index bigint, to_index bigint)
  returns table (index bigint, leaf bytea, owners text) language sql stable as $$
  select b.first_index + at - 1,
    substr(b.leaves, coalesce(b.ends[at - 1], 0) + 1, b.ends[at] - coalesce(b.ends[at - 1], 0)), b.owners[at]
  from oversight.log_batch b
  cross join generate_series(
    greatest(from_index - b.first_index, 0)::integer + 1,
    least(to_index - b.first_index, cardinality(b.ends))::integer) as at
  where b.log = of_log and b.first_index >= from_index / 256 * 256 and b.first_index < to_index
$$;

-- Records written so far. Where somebody has taken some away, a row ends before the gap.
insert into oversight.log_batch (log, first_index, ends, leaves, owners)
select log, min(index), array_agg(size order by index), string_agg(leaf, '' order by index),
  array_agg(owners order by index)
from (
  select log, index, run, leaf, coalesce(array_to_string(owners, ',', '-'), '') as owners,
    sum(octet_length(leaf)) over (partition by log, run, index / 256 order by index)::integer as size
  from (
    select log, index, leaf, owners, index - row_number() over (partition by log order by index) as run
    from oversight.disclosure
  ) numbered
) placed
group by log, run, index / 256;

do $$
begin
  if exists (
    select from oversight.disclosure d
    where d.leaf is distinct from (
      select found.leaf from oversight.read_leaves(d.log, d.index, d.index + 1) as found))
  then
    raise exception 'records were not carried over as they are';
  end if;
end
$$;
alter table oversight.disclosure drop column leaf;

-- Up to where each log was derived.
create table oversight.log_derived (
  log text primary key,
  to_index bigint not null check (to_index >= 0)
);
insert into oversight.log_derived (log, to_index)
select log, max(index) + 1 from oversight.disclosure group by log;

create trigger append_only before update or truncate on oversight.log_batch
  for each statement execute function oversight.refuse_change();
create trigger append_only before delete or truncate on oversight.log_derived
  for each statement execute function oversight.refuse_change();

-- Not even the owner of the table removes a record that was not pruned.
create function oversight.refuse_unpruned_batch() returns trigger language plpgsql as $$
begin
  if exists (
    select from gone
    where not exists (
      select from oversight.prune p
      where p.log = gone.log and p.to_index >= gone.first_index + cardinality(gone.ends)))
  then
    raise exception 'the disclosure log is append-only' using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$$;
create trigger only_pruned after delete on oversight.log_batch
  referencing old table as gone for each statement execute function oversight.refuse_unpruned_batch();

-- Moves the head from exactly the one before, and stores the records and the tiles that they made full. False where the head
-- is another one: then nothing is stored. Only through here the application appends.
create function oversight.append_batch(
  of_log text, old_size bigint, old_root bytea,
  new_root bytea, new_frontier bytea[], new_note text,
  batch_ends integer[], batch_leaves bytea, batch_owners text[],
  tile_levels smallint[], tile_indices bigint[], tile_hashes bytea[], tile_roots bytea[],
  new_vkey text
) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  total constant integer := cardinality(batch_ends);
  done integer := 0;
  part integer;
  skipped integer;
begin
  -- Whatever the session says: answers leave after this commit.
  perform set_config('synchronous_commit', 'on', true);
  -- The head's row is the log's lock.
  update oversight.log_head
    set size = old_size + total, root = new_root, frontier = new_frontier, note = new_note
    where log = of_log and size = old_size and root = old_root;
  if not found then return false; end if;
  while done < total loop
    part := least(total - done, 256 - (old_size + done) % 256);
    if part = total then
      insert into oversight.log_batch (log, first_index, ends, leaves, owners)
      values (of_log, old_size, batch_ends, batch_leaves, batch_owners);
    else
      skipped := coalesce(batch_ends[done], 0);
      insert into oversight.log_batch (log, first_index, ends, leaves, owners)
      values (
        of_log, old_size + done,
        array(select e - skipped from unnest(batch_ends[done + 1 : done + part]) with ordinality as each (e, at) order by at),
        substr(batch_leaves, skipped + 1, batch_ends[done + part] - skipped),
        batch_owners[done + 1 : done + part]);
    end if;
    done := done + part;
  end loop;
  if cardinality(tile_levels) > 0 then
    insert into oversight.log_tile (log, level, index, hashes, root)
    select of_log, * from unnest(tile_levels, tile_indices, tile_hashes, tile_roots);
  end if;
  if new_vkey is not null then
    insert into oversight.log_key (log, from_size, vkey) values (of_log, old_size + total, new_vkey);
  end if;
  return true;
end
$$;

-- What records say, in the columns that they are searched by; gives how many there were.
create function oversight.derive_range(of_log text, from_index bigint, to_index bigint) returns bigint
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  derived bigint;
begin
  insert into oversight.disclosure (
    log, index, id, recorded_at, stage, agency, role, actor, purpose, case_reference, operation_name, code, row_count,
    agreements, coordinates, denied, decisions, denials, owners, subjects, open_divisions, max_sensitivity, break_glass
  )
  select of_log, each.index, (r ->> 'id')::uuid, (r ->> 'time')::timestamptz, r ->> 'stage',
    r #>> '{actor,agency}', r #>> '{actor,role}', r #>> '{actor,pseudonym}',
    r #>> '{purpose,code}', r #>> '{purpose,caseRef}', r #>> '{op,name}',
    r #>> '{result,code}', (r #>> '{result,rows}')::integer,
    array(select (a ->> 'uid') || '@' || (a ->> 'version')
      from jsonb_array_elements(r -> 'agreements') with ordinality as agreed (a, at) order by at),
    terms.coordinates, terms.denied, terms.decisions, terms.denials,
    string_to_array(each.owners, ',', '-'),
    array(select jsonb_array_elements_text(r -> 'subjects')),
    divisions || array(
      select distinct left(d, width) || '*' from unnest(divisions) as d, unnest(array[2, 4]) as width
      where length(d) > width),
    r ->> 'maxSensitivity', r #>> '{purpose,breakGlass}'
  from oversight.read_leaves(of_log, from_index, to_index) as each
  cross join lateral (select convert_from(each.leaf, 'UTF8')::jsonb offset 0) as record (r)
  cross join lateral (
    select coalesce(array_agg(coordinate order by at), '{}'),
      coalesce(array_agg(coordinate order by at) filter (where decision like 'deny%'), '{}'),
      coalesce(array_agg(split_part(plain, ':', 1) order by at), '{}'),
      coalesce(array_agg(distinct split_part(plain, ':', 2)) filter (where plain like 'deny:%'), '{}')
    from (
      -- Without the use that was made of a field.
      select f ->> 0 as coordinate, f ->> 1 as decision, at,
        regexp_replace(f ->> 1, '^(filter|sort|match|group|aggregate):', '') as plain
      from jsonb_array_elements(r -> 'fields') with ordinality as field (f, at)
    ) field
  ) as terms (coordinates, denied, decisions, denials)
  cross join lateral (
    select array(select jsonb_array_elements_text(case jsonb_typeof(r -> 'divisions')
      when 'array' then r -> 'divisions' else '[]' end))
  ) as opened (divisions);
  get diagnostics derived = row_count;
  return derived;
end
$$;

-- Derives the next eight tiles of a log, or what there is of them; gives up to where the log is derived then. One does at a
-- time, whichever process, and all of it or nothing: whoever comes next goes on. A record that cannot be read stands in the
-- table with nothing but its place, and with the code UNREADABLE: what is proven of it are its bytes.
create function oversight.derive_log(of_log text) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  done bigint;
  goal bigint;
begin
  -- Nothing is lost with a commit that is: it is derived again.
  perform set_config('synchronous_commit', 'off', true);
  select to_index into done from oversight.log_derived where log = of_log for update;
  if not found then
    insert into oversight.log_derived (log, to_index) values (of_log, 0) on conflict do nothing;
    select to_index into done from oversight.log_derived where log = of_log for update;
  end if;
  select least(size, (done / 256 + 8) * 256) into goal from oversight.log_head where log = of_log;
  if goal is null or goal <= done then return done; end if;
  -- Some megabytes at a time, and one batch at least: a statement has only so long.
  select coalesce(min(b.first_index), goal) into goal
  from (
    select first_index, sum(octet_length(leaves)) over (order by first_index) - octet_length(leaves) as bytes_before
    from oversight.log_batch where log = of_log and first_index >= done and first_index < goal
  ) b
  where b.bytes_before > 4194304;
  begin
    if oversight.derive_range(of_log, done, goal) <> goal - done then
      raise exception 'records are missing' using errcode = 'data_exception';
    end if;
  exception when data_exception or integrity_constraint_violation or program_limit_exceeded then
    for one in done .. goal - 1 loop
      begin
        if oversight.derive_range(of_log, one, one + 1) <> 1 then
          raise exception 'the record is missing' using errcode = 'data_exception';
        end if;
      exception when data_exception or integrity_constraint_violation or program_limit_exceeded then
        insert into oversight.disclosure (
          log, index, id, recorded_at, stage, role, actor, code, row_count, agreements, coordinates, denied)
        values (of_log, one, gen_random_uuid(), now(), 'ERROR', 'unknown', 'unknown', 'UNREADABLE', 0, '{}', '{}', '{}')
        on conflict (log, index) do nothing;
      end;
    end loop;
  end;
  update oversight.log_derived set to_index = goal where log = of_log;
  return goal;
end
$$;

-- As before, and nothing goes that the rules could not look at.
create or replace function oversight.why_not_prunable(
  of_log text, before_index bigint, keep_days integer, keep_sharing_days integer
) returns text language sql stable as $$
  select case
    when before_index <= 0 or before_index % 256 <> 0
      or before_index > coalesce((select size from oversight.log_head where log = of_log), 0)
      then 'only whole tiles of 256 records go'
    when before_index <= coalesce((select max(to_index) from oversight.prune where log = of_log), 0)
      then 'these records have gone before'
    when before_index > coalesce((select to_index from oversight.log_derived where log = of_log), 0)
      then 'some of them are not derived yet'
    when exists (
      select from oversight.legal_hold h
      where (h.log is null or h.log = of_log)
        and not exists (select from oversight.legal_hold_end e where e.hold_id = h.id))
      then 'a legal hold keeps them'
    when exists (
      select from oversight.disclosure d
      where d.log = of_log and d.index < before_index
        and d.recorded_at > now() - make_interval(days => case
          when d.code = 'UNREADABLE'
            or d.stage in ('RELEASE', 'INTENT')
            and exists (select from unnest(d.owners) as owner where owner is distinct from d.agency)
            then greatest(keep_sharing_days, 1096)
          else greatest(keep_days, 180) end))
      then 'some of them are too young'
  end
$$;

create or replace function oversight.prune_log(
  of_log text, before_index bigint, keep_days integer, keep_sharing_days integer, boundary bytea
) returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  removed bigint;
  wanted constant bigint := (select size from oversight.log_head where log = of_log);
begin
  -- Among the last ones is the record that explains it.
  while oversight.derive_log(of_log) < wanted loop end loop;
  perform set_config('synchronous_commit', 'on', true);
  insert into oversight.prune (log, to_index, boundary, keep_days, keep_sharing_days)
  values (of_log, before_index, boundary, keep_days, keep_sharing_days);
  delete from oversight.log_batch where log = of_log and first_index < before_index;
  delete from oversight.disclosure where log = of_log and index < before_index;
  get diagnostics removed = row_count;
  return removed;
end
$$;

revoke insert on oversight.disclosure from lukou_app;
revoke update on oversight.log_head from lukou_app;
revoke update (size, root, frontier, note) on oversight.log_head from lukou_app;
-- So that it may wait for the head's lock: no update that leaves the size as it is passes the trigger.
grant update (log) on oversight.log_head to lukou_app;
grant select on oversight.log_batch, oversight.log_derived to lukou_app;
revoke execute on function
  oversight.append_batch(text, bigint, bytea, bytea, bytea[], text, integer[], bytea, text[],
    smallint[], bigint[], bytea[], bytea[], text),
  oversight.derive_range(text, bigint, bigint), oversight.derive_log(text) from public;
grant execute on function
  oversight.append_batch(text, bigint, bytea, bytea, bytea[], text, integer[], bytea, text[],
    smallint[], bigint[], bytea[], bytea[], text),
  oversight.derive_log(text) to lukou_app;
