-- What the log is asked by: derived from each record when it is written, and kept beside its bytes, which are the proof.

alter table oversight.disclosure
  -- Of each of "coordinates": allow, mask, pointer, statistic or deny; and whose field it is, null where unknown.
  add column decisions text[] not null default '{}',
  add column owners text[] not null default '{}',
  -- Why fields were denied.
  add column denials text[] not null default '{}',
  -- Keyed hashes.
  add column subjects text[] not null default '{}',
  -- GB/T 2260 prefixes whose rows were open, and what these lie in with a star: 150724, 1507*, 15*.
  add column open_divisions text[] not null default '{}',
  add column max_sensitivity text,
  add column break_glass text;

-- Records of earlier versions name no subject. Whose field a decision was of, the agreement behind it says.
alter table oversight.disclosure disable trigger append_only;
update oversight.disclosure d set (decisions, denials, owners) = (
  select coalesce(array_agg(split_part(decision, ':', 1) order by place), '{}'),
    coalesce(array_agg(distinct split_part(decision, ':', 2)) filter (where decision like 'deny:%'), '{}'),
    coalesce(array_agg(behind.assigner order by place), '{}')
  from jsonb_array_elements(convert_from(d.leaf, 'UTF8')::jsonb -> 'fields') with ordinality as each (field, place)
  cross join regexp_replace(field ->> 1, '^(filter|sort|match|group|aggregate):', '') as plain (decision)
  left join oversight.agreement behind
    on behind.uid || '@' || behind.version = split_part(field ->> 2, '#', 1)
)
where d.coordinates <> '{}';
alter table oversight.disclosure enable trigger append_only;

-- One index for whatever a record may hold several of.
drop index oversight.disclosure_coordinates_idx;
create index disclosure_terms on oversight.disclosure
  using gin (coordinates, decisions, owners, agreements, subjects, open_divisions);
create index disclosure_by_actor on oversight.disclosure (actor, recorded_at desc, log, index desc);
create index disclosure_by_case on oversight.disclosure (case_reference, recorded_at desc, log, index desc)
  where case_reference is not null;
create index disclosure_by_code on oversight.disclosure (code, recorded_at desc, log, index desc) where code <> 'OK';
create index disclosure_by_break_glass on oversight.disclosure (recorded_at desc, log, index desc)
  where break_glass is not null;
create index alarm_by_time on oversight.alarm (raised_at desc, id desc);
create index break_glass_answer_by_request on oversight.break_glass_answer (request_id);

-- Cases whose records nobody is told of who asks who looked at somebody. A hold ends by itself; it is lengthened by
-- another, never changed.
create table oversight.investigation_hold (
  id uuid primary key,
  agency text not null,
  case_key text not null check (case_key = normalize(case_key, NFKC)),
  held_at timestamptz(3) not null,
  held_until timestamptz(3) not null
    check (held_until > held_at and held_until <= held_at + interval '180 days'),
  -- Who set it.
  actor text not null,
  actor_agency text not null,
  actor_role text not null check (actor_role in ('steward', 'auditor')),
  check (actor_agency = agency or actor_agency = 'AG-OVERSIGHT'),
  foreign key (agency, case_key) references oversight.case_file (agency, case_key)
);
create index on oversight.investigation_hold (agency, case_key, held_until);
create trigger append_only before update or delete or truncate on oversight.investigation_hold
  for each statement execute function oversight.refuse_change();
grant select, insert on oversight.investigation_hold to lukou_app;

-- From when on access is unusual; docs/disclosure-log.md says what each number counts. The application only reads it.
create table oversight.access_threshold (
  kind text not null check (kind in ('NIGHT', 'BREADTH', 'REPEATED_SUBJECT', 'VAGUE')),
  measure text not null check (measure in
    ('ANSWERS', 'SUBJECTS', 'DIVISIONS', 'FIELDS', 'DAYS', 'CASES', 'WITHOUT_CASE', 'REFUSED')),
  -- A role of its own before '*'; a role without either is not looked at.
  role text not null,
  least integer not null check (least >= 1),
  -- Also how many times the caller's usual; null where the past does not matter.
  times_usual numeric check (times_usual >= 1),
  primary key (kind, measure, role)
);
insert into oversight.access_threshold (kind, measure, role, least, times_usual) values
  ('NIGHT', 'ANSWERS', 'analyst', 20, null),
  ('NIGHT', 'ANSWERS', 'partner', 10, null),
  ('NIGHT', 'ANSWERS', 'steward', 3, null),
  ('NIGHT', 'ANSWERS', 'auditor', 3, null),
  ('BREADTH', 'SUBJECTS', '*', 50, 3),
  ('BREADTH', 'DIVISIONS', '*', 5, 3),
  ('BREADTH', 'FIELDS', '*', 60, 3),
  ('REPEATED_SUBJECT', 'DAYS', '*', 3, null),
  ('REPEATED_SUBJECT', 'CASES', '*', 2, null),
  ('VAGUE', 'WITHOUT_CASE', '*', 30, null),
  ('VAGUE', 'REFUSED', '*', 10, null);
grant select on oversight.access_threshold to lukou_app;
