-- Roles, schemas and the label that every shared row carries.
-- One schema per agency: the data of one owner never shares a table with another's.

do $$
begin
  if not exists (select from pg_roles where rolname = 'lukou_app') then create role lukou_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'lukou_ingest') then create role lukou_ingest nologin; end if;
end
$$;

create schema common;
create schema reference;
create schema traffic;
create schema checkpoint;
create schema mediation;
create schema oversight;
create schema ingest;

grant usage on schema common, reference, traffic, checkpoint, mediation, oversight to lukou_app;
grant usage on schema common, reference, traffic, checkpoint, mediation, ingest to lukou_ingest;

-- Whether a text carries a secrecy mark. The body is replaced at every start by the one generated from
-- src/classification; until then nothing passes.
create function common.carries_mark(value text) returns boolean
  language sql immutable strict parallel safe as $$ select true $$;

create domain common.open_text as text check (not common.carries_mark(value));

-- The only levels that may be online. A row without a label is refused.
create domain common.online_label as text not null
  check (value in ('PUBLIC', 'INTERNAL', 'RESTRICTED', 'SENSITIVE'));

-- The row scope of one subgraph operation: set by the application inside its transaction, signed with a key that
-- the application role cannot read here. A scope with a wrong signature is no scope: no row is visible.
create table common.scope_key (inner_pad bytea not null, outer_pad bytea not null);
create unique index one_key on common.scope_key ((true));

create function common.scope_of(type_name text) returns jsonb
  language plpgsql stable parallel safe security definer set search_path = pg_catalog, pg_temp as $$
declare
  body text := current_setting('lukou.scope', true);
  mac text := current_setting('lukou.scope_mac', true);
  key common.scope_key;
begin
  if body is null or body = '' or mac is null then return null; end if;
  select * into key from common.scope_key;
  if not found then return null; end if;
  if encode(sha256(key.outer_pad || sha256(key.inner_pad || convert_to(body, 'UTF8'))), 'hex') <> mac then
    return null;
  end if;
  return body::jsonb -> type_name;
end
$$;
revoke execute on function common.scope_of(text) from public;
grant execute on function common.scope_of(text) to lukou_app;

-- The parts of a scope, for policies: call them as (select ...), so that the signature is checked once a query.

-- Division prefixes that a scope opens; an empty prefix opens every row, also one without a division.
create function common.scope_divisions(type_name text) returns text[]
  language sql stable parallel safe as $$
    select coalesce(array(select jsonb_array_elements_text(common.scope_of(type_name) -> 'divisions')), '{}')
  $$;

-- The earliest instant that a scope opens.
create function common.scope_not_before(type_name text) returns timestamptz
  language sql stable parallel safe as $$
    select coalesce((common.scope_of(type_name) ->> 'notBefore')::timestamptz, '-infinity')
  $$;

-- Usages of checkpoints (用途) that a scope keeps back.
create function common.scope_withheld_usages(type_name text) returns text[]
  language sql stable parallel safe as $$
    select coalesce(array(select jsonb_array_elements_text(common.scope_of(type_name) -> 'withheldUsages')), '{}')
  $$;

-- One expression, so that the planner takes it in and calls no function per row. The coalesce says that a row without
-- a division needs the empty prefix, and makes the planner expect half of the rows: from a bare ^@ any (...) it expects
-- a twentieth, and sorts a million rows (268 ms) where it could read the first twenty off an index (0.5 ms).
create function common.in_divisions(division_code text, prefixes text[]) returns boolean
  language sql immutable parallel safe as $$
    select coalesce(division_code ^@ any (prefixes), '' = any (prefixes))
  $$;
