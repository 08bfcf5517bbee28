-- What a row is tied to, beside its place and time: agencies that have a part in it, and cases of agencies' registers that it
-- belongs to. An agreement may open only rows that are tied to the caller's own agency, to the case that it states, or to both.

-- As units act on warnings together (警司妇联动): JOINT_AGENCIES of src/loops, and a test keeps them equal.
create function mediation.agencies_of(joint_units text[]) returns text[]
  language sql immutable parallel safe as $$
    select coalesce(array_agg(agency order by agency), '{}')
      from (values ('POLICE_STATION', 'AG-TRAFFIC-POLICE'), ('JUDICIAL_OFFICE', 'AG-JUSTICE-BUREAU'),
                   ('WOMENS_FEDERATION', 'AG-WOMENS-FEDERATION')) as acting (unit, agency)
     where unit = any (joint_units)
  $$;

-- A case by whose register it is of, and its number as registers compare it: 'AG-TRAFFIC-POLICE 呼公交(2026)0142号'. Two
-- agencies may use one number. Mediations inside the detention centre and warnings belong to what their case belongs to.
alter table mediation.mediation_case
  add column agencies text[] not null default '{}',
  add column case_keys text[] not null default '{}';
-- Until now one centre held everybody (PARTIES of src/loops); from now on whoever hands a row in says whose centre it is.
alter table mediation.detention_mediation
  add column agencies text[] not null default '{AG-DETENTION-CENTRE}',
  add column case_keys text[] not null default '{}';
alter table mediation.detention_mediation alter column agencies set default '{}';
alter table mediation.dispute_warning
  add column agencies text[] not null generated always as (mediation.agencies_of(joint_units)) stored,
  add column case_keys text[] not null default '{}';

-- The owner sees no row, and so would change none, under policies that are forced on it.
alter table mediation.mediation_case no force row level security;
alter table mediation.detention_mediation no force row level security;
update mediation.mediation_case set agencies = '{AG-DETENTION-CENTRE}'
 where id in (select case_id from mediation.detention_mediation);
alter table mediation.mediation_case force row level security;
alter table mediation.detention_mediation force row level security;

alter table mediation.mediation_case drop constraint no_mark;
alter table mediation.detention_mediation drop constraint no_mark;
alter table mediation.dispute_warning drop constraint no_mark;
do $$
declare
  target record;
begin
  for target in
    select a.attrelid::regclass as name, string_agg(format('%I', a.attname), ', ' order by a.attnum) as columns
      from pg_attribute a
     where a.attrelid in ('mediation.mediation_case'::regclass, 'mediation.detention_mediation'::regclass,
         'mediation.dispute_warning'::regclass) and a.attnum > 0 and not a.attisdropped
       and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
     group by a.attrelid
  loop
    execute format('alter table %s add constraint no_mark check (not common.carries_sign(concat_ws(chr(10), %s)))',
      target.name, target.columns);
  end loop;
end
$$;

-- What a scope asks a row to be tied to, all of it; '{}' where that does not matter, null (no row) where it does not say.
create function common.scope_ties(type_name text) returns text[]
  language sql stable parallel safe as $$
    select case when jsonb_typeof(ties) = 'array' then array(select jsonb_array_elements_text(ties)) end
      from (select common.scope_of(type_name) -> 'ties' as ties) scope
  $$;

-- As in 0001, but for the prefixes that it names once: the planner takes in no function that names a subquery twice, and called
-- this one for every row of every table that is not partitioned. The empty text begins with the empty prefix alone.
create or replace function common.in_divisions(division_code text, prefixes text[]) returns boolean
  language sql immutable parallel safe as $$
    select coalesce(coalesce(division_code, '') ^@ any (prefixes), false)
  $$;

do $$
declare
  target record;
  policy text;
begin
  for target in
    select * from (values
      ('mediation_case', 'MediationCase', 'coalesce(accepted_at, ''infinity'')'),
      ('detention_mediation', 'DetentionMediation', 'intake_at'),
      ('dispute_warning', 'DisputeWarning', 'pushed_at')) as scoped (table_name, type_name, instant)
  loop
    foreach policy in array array['scope', 'act'] loop
      -- What is said twice is worked out once, or, where a scope asks for no tie, never.
      execute format('alter policy %1$I on mediation.%2$I using (
          common.in_divisions(division_code, (select common.scope_divisions(%3$L)))
          and %4$s >= (select common.scope_not_before(%3$L))
          and case when (select common.scope_ties(%3$L)) = ''{}'' then true
                   else agencies || case_keys @> (select common.scope_ties(%3$L)) end)',
        policy, target.table_name, target.type_name, target.instant);
    end loop;
  end loop;
end
$$;
