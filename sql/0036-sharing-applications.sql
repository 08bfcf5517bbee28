-- Applications to share data (数据共享申请): who asks whom for what, and the steps of their loop. Kept by the office of the
-- disclosure log; an agency reads those that it makes or gets.

create table oversight.sharing_application (
  id text primary key,
  applicant text not null,
  provider text not null check (provider <> applicant),
  resource common.open_text not null check (length(resource) between 1 and 1000),
  purpose text not null,
  legal_basis common.open_text not null check (length(legal_basis) between 1 and 1000),
  opened_at timestamptz(3) not null,
  -- Who wrote it, by their pseudonym.
  opened_by text not null,
  request_id text not null,
  status text not null default 'DRAFT',
  state_version integer not null default 0,
  due_at timestamptz(3),
  online_label common.online_label,
  -- What is written in words may name the law of secrets (保守国家秘密法); its type keeps marks out.
  constraint no_mark check (not common.carries_sign(concat_ws(chr(10), id, applicant, provider, purpose, opened_by,
    request_id, status, online_label)))
);
create index on oversight.sharing_application (opened_at desc, id desc);
create index on oversight.sharing_application (due_at) where due_at is not null;
grant select, insert, update (status, state_version, due_at) on oversight.sharing_application to lukou_app;

create table oversight.loop_step (like mediation.loop_step including all);
alter table oversight.loop_step drop constraint loop_step_machine_check;
alter table oversight.loop_step add constraint loop_step_machine_check check (machine = 'SharingApplication');
create trigger append_only before update or delete or truncate on oversight.loop_step
  for each statement execute function oversight.refuse_change();
grant select, insert on oversight.loop_step to lukou_app;
