-- Closed loops: the state of an item is moved through the gateway by the tables of src/loops, under the caller's row scope,
-- and every step is kept. state_version counts the steps; due_at is until when the item has to leave its state.

alter table mediation.mediation_case
  add column state_version integer not null default 0, add column due_at timestamptz(3);
alter table mediation.detention_mediation
  add column state_version integer not null default 0, add column due_at timestamptz(3);
alter table mediation.dispute_warning
  add column state_version integer not null default 0, add column due_at timestamptz(3);
alter table traffic.road_event
  add column state_version integer not null default 0, add column due_at timestamptz(3);
create index on mediation.mediation_case (due_at) where due_at is not null;
create index on mediation.detention_mediation (due_at) where due_at is not null;
create index on mediation.dispute_warning (due_at) where due_at is not null;
create index on traffic.road_event (due_at) where due_at is not null;

-- What was moved here is moved here only: a file that the owner hands in later does not turn the loop back. A step raises the
-- version, and nothing else may. What a file moves has another deadline, which the intake sets when it is done.
create function common.keep_moved_state() returns trigger language plpgsql as $$
begin
  if new.state_version = old.state_version then
    if old.state_version > 0 then
      new.status := old.status;
      new.due_at := old.due_at;
    elsif new.status <> old.status then
      new.due_at := null;
    end if;
  end if;
  return new;
end
$$;
create trigger keep_moved_state before update on mediation.mediation_case
  for each row execute function common.keep_moved_state();
create trigger keep_moved_state before update on mediation.detention_mediation
  for each row execute function common.keep_moved_state();
create trigger keep_moved_state before update on mediation.dispute_warning
  for each row execute function common.keep_moved_state();
create trigger keep_moved_state before update on traffic.road_event
  for each row execute function common.keep_moved_state();

grant update (status, state_version, due_at, accepted_at, closed_at) on mediation.mediation_case to lukou_app;
grant update (status, state_version, due_at, screened_at, followed_up_at) on mediation.detention_mediation to lukou_app;
grant update (status, state_version, due_at) on mediation.dispute_warning to lukou_app;
grant update (status, state_version, due_at, valid_to) on traffic.road_event to lukou_app;

-- Nobody moves what they may not see.
create policy act on mediation.mediation_case for update to lukou_app
  using (
    common.in_divisions(division_code, (select common.scope_divisions('MediationCase')))
    and coalesce(accepted_at, 'infinity') >= (select common.scope_not_before('MediationCase'))
  );
create policy act on mediation.detention_mediation for update to lukou_app
  using (
    common.in_divisions(division_code, (select common.scope_divisions('DetentionMediation')))
    and intake_at >= (select common.scope_not_before('DetentionMediation'))
  );
create policy act on mediation.dispute_warning for update to lukou_app
  using (
    common.in_divisions(division_code, (select common.scope_divisions('DisputeWarning')))
    and pushed_at >= (select common.scope_not_before('DisputeWarning'))
  );

create table mediation.loop_step (
  machine text not null check (machine in ('MediationCase', 'DetentionMediation', 'DisputeWarning')),
  item_id text not null,
  ordinal integer not null check (ordinal >= 1),
  from_state text not null,
  to_state text not null,
  taken_at timestamptz(3) not null,
  due_at timestamptz(3),
  -- By which tables it was judged and timed.
  machine_version integer not null,
  policy_version text,
  -- Who, by their pseudonym, and why.
  actor text not null,
  agency text not null,
  role text not null,
  note common.open_text not null check (length(note) between 1 and 1000),
  -- The request, whose records the disclosure log holds.
  request_id text not null,
  online_label common.online_label,
  primary key (machine, item_id, ordinal),
  constraint no_mark check (not common.carries_sign(concat_ws(chr(10), machine, item_id, from_state, to_state,
    policy_version, actor, agency, role, request_id, note, online_label)))
);

create table traffic.loop_step (like mediation.loop_step including all);
alter table traffic.loop_step drop constraint loop_step_machine_check;
alter table traffic.loop_step add constraint loop_step_machine_check check (machine = 'RoadEvent');

do $$
declare
  kept text;
begin
  foreach kept in array array['mediation.loop_step', 'traffic.loop_step'] loop
    execute format('create trigger append_only before update or delete or truncate on %s
      for each statement execute function oversight.refuse_change()', kept);
    execute format('grant select, insert on %s to lukou_app', kept);
  end loop;
end
$$;

-- A history is seen, and continued, by whoever may see its item.
alter table mediation.loop_step enable row level security;
alter table mediation.loop_step force row level security;
create policy scope on mediation.loop_step to lukou_app
  using (
    case machine
      when 'MediationCase' then exists (select from mediation.mediation_case item where item.id = item_id)
      when 'DetentionMediation' then exists (select from mediation.detention_mediation item where item.id = item_id)
      else exists (select from mediation.dispute_warning item where item.id = item_id)
    end
  );
