-- The loop of off-site enforcement: records are moved by acts as items of the other loops are (0031). Unreviewed ones are not
-- taken in, so every item begins at ENTERED or later.

alter table checkpoint.violation
  add column state_version integer not null default 0, add column due_at timestamptz(3);
create index on checkpoint.violation (due_at) where due_at is not null;
create trigger keep_moved_state before update on checkpoint.violation
  for each row execute function common.keep_moved_state();
grant update (status, state_version, due_at) on checkpoint.violation to lukou_app;

-- Nobody moves what they may not see.
create policy act on checkpoint.violation for update to lukou_app
  using (
    common.in_divisions(division_code, (select common.scope_divisions('Violation')))
    and violation_time >= (select common.scope_not_before('Violation'))
  );

create table checkpoint.loop_step (like mediation.loop_step including all);
alter table checkpoint.loop_step drop constraint loop_step_machine_check;
alter table checkpoint.loop_step add constraint loop_step_machine_check check (machine = 'Violation');
create trigger append_only before update or delete or truncate on checkpoint.loop_step
  for each statement execute function oversight.refuse_change();
grant select, insert on checkpoint.loop_step to lukou_app;
alter table checkpoint.loop_step enable row level security;
alter table checkpoint.loop_step force row level security;
create policy scope on checkpoint.loop_step to lukou_app
  using (exists (select from checkpoint.violation item where item.id = item_id));
