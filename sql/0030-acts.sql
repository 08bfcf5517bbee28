-- What was done through the gateway, once each: the key is the caller's own, and asking again under it changes nothing. A
-- row is written by the transaction that changes what the act is about, so that either both are there or neither.

create table oversight.act (
  actor text not null,
  key text not null check (key ~ '^[A-Za-z0-9_-]{16,64}$'),
  -- The field of Mutation.
  coordinate text not null,
  arguments_sha256 text not null check (arguments_sha256 ~ '^[0-9a-f]{64}$'),
  acted_at timestamptz(3) not null,
  -- What the caller was told: the item, its state, the place of the record in the log.
  receipt jsonb not null,
  primary key (actor, key)
);
create trigger append_only before update or delete or truncate on oversight.act
  for each statement execute function oversight.refuse_change();
grant select, insert on oversight.act to lukou_app;
