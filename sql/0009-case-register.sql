-- Which cases each agency works on: a case reference opens data only where its agency has the case open.

create table oversight.case_file (
  agency text not null check (agency ~ '^AG-[A-Z0-9]+(-[A-Z0-9]+)*$'),
  case_no common.open_text not null,
  -- Whoever states a case may write its brackets in full or half width.
  case_key text not null generated always as (normalize(case_no, NFKC)) stored,
  purposes text[] not null,
  opened_at timestamptz(3) not null,
  closed_at timestamptz(3) check (closed_at > opened_at),
  online_label common.online_label,
  primary key (agency, case_no)
);
create unique index on oversight.case_file (agency, case_key);

grant select on oversight.case_file to lukou_app;
grant usage on schema oversight to lukou_ingest;
grant select, insert, update on oversight.case_file to lukou_ingest;
