-- Drills of the guard: when, by whom, what was brought to each gate and where it was stopped. Nothing of what was brought.
-- The application may append; nothing may change or remove.

create table oversight.guard_drill (
  id uuid primary key,
  drilled_at timestamptz(3) not null,
  -- A pseudonym, or 'operator' for whoever sat at the terminal without saying who they are.
  actor text not null,
  agency text,
  -- Of each attempt, in order: gate, way, isStopped, by.
  gates jsonb not null check (jsonb_typeof(gates) = 'array'),
  -- Of what had to pass: gate (null for a search), way, isPassed, by.
  controls jsonb not null check (jsonb_typeof(controls) = 'array'),
  -- Where it was found afterwards.
  kept text[] not null,
  passed boolean not null,
  -- Its record.
  log text not null,
  index bigint not null check (index >= 0),
  unique (log, index),
  constraint no_mark check (not common.carries_sign(concat_ws(chr(10), actor, agency, gates, controls, kept, log)))
);
create index on oversight.guard_drill (drilled_at desc, id desc);
create trigger append_only before update or delete or truncate on oversight.guard_drill
  for each statement execute function oversight.refuse_change();
grant select, insert on oversight.guard_drill to lukou_app;
