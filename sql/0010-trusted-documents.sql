-- Operation documents that the operator has published, by the SHA-256 of their UTF-8 text. Every gateway on this
-- database knows them. A document is never changed, since its name is its content.

create table oversight.trusted_document (
  sha256 text primary key check (sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex')),
  body common.open_text not null,
  source_name common.open_text not null,
  published_at timestamptz(3) not null default clock_timestamp()
);
create trigger append_only before update or delete or truncate on oversight.trusted_document
  for each statement execute function oversight.refuse_change();

grant select on oversight.trusted_document to lukou_app;
grant usage on schema oversight to lukou_ingest;
grant select, insert on oversight.trusted_document to lukou_ingest;
