-- What agreements allow a day, what was used of it, and what the owners of the data must hear of. The application
-- changes none of the three tables but through the functions below: it can spend, and cannot give back.

create table oversight.alarm (
  id uuid primary key,
  raised_at timestamptz(3) not null,
  kind text not null check (kind in ('BUDGET_80', 'BUDGET_SPENT', 'LIMIT_80', 'LIMIT_SPENT', 'BREAK_GLASS')),
  -- Whose data it is about, and who asked.
  owner text not null,
  agency text,
  principal text not null,
  -- As uid@version.
  agreement text not null,
  clause text,
  measure text check (measure in ('ROWS', 'SUBJECTS', 'USES')),
  day date,
  used bigint,
  allowed bigint,
  request_id text not null,
  case_reference text,
  reason text
);
create index on oversight.alarm (owner, raised_at desc);
-- Of a budget or limit once a day: whoever asks on and on does not fill the table.
create unique index alarm_once_a_day on oversight.alarm (day, agreement, principal, kind, measure, coalesce(clause, ''))
  where kind <> 'BREAK_GLASS';
create trigger append_only before update or delete or truncate on oversight.alarm
  for each statement execute function oversight.refuse_change();
grant select, insert on oversight.alarm to lukou_app;

-- Days are those of +08:00. Agreements stand here without their version: amending one gives nothing back.
create table oversight.budget_use (
  day date not null,
  agreement text not null,
  principal text not null,
  measure text not null check (measure in ('ROWS', 'SUBJECTS', 'USES')),
  -- Of a clause's own limit; empty for the agreement's budget.
  clause text not null check ((clause <> '') = (measure = 'USES')),
  used bigint not null default 0 check (used >= 0),
  primary key (day, agreement, principal, measure, clause)
);

-- Whom a principal has learnt of already that day: keyed hashes.
create table oversight.budget_subject (
  day date not null,
  agreement text not null,
  principal text not null,
  subject text not null check (subject ~ '^s1_[A-Za-z0-9_-]{22}$'),
  primary key (day, agreement, principal, subject)
);
grant select on oversight.budget_use to lukou_app;

-- Charges one answer to all its budgets and limits, or to none: a row of the answer to each, saying whether it fits.
-- Alarms are raised in the same transaction, so that what was spent was also told.
create function oversight.spend_budgets(spent_on date, spender text, charges jsonb, request jsonb)
  returns table (agreement text, measure text, clause text, fits boolean)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  -- Whatever the server's default is: an answer may leave on this commit.
  perform set_config('synchronous_commit', 'on', true);
  insert into oversight.budget_use (day, agreement, principal, measure, clause)
    select spent_on, charge.agreement, spender, charge.measure, charge.clause
    from jsonb_to_recordset(charges) as charge (agreement text, measure text, clause text)
    order by charge.agreement, charge.measure, charge.clause
    on conflict do nothing;
  -- In one order for everybody, so that nobody waits in a circle. What follows sees what others spent before.
  perform from oversight.budget_use spent
    join jsonb_to_recordset(charges) as charge (agreement text, measure text, clause text)
      using (agreement, measure, clause)
    where spent.day = spent_on and spent.principal = spender
    order by spent.agreement, spent.measure, spent.clause
    for update of spent;
  return query
  with charged as (
    select charge.*, spent.used, greatest(charge.amount, 0) + coalesce((
      select count(distinct met.subject) from jsonb_array_elements_text(charge.subjects) as met (subject)
      where not exists (
        select from oversight.budget_subject known
        where known.day = spent_on and known.agreement = charge.agreement and known.principal = spender
          and known.subject = met.subject)
    ), 0) as cost
    from jsonb_to_recordset(charges) as charge (
      agreement text, version integer, owner text, measure text, clause text, amount bigint, allowed bigint,
      subjects jsonb)
    join oversight.budget_use spent
      on spent.day = spent_on and spent.agreement = charge.agreement and spent.principal = spender
        and spent.measure = charge.measure and spent.clause = charge.clause
  ),
  -- A budget of rows that is spent fits not even an empty answer: else a refusal would tell which questions have rows.
  judged as (
    select charged.*, used + case measure when 'ROWS' then greatest(cost, 1) else cost end <= allowed as fits
    from charged
  ),
  verdict as (select bool_and(judged.fits) as all_fit from judged),
  spending as (
    update oversight.budget_use spent set used = spent.used + charged.cost
    from charged, verdict
    where verdict.all_fit and spent.day = spent_on and spent.agreement = charged.agreement
      and spent.principal = spender and spent.measure = charged.measure and spent.clause = charged.clause
  ),
  meeting as (
    insert into oversight.budget_subject (day, agreement, principal, subject)
    select distinct spent_on, charged.agreement, spender, met.subject
    from charged, verdict, jsonb_array_elements_text(charged.subjects) as met (subject)
    where verdict.all_fit
    on conflict do nothing
  ),
  raising as (
    insert into oversight.alarm (
      id, raised_at, kind, owner, agency, principal, agreement, clause, measure, day, used, allowed, request_id,
      case_reference)
    select gen_random_uuid(), (request ->> 'raisedAt')::timestamptz,
      case charged.measure when 'USES' then 'LIMIT_' else 'BUDGET_' end || degree.name,
      charged.owner, request ->> 'agency', spender, charged.agreement || '@' || charged.version,
      nullif(charged.clause, ''), charged.measure, spent_on,
      charged.used + case when verdict.all_fit then charged.cost else 0 end, charged.allowed,
      request ->> 'requestId', request ->> 'caseReference'
    from judged charged, verdict, (values ('80'), ('SPENT')) as degree (name)
    where case
      when not verdict.all_fit then degree.name = 'SPENT' and not charged.fits
      when degree.name = 'SPENT' then charged.used + charged.cost >= charged.allowed
      else 5 * (charged.used + charged.cost) >= 4 * charged.allowed
    end
    on conflict do nothing
  )
  select judged.agreement, judged.measure, judged.clause, judged.fits from judged;
end
$$;
revoke execute on function oversight.spend_budgets(date, text, jsonb, jsonb) from public;
grant execute on function oversight.spend_budgets(date, text, jsonb, jsonb) to lukou_app;

-- Forgets days that are over for a week, at most 100,000 rows of each table at a time. By the database's own clock
-- too, so that nobody can have today forgotten.
create function oversight.forget_budgets(today date) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  kept_from constant date := least(today, (now() at time zone 'Asia/Shanghai')::date) - 7;
begin
  delete from oversight.budget_use where ctid = any (array(
    select ctid from oversight.budget_use where day < kept_from limit 100000));
  delete from oversight.budget_subject where ctid = any (array(
    select ctid from oversight.budget_subject where day < kept_from limit 100000));
end
$$;
revoke execute on function oversight.forget_budgets(date) from public;
grant execute on function oversight.forget_budgets(date) to lukou_app;
