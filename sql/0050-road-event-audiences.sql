-- Road events are numbered for each audience by itself (0028): a hole in the numbers of those who may not be told of an event
-- (0048) would tell them that there is one.

-- Whether an event is there for whoever may be told of these confidentialities. Tests and exercises are for authorities.
create function traffic.is_told_to(confidentiality text, information_status text, audience text[]) returns boolean
  language sql immutable parallel safe as $$
    select confidentiality = any (audience)
      and (information_status = 'REAL' or 'RESTRICTED_TO_AUTHORITIES' = any (audience))
  $$;

-- An audience is named for the most confidential that it may be told of.
create or replace function live.publish_road_events() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ids text[];
  told record;
begin
  if tg_op = 'INSERT' then
    select array_agg(id) into ids from changed;
  else
    -- A file that is taken in again changes nothing.
    select array_agg(each.id) into ids
      from (select * from changed except select * from known) as each join known using (id)
      where to_jsonb(each) - 'due_at' <> to_jsonb(known) - 'due_at';
  end if;
  for told in
    select listening.audience, array_agg(changed.id order by changed.valid_from, changed.id) as row_ids
      from changed
      join (values ('INTERNAL_USE', array['NO_RESTRICTION', 'RESTRICTED_TO_AUTHORITIES', 'INTERNAL_USE']),
                   ('NO_RESTRICTION', array['NO_RESTRICTION']),
                   ('RESTRICTED_TO_AUTHORITIES', array['NO_RESTRICTION', 'RESTRICTED_TO_AUTHORITIES']))
        as listening (audience, told_of)
        on traffic.is_told_to(changed.confidentiality, changed.information_status, listening.told_of)
     where changed.id = any (ids)
     group by listening.audience
     order by listening.audience collate "C"
  loop
    perform live.publish('roadEvent', told.audience, told.row_ids);
  end loop;
  return null;
end
$$;

-- Numbers go on where they are. Who comes back with an earlier one is told of the gap, and reads the list.
insert into live.topic (topic, audience, last_number)
  select 'roadEvent', each.audience, last_number
    from live.topic, unnest(array['INTERNAL_USE', 'NO_RESTRICTION', 'RESTRICTED_TO_AUTHORITIES']) as each (audience)
   where topic = 'roadEvent' and topic.audience = '*';
delete from live.event where topic = 'roadEvent' and audience = '*';
delete from live.topic where topic = 'roadEvent' and audience = '*';
