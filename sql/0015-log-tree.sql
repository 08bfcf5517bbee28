-- One tree a log, one log a process. Records written so far become the log "gateway"; its tree is computed at the next
-- start. A tree is its records, its full tiles and its signed head.

alter table oversight.disclosure add column log text not null default 'gateway';
alter table oversight.disclosure alter column log drop default;
alter table oversight.disclosure drop constraint disclosure_pkey;
alter table oversight.disclosure add primary key (log, index);
drop index oversight.disclosure_recorded_at_index_idx;
create index on oversight.disclosure (recorded_at desc, log, index desc);

create table oversight.log (
  log text primary key check (log ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  origin text not null unique,
  born_at timestamptz(3) not null,
  closed_at timestamptz(3)
);

create table oversight.log_key (
  log text not null references oversight.log (log),
  from_size bigint not null check (from_size >= 0),
  vkey text not null,
  primary key (log, from_size)
);

create table oversight.log_head (
  log text primary key references oversight.log (log),
  size bigint not null check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  frontier bytea[] not null,
  note text not null
);

-- C2SP tlog-tiles: 256 hashes of complete subtrees of 256^level leaves, and the hash over all of them.
create table oversight.log_tile (
  log text not null references oversight.log (log),
  level smallint not null check (level >= 0),
  index bigint not null check (index >= 0),
  hashes bytea not null check (octet_length(hashes) = 8192),
  root bytea not null check (octet_length(root) = 32),
  primary key (log, level, index)
);

create function oversight.refuse_shorter_log() returns trigger language plpgsql as $$
begin
  if new.log <> old.log or new.size <= old.size then
    raise exception 'a log only grows' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger only_grows before update on oversight.log_head
  for each row execute function oversight.refuse_shorter_log();

create function oversight.refuse_reopening() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null or (new.log, new.origin, new.born_at) <> (old.log, old.origin, old.born_at) then
    raise exception 'a closed log stays closed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger closed_once before update on oversight.log
  for each row execute function oversight.refuse_reopening();

create trigger append_only before delete or truncate on oversight.log_head
  for each statement execute function oversight.refuse_change();
create trigger append_only before delete or truncate on oversight.log
  for each statement execute function oversight.refuse_change();
create trigger append_only before update or delete or truncate on oversight.log_key
  for each statement execute function oversight.refuse_change();
create trigger append_only before update or delete or truncate on oversight.log_tile
  for each statement execute function oversight.refuse_change();

grant select, insert on oversight.log, oversight.log_key, oversight.log_head, oversight.log_tile to lukou_app;
grant update (closed_at) on oversight.log to lukou_app;
grant update (size, root, frontier, note) on oversight.log_head to lukou_app;
