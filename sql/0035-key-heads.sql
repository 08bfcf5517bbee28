-- The head with which a key of a log took over, which the key before it has signed too: without it nobody could tell later,
-- by the old key alone, that the new one is the log's.
alter table oversight.log_key add column note text;

create function oversight.keep_key_head() returns trigger language plpgsql as $$
begin
  new.note := (select h.note from oversight.log_head h where h.log = new.log and h.size = new.from_size);
  return new;
end
$$;
create trigger with_head before insert on oversight.log_key
  for each row execute function oversight.keep_key_head();
