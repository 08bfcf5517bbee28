-- Everything that a past decision rested on, so that it can be made again: the agreements word for word, which of them
-- were in force together, and over which schema.

alter table oversight.agreement add column signed_text text;

create table oversight.schema_version (
  catalogue text primary key check (catalogue ~ '^[0-9a-f]{64}$'),
  subgraphs jsonb not null,
  archived_at timestamptz(3) not null default now()
);

create table oversight.policy_version (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  catalogue text not null references oversight.schema_version (catalogue),
  agreements jsonb not null,
  archived_at timestamptz(3) not null default now()
);

create trigger append_only before update or delete or truncate on oversight.schema_version
  for each statement execute function oversight.refuse_change();
create trigger append_only before update or delete or truncate on oversight.policy_version
  for each statement execute function oversight.refuse_change();

grant select, insert on oversight.schema_version, oversight.policy_version to lukou_app;
