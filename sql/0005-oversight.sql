-- The disclosure log and the archive of agreements. The application may append; nothing may change or remove.

create table oversight.disclosure (
  index bigint primary key check (index >= 0),
  id uuid not null unique,
  recorded_at timestamptz(3) not null,
  stage text not null check (stage in ('INTENT', 'RELEASE', 'DENY', 'ERROR', 'ADMIN')),
  agency text,
  role text not null,
  actor text not null,
  purpose text,
  case_reference text,
  operation_name text,
  code text not null,
  row_count integer not null,
  agreements text[] not null,
  coordinates text[] not null,
  denied text[] not null,
  leaf bytea not null check (octet_length(leaf) <= 65535)
);
create index on oversight.disclosure (recorded_at desc, index desc);
create index on oversight.disclosure (agency, recorded_at desc);
create index on oversight.disclosure using gin (coordinates);

create function oversight.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the disclosure log is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete or truncate on oversight.disclosure
  for each statement execute function oversight.refuse_change();

create table oversight.agreement (
  uid text not null,
  version integer not null,
  sha256 text not null,
  assigner text not null,
  assignee text not null,
  roles text[] not null,
  purposes text[] not null,
  legal_basis text not null,
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3) not null,
  body jsonb not null,
  loaded_at timestamptz(3) not null default now(),
  primary key (uid, version)
);

create table oversight.shared_field (
  uid text not null,
  version integer not null,
  coordinate text not null,
  decision text not null,
  mask text,
  rule text not null,
  primary key (uid, version, coordinate),
  foreign key (uid, version) references oversight.agreement (uid, version)
);
create index on oversight.shared_field (coordinate);
