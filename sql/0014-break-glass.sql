-- Who opened what in an emergency, and what the owner of the data says of it. The application may append; nothing may
-- change or remove. Whether a use is overdue is computed: by whose clock, the reader says.

create table oversight.break_glass_use (
  id uuid primary key,
  opened_at timestamptz(3) not null,
  session_ends_at timestamptz(3) not null check (session_ends_at > opened_at),
  due_at timestamptz(3) not null check (due_at = opened_at + interval '72 hours'),
  -- Whose data was opened, and who opened it.
  owner text not null,
  agency text not null,
  role text not null,
  principal text not null,
  -- As uid@version.
  agreement text not null,
  reason text not null check (reason in ('LIFE_AT_RISK', 'MISSING_PERSON', 'PURSUIT_UNDER_WAY', 'DISASTER')),
  purpose text not null,
  case_reference text not null,
  -- A session has one use of an agreement for a reason and a case, however often it asks; what it asks after that was
  -- reviewed is another one, which was not.
  part integer not null default 1 check (part > 0),
  unique (principal, session_ends_at, agreement, reason, case_reference, part)
);
create index on oversight.break_glass_use (opened_at desc, id desc);

create table oversight.break_glass_answer (
  use_id uuid not null references oversight.break_glass_use,
  request_id text not null,
  asked_at timestamptz(3) not null,
  fields text[] not null,
  primary key (use_id, request_id)
);

create table oversight.break_glass_review (
  use_id uuid primary key references oversight.break_glass_use,
  reviewed_at timestamptz(3) not null,
  verdict text not null check (verdict in ('JUSTIFIED', 'UNJUSTIFIED')),
  reviewer text not null,
  reviewer_agency text not null,
  reviewer_role text not null check (reviewer_role in ('steward', 'auditor')),
  note common.open_text not null check (length(note) between 1 and 1000)
);

create trigger append_only before update or delete or truncate on oversight.break_glass_use
  for each statement execute function oversight.refuse_change();
create trigger append_only before update or delete or truncate on oversight.break_glass_answer
  for each statement execute function oversight.refuse_change();
create trigger append_only before update or delete or truncate on oversight.break_glass_review
  for each statement execute function oversight.refuse_change();

-- A review and an answer of the same session come one after the other: what is reviewed gets no further answer.
create function oversight.hold_session(used oversight.break_glass_use) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended(
    concat_ws(' ', 'break-glass', used.principal, extract(epoch from used.session_ends_at), used.agreement), 0));
$$;

-- Whoever the application says it is: the owner's own people review, and nobody reviews what they did themselves.
create function oversight.refuse_own_review() returns trigger language plpgsql as $$
begin
  perform oversight.hold_session(used) from oversight.break_glass_use used where used.id = new.use_id;
  if not exists (select from oversight.break_glass_use used where used.id = new.use_id
                   and used.owner = new.reviewer_agency and used.principal <> new.reviewer) then
    raise exception 'not for this reviewer' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger no_own_review before insert on oversight.break_glass_review
  for each row execute function oversight.refuse_own_review();

-- Opens a use, or joins the one of the session that is not yet reviewed, and adds what was asked now. Each statement sees
-- what others committed before it, so that two first answers of a session come to one use.
create function oversight.report_break_glass(use_id uuid, report jsonb) returns void language plpgsql as $$
declare
  asked oversight.break_glass_use;
begin
  -- Whatever the server's default is: an answer may leave on this commit.
  perform set_config('synchronous_commit', 'on', true);
  select report_break_glass.use_id, told."askedAt", told."sessionEndsAt", told."askedAt" + interval '72 hours',
    told.owner, told.agency, told.role, told.principal, told.agreement, told.reason, told.purpose,
    told."caseReference", 1
  into asked
  from jsonb_to_record(report) as told (
    "askedAt" timestamptz, "sessionEndsAt" timestamptz, owner text, agency text, role text, principal text,
    agreement text, reason text, purpose text, "caseReference" text);
  perform oversight.hold_session(asked);
  select 1 + count(*) into asked.part
  from oversight.break_glass_use used
  join oversight.break_glass_review review on review.use_id = used.id
  where used.principal = asked.principal and used.session_ends_at = asked.session_ends_at
    and used.agreement = asked.agreement and used.reason = asked.reason
    and used.case_reference = asked.case_reference;
  insert into oversight.break_glass_use select asked.* on conflict do nothing;
  insert into oversight.break_glass_answer (use_id, request_id, asked_at, fields)
  select used.id, told."requestId", asked.opened_at, told.fields
  from jsonb_to_record(report) as told ("requestId" text, fields text[])
  join oversight.break_glass_use used
    on used.principal = asked.principal and used.session_ends_at = asked.session_ends_at
      and used.agreement = asked.agreement and used.reason = asked.reason
      and used.case_reference = asked.case_reference and used.part = asked.part;
end
$$;
revoke execute on function oversight.report_break_glass(uuid, jsonb) from public;
grant execute on function oversight.report_break_glass(uuid, jsonb) to lukou_app;

grant select, insert on oversight.break_glass_use, oversight.break_glass_answer, oversight.break_glass_review
  to lukou_app;
