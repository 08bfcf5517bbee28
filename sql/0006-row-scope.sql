-- Which rows the application sees: those of the signed scope that its transaction carries (0001), and none without.
-- The same limits stand as literals in each statement, for the planner's sake; these policies hold where one forgets.
--
-- FORCE binds the owner of the tables too. Child rows follow their parent: the subquery is under its parent's policy.

alter table traffic.gantry enable row level security;
alter table traffic.gantry force row level security;
create policy scope on traffic.gantry for select to lukou_app
  using (common.in_divisions(division_code, (select common.scope_divisions('Gantry'))));

alter table traffic.gantry_passage enable row level security;
alter table traffic.gantry_passage force row level security;
create policy scope on traffic.gantry_passage for select to lukou_app
  using (
    common.in_divisions(division_code, (select common.scope_divisions('GantryPassage')))
    and trans_time >= (select common.scope_not_before('GantryPassage'))
  );

alter table checkpoint.checkpoint enable row level security;
alter table checkpoint.checkpoint force row level security;
create policy scope on checkpoint.checkpoint for select to lukou_app
  using (
    common.in_divisions(division_code, (select common.scope_divisions('Checkpoint')))
    and usage <> all ((select common.scope_withheld_usages('Checkpoint'))::text[])
  );

alter table checkpoint.lane enable row level security;
alter table checkpoint.lane force row level security;
create policy scope on checkpoint.lane for select to lukou_app
  using (exists (select from checkpoint.checkpoint parent where parent.id = lane.checkpoint_id));

alter table checkpoint.passage enable row level security;
alter table checkpoint.passage force row level security;
create policy scope on checkpoint.passage for select to lukou_app
  using (
    common.in_divisions(division_code, (select common.scope_divisions('CheckpointPassage')))
    and pass_time >= (select common.scope_not_before('CheckpointPassage'))
    and usage <> all ((select common.scope_withheld_usages('CheckpointPassage'))::text[])
  );

alter table checkpoint.violation enable row level security;
alter table checkpoint.violation force row level security;
create policy scope on checkpoint.violation for select to lukou_app
  using (
    common.in_divisions(division_code, (select common.scope_divisions('Violation')))
    and violation_time >= (select common.scope_not_before('Violation'))
  );

-- A case that is not accepted yet is newer than any that is.
alter table mediation.mediation_case enable row level security;
alter table mediation.mediation_case force row level security;
create policy scope on mediation.mediation_case for select to lukou_app
  using (
    common.in_divisions(division_code, (select common.scope_divisions('MediationCase')))
    and coalesce(accepted_at, 'infinity') >= (select common.scope_not_before('MediationCase'))
  );

alter table mediation.mediation_party enable row level security;
alter table mediation.mediation_party force row level security;
create policy scope on mediation.mediation_party for select to lukou_app
  using (exists (select from mediation.mediation_case parent where parent.id = mediation_party.case_id));

alter table mediation.follow_up enable row level security;
alter table mediation.follow_up force row level security;
create policy scope on mediation.follow_up for select to lukou_app
  using (exists (select from mediation.mediation_case parent where parent.id = follow_up.case_id));

alter table mediation.detention_mediation enable row level security;
alter table mediation.detention_mediation force row level security;
create policy scope on mediation.detention_mediation for select to lukou_app
  using (
    common.in_divisions(division_code, (select common.scope_divisions('DetentionMediation')))
    and intake_at >= (select common.scope_not_before('DetentionMediation'))
  );

alter table mediation.dispute_warning enable row level security;
alter table mediation.dispute_warning force row level security;
create policy scope on mediation.dispute_warning for select to lukou_app
  using (
    common.in_divisions(division_code, (select common.scope_divisions('DisputeWarning')))
    and pushed_at >= (select common.scope_not_before('DisputeWarning'))
  );

-- Ingest writes what the owner of the data hands in: every row.
create policy ingest on traffic.gantry to lukou_ingest using (true) with check (true);
create policy ingest on traffic.gantry_passage to lukou_ingest using (true) with check (true);
create policy ingest on checkpoint.checkpoint to lukou_ingest using (true) with check (true);
create policy ingest on checkpoint.lane to lukou_ingest using (true) with check (true);
create policy ingest on checkpoint.passage to lukou_ingest using (true) with check (true);
create policy ingest on checkpoint.violation to lukou_ingest using (true) with check (true);
create policy ingest on mediation.mediation_case to lukou_ingest using (true) with check (true);
create policy ingest on mediation.mediation_party to lukou_ingest using (true) with check (true);
create policy ingest on mediation.follow_up to lukou_ingest using (true) with check (true);
create policy ingest on mediation.detention_mediation to lukou_ingest using (true) with check (true);
create policy ingest on mediation.dispute_warning to lukou_ingest using (true) with check (true);
