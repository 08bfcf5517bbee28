-- A schema that the guard refuses opens an incident where a gateway starts with it or takes it in. Something that starts
-- it again and again opens one a day, as does every worker that reads the same file.
drop index oversight.incident_once_a_day;
create unique index incident_once_a_day on oversight.guard_incident (
  ((detected_at at time zone interval '8 hours')::date),
  gate, rule, actor, coalesce(mark_hash, ''), coalesce(source_name::text, '')
) where gate in ('EGRESS', 'SCHEMA');

create or replace function oversight.open_guard_incident(incident_id uuid, report jsonb)
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
      where known.gate = told.gate and known.gate in ('EGRESS', 'SCHEMA')
        and known.rule = told.rule and known.actor = told.actor
        and coalesce(known.mark_hash, '') = coalesce(told."markHash", '')
        and coalesce(known.source_name::text, '') = coalesce(told.source, '')
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
