-- Early warning: calls to the police about disputes, from which warnings are scored; what a score was made by; and who a
-- warning is about, which nobody sees before the handling unit has opened it.

create table checkpoint.dispute_incident (
  id text primary key,
  occurred_at timestamptz(3) not null,
  kind text not null,
  relationship text,
  physical_conflict boolean not null,
  warning_letter boolean not null,
  -- A keyed hash that the police's own system makes: who it is, is not kept here.
  subject_ref text not null check (subject_ref ~ '^SUBJ-[0-9A-F]{8,64}$'),
  station text,
  division_code text,
  online_label common.online_label
);
create index on checkpoint.dispute_incident (occurred_at desc, id);

-- As of when a warning was scored, and the digest that a replay must have. Null where a file brought the warning.
alter table mediation.dispute_warning
  add column scored_at timestamptz(3),
  add column score_sha256 text check (score_sha256 ~ '^[0-9a-f]{64}$');
create index on mediation.dispute_warning (subject_ref);

-- A score is pushed once: found again by a second run at the same time, it keeps the instant of the first.
create function mediation.keep_first_push() returns trigger language plpgsql as $$
begin
  if new.score_sha256 = old.score_sha256 then new.pushed_at := old.pushed_at; end if;
  return new;
end
$$;
create trigger keep_first_push before update on mediation.dispute_warning
  for each row execute function mediation.keep_first_push();

create table mediation.warning_subject (
  warning_id text primary key references mediation.dispute_warning (id),
  name text not null,
  phone text,
  address text,
  division_code text,
  online_label common.online_label
);

-- Who opened it, and why. Nothing may change or remove it.
create table mediation.warning_opening (
  warning_id text not null,
  agency text not null,
  opened_at timestamptz(3) not null,
  opened_by text not null,
  role text not null,
  note common.open_text not null check (length(note) between 1 and 1000),
  request_id text not null,
  online_label common.online_label,
  primary key (warning_id, agency)
);
create trigger append_only before update or delete or truncate on mediation.warning_opening
  for each statement execute function oversight.refuse_change();

grant select on checkpoint.dispute_incident, mediation.warning_subject to lukou_app;
grant select, insert on mediation.warning_opening to lukou_app;
grant select, insert, update on checkpoint.dispute_incident, mediation.warning_subject to lukou_ingest;

alter table checkpoint.dispute_incident enable row level security;
alter table checkpoint.dispute_incident force row level security;
create policy scope on checkpoint.dispute_incident for select to lukou_app
  using (
    common.in_divisions(division_code, (select common.scope_divisions('DisputeIncident')))
    and occurred_at >= (select common.scope_not_before('DisputeIncident'))
  );
create policy ingest on checkpoint.dispute_incident to lukou_ingest using (true) with check (true);

alter table mediation.warning_opening enable row level security;
alter table mediation.warning_opening force row level security;
create policy scope on mediation.warning_opening to lukou_app
  using (exists (select from mediation.dispute_warning item where item.id = warning_id));

-- Closed until somebody has opened it; which agency has, the statement asks.
alter table mediation.warning_subject enable row level security;
alter table mediation.warning_subject force row level security;
create policy scope on mediation.warning_subject for select to lukou_app
  using (exists (select from mediation.warning_opening opening where opening.warning_id = warning_subject.warning_id));
create policy ingest on mediation.warning_subject to lukou_ingest using (true) with check (true);

alter table mediation.dispute_warning drop constraint no_mark;
do $$
declare
  target record;
begin
  for target in
    select format('%I.%I', n.nspname, c.relname) as name,
           string_agg(format('%I', a.attname), ', ' order by a.attnum) as columns
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('checkpoint', 'mediation')
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
     where c.relname in ('dispute_incident', 'dispute_warning', 'warning_subject', 'warning_opening')
     group by n.nspname, c.relname
  loop
    execute format('alter table %s add constraint no_mark check (not common.carries_sign(concat_ws(chr(10), %s)))',
      target.name, target.columns);
  end loop;
end
$$;
