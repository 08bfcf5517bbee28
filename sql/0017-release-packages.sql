-- Release packages that were taken in: each once, ever. The row stands in the transaction of its run, so a run that fails
-- uses none up, and of two that hand in the same package one fails.

create table ingest.release_package (
  id uuid primary key,
  batch_id uuid not null unique references ingest.batch (id),
  register uuid not null,
  package_digest text not null check (package_digest ~ '^[0-9a-f]{64}$'),
  decision_reference common.open_text not null,
  decision_authority common.open_text not null,
  decided_on date not null,
  key_ids text[] not null check (cardinality(key_ids) >= 2),
  accepted_at timestamptz(3) not null default clock_timestamp()
);

create trigger append_only before update or delete or truncate on ingest.release_package
  for each statement execute function oversight.refuse_change();
