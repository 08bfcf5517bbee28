-- What the gates of the classification guard stopped, and what was made of it. Where, by which rule, and a keyed hash;
-- never the content. The application may append; nothing may change or remove.

-- The steps that an incident may take: INCIDENT_MOVES of src/classification, and a test keeps them equal.
create table oversight.guard_move (
  from_state text,
  to_state text not null,
  by_gate boolean not null,
  -- How many different persons have to say so.
  persons integer not null check (persons >= 1),
  unique nulls not distinct (from_state, to_state)
);
insert into oversight.guard_move (from_state, to_state, by_gate, persons) values
  (null, 'DETECTED', true, 1),
  ('DETECTED', 'BLOCKED', true, 1),
  ('BLOCKED', 'REPORTED', false, 1),
  ('REPORTED', 'FALSE_POSITIVE', false, 2),
  ('REPORTED', 'CONFIRMED', false, 1),
  ('FALSE_POSITIVE', 'CLOSED', false, 1),
  ('CONFIRMED', 'CLOSED', false, 1);

create table oversight.guard_incident (
  id uuid primary key,
  detected_at timestamptz(3) not null,
  gate text not null check (gate in ('SCHEMA', 'INGEST', 'STORAGE', 'EGRESS')),
  rule text not null check (rule ~ '^[a-z0-9][a-z0-9.-]{0,62}$'),
  source_name common.open_text,
  source_digest text check (source_digest ~ '^[0-9a-f]{64}$'),
  line_no bigint check (line_no >= 0),
  mark_hash text check (mark_hash ~ '^m1_[A-Za-z0-9_-]{22}$'),
  -- Agencies whose data it is.
  owners text[] not null,
  -- Who asked, or handed it in, and of which agency.
  actor text not null,
  agency text,
  request_id text not null
);
create index on oversight.guard_incident (detected_at desc, id desc);
create index on oversight.guard_incident (mark_hash) where mark_hash is not null;
-- Who asks again and again opens one a day: neither the table nor a mailbox can be filled from outside.
create unique index incident_once_a_day on oversight.guard_incident (
  ((detected_at at time zone interval '8 hours')::date), rule, actor, coalesce(mark_hash, '')
) where gate = 'EGRESS';

create table oversight.guard_incident_step (
  incident_id uuid not null references oversight.guard_incident,
  ordinal integer not null check (ordinal >= 1),
  state text not null,
  taken_at timestamptz(3) not null,
  -- 'gate', or the pseudonym of a person.
  actor text not null,
  agency text,
  role text check (role in ('steward', 'auditor')),
  note common.open_text check (length(note) between 1 and 1000),
  primary key (incident_id, ordinal),
  unique (incident_id, state, actor),
  check ((actor = 'gate') = (role is null and agency is null and note is null))
);

-- The last state that as many persons stand behind as it takes.
create function oversight.guard_state(incident uuid) returns text language sql stable as $$
  select said.state
    from (select step.state, max(step.ordinal) as ordinal, count(*) as persons
            from oversight.guard_incident_step step where step.incident_id = incident group by step.state) said
   where said.persons >= (select max(move.persons) from oversight.guard_move move where move.to_state = said.state)
   order by said.ordinal desc limit 1
$$;

-- Whoever the application says it is: only steps of the table, and a person's only by the owner's people or by those who
-- keep the log. Steps of one incident queue, so that two persons who speak at once are counted one after the other.
create function oversight.refuse_wrong_step() returns trigger language plpgsql as $$
declare
  incident oversight.guard_incident;
begin
  select * into incident from oversight.guard_incident where id = new.incident_id;
  perform pg_advisory_xact_lock(hashtextextended(new.incident_id::text, 18));
  if not exists (
    select from oversight.guard_move move
     where move.from_state is not distinct from oversight.guard_state(new.incident_id)
       and move.to_state = new.state and move.by_gate = (new.actor = 'gate')
  ) then
    raise exception 'no such step' using errcode = 'check_violation', constraint = 'guard_step_unknown';
  end if;
  if new.actor <> 'gate' and not (new.agency = any (incident.owners || 'AG-OVERSIGHT'::text)) then
    raise exception 'not for this person' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger only_known_steps before insert on oversight.guard_incident_step
  for each row execute function oversight.refuse_wrong_step();

create trigger append_only before update or delete or truncate on oversight.guard_move
  for each statement execute function oversight.refuse_change();
create trigger append_only before update or delete or truncate on oversight.guard_incident
  for each statement execute function oversight.refuse_change();
create trigger append_only before update or delete or truncate on oversight.guard_incident_step
  for each statement execute function oversight.refuse_change();

-- Opens an incident that was detected and blocked, durably; the id of the one that is open already where there is one.
create function oversight.open_guard_incident(incident_id uuid, report jsonb)
  returns table (id uuid, is_new boolean) language plpgsql as $$
declare
  told record;
begin
  perform set_config('synchronous_commit', 'on', true);
  select * into told from jsonb_to_record(report) as told (
    "detectedAt" timestamptz, gate text, rule text, source text, "sourceDigest" text, line bigint, "markHash" text,
    owners text[], actor text, agency text, "requestId" text);
  insert into oversight.guard_incident (
    id, detected_at, gate, rule, source_name, source_digest, line_no, mark_hash, owners, actor, agency, request_id)
  values (incident_id, told."detectedAt", told.gate, told.rule, told.source, told."sourceDigest", told.line,
    told."markHash", told.owners, told.actor, told.agency, told."requestId")
  on conflict do nothing;
  if not found then
    return query select known.id, false from oversight.guard_incident known
      where known.gate = 'EGRESS' and known.rule = told.rule and known.actor = told.actor
        and coalesce(known.mark_hash, '') = coalesce(told."markHash", '')
        and (known.detected_at at time zone interval '8 hours')::date
          = (told."detectedAt" at time zone interval '8 hours')::date;
    return;
  end if;
  -- One after the other: each step is judged by those before it.
  insert into oversight.guard_incident_step (incident_id, ordinal, state, taken_at, actor)
    values (open_guard_incident.incident_id, 1, 'DETECTED', told."detectedAt", 'gate');
  insert into oversight.guard_incident_step (incident_id, ordinal, state, taken_at, actor)
    values (open_guard_incident.incident_id, 2, 'BLOCKED', told."detectedAt", 'gate');
  return query select open_guard_incident.incident_id, true;
end
$$;
revoke execute on function oversight.open_guard_incident(uuid, jsonb) from public;
grant execute on function oversight.open_guard_incident(uuid, jsonb) to lukou_app;

grant select on oversight.guard_move to lukou_app;
grant select, insert on oversight.guard_incident, oversight.guard_incident_step to lukou_app;

-- Ceilings: how many divisions and how many days of data answers may tell a person about in a day. They are counted like
-- subjects, and the names of divisions and days stand beside the subjects.
alter table oversight.budget_use drop constraint budget_use_measure_check;
alter table oversight.budget_use add constraint budget_use_measure_check
  check (measure in ('ROWS', 'SUBJECTS', 'USES', 'DIVISIONS', 'DAYS'));
alter table oversight.alarm drop constraint alarm_measure_check;
alter table oversight.alarm add constraint alarm_measure_check
  check (measure in ('ROWS', 'SUBJECTS', 'USES', 'DIVISIONS', 'DAYS'));
alter table oversight.budget_subject drop constraint budget_subject_subject_check;
alter table oversight.budget_subject add constraint budget_subject_subject_check
  check (subject ~ '^(s1_[A-Za-z0-9_-]{22}|division [0-9]{2,6}|day [0-9]{4}-[0-9]{2}-[0-9]{2})$');

-- Columns that are no free text: codes, numbers, identifiers. None of them ever holds a star, a level in Chinese or `//`,
-- which is tested over the whole row at once. The body is replaced at every start by the one generated from
-- src/classification.
create function common.carries_sign(value text) returns boolean
  language sql immutable strict parallel safe as $$ select value ~ '[★☆⭐⭑⭒✦✧✩✪✫✬✭✮✯✰✡✢✣✤✥✱✲✳✴✵✶✷✸✹✺✻✼✽❂❇❈❉❊❋❃⚝⛤⛥⛦⛧⍟⋆٭🌟🌠🔯🟊🟉🟋🟌🟍🟎🟏🟐🟑🟒🟓🟔㊙]|[绝絕絶机機秘祕袐][密宻]|//' $$;

do $$
declare
  target record;
begin
  for target in
    select format('%I.%I', n.nspname, c.relname) as name,
           string_agg(format('%I', a.attname), ', ' order by a.attnum) as columns
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('traffic', 'checkpoint', 'mediation')
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
       -- An address has two slashes; it is shown to nobody.
       and a.attname <> 'image_url'
     where c.relkind in ('r', 'p') and not c.relispartition
     group by n.nspname, c.relname
  loop
    execute format('alter table %s add constraint no_mark check (not common.carries_sign(concat_ws(chr(10), %s)))',
      target.name, target.columns);
  end loop;
end
$$;
