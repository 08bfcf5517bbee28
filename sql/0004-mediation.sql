-- The justice bureau: people's mediation (人民调解), mediation inside the detention centre, dispute warnings.

create table mediation.mediation_case (
  id text primary key,
  case_no text not null unique,
  committee_id text,
  room_id text,
  source text,
  dispute_kind text not null,
  difficulty text,
  forecast text,
  form text,
  result text,
  status text not null,
  amount_yuan double precision check (amount_yuan >= 0),
  remedies text[],
  performance text,
  facts common.open_text,
  agreement_text common.open_text,
  division_code text,
  segment_id text,
  road_event_id text,
  accepted_at timestamptz(3),
  closed_at timestamptz(3),
  online_label common.online_label
);
create index on mediation.mediation_case (accepted_at desc, id);
create index on mediation.mediation_case (segment_id);
create index on mediation.mediation_case (road_event_id);
create index on mediation.mediation_case (division_code, dispute_kind, accepted_at);

create table mediation.mediation_party (
  case_id text not null references mediation.mediation_case (id),
  ordinal integer not null,
  role text,
  name common.open_text,
  id_no text,
  phone text,
  address common.open_text,
  division_code text,
  online_label common.online_label,
  primary key (case_id, ordinal)
);

create table mediation.follow_up (
  case_id text not null references mediation.mediation_case (id),
  ordinal integer not null,
  followed_up_at timestamptz(3) not null,
  method text,
  performed boolean,
  satisfied boolean,
  division_code text,
  online_label common.online_label,
  primary key (case_id, ordinal)
);

create table mediation.detention_mediation (
  id text primary key,
  case_id text not null references mediation.mediation_case (id),
  facility_id text not null,
  status text not null,
  intake_at timestamptz(3) not null,
  screened_at timestamptz(3),
  release_at timestamptz(3) check (release_at > intake_at),
  followed_up_at timestamptz(3),
  division_code text,
  online_label common.online_label
);
create index on mediation.detention_mediation (intake_at desc, id);
create index on mediation.detention_mediation (case_id);

create table mediation.dispute_warning (
  id text primary key,
  model_id text not null,
  model_version text not null,
  score integer not null,
  factors jsonb not null,
  level text not null check (level in ('RED', 'ORANGE', 'YELLOW', 'BLUE')),
  status text not null,
  subject_ref text not null,
  division_code text,
  handling_unit text,
  joint_units text[],
  case_id text,
  pushed_at timestamptz(3) not null,
  online_label common.online_label
);
create index on mediation.dispute_warning (pushed_at desc, id);
