-- Subjects are counted masked too, so whether an answer fits told whether masked values are somebody's whom the caller had
-- met that day. An answer with too many of them now ends the budget until midnight: one refusal a day, one bit at most.
alter table oversight.budget_use add column closed boolean not null default false;

-- Charges one answer to all its budgets and limits, or to none: a row of the answer to each, saying whether it fits.
-- Alarms are raised in the same transaction, so that what was spent was also told.
create or replace function oversight.spend_budgets(spent_on date, spender text, charges jsonb, request jsonb)
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
    select charge.*, spent.used, spent.closed, greatest(charge.amount, 0) + coalesce((
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
  -- A budget of rows or subjects that is spent fits not even an empty answer: else a refusal would tell which questions
  -- have rows, or touch somebody new.
  judged as (
    select charged.*, not closed
      and used + case when measure in ('ROWS', 'SUBJECTS') then greatest(cost, 1) else cost end <= allowed as fits
    from charged
  ),
  verdict as (select bool_and(judged.fits) as all_fit from judged),
  spending as (
    update oversight.budget_use spent set used = spent.used + charged.cost
    from charged, verdict
    where verdict.all_fit and spent.day = spent_on and spent.agreement = charged.agreement
      and spent.principal = spender and spent.measure = charged.measure and spent.clause = charged.clause
  ),
  closing as (
    update oversight.budget_use spent set closed = true
    from judged
    where not judged.fits and judged.measure = 'SUBJECTS' and spent.day = spent_on
      and spent.agreement = judged.agreement and spent.principal = spender and spent.measure = judged.measure
      and spent.clause = judged.clause
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
