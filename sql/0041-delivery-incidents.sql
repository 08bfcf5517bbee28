-- A system that hands in the same marked data again and again opens one incident a day, as who asks for it again and again
-- does: neither the table nor a mailbox can be filled from outside. What an operator hands in is an incident each time.
create unique index delivery_incident_once_a_day on oversight.guard_incident (
  ((detected_at at time zone interval '8 hours')::date), gate, rule, actor, coalesce(mark_hash, source_digest, '')
) where gate in ('INGEST', 'STORAGE') and actor <> 'operator';

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
      where known.gate = told.gate and known.rule = told.rule and known.actor = told.actor
        and case when told.gate in ('EGRESS', 'SCHEMA')
              then coalesce(known.mark_hash, '') = coalesce(told."markHash", '')
                and coalesce(known.source_name::text, '') = coalesce(told.source, '')
              else known.actor <> 'operator'
                and coalesce(known.mark_hash, known.source_digest, '') = coalesce(told."markHash", told."sourceDigest", '')
            end
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
