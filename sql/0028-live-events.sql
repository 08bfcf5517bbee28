-- What happened, numbered for those who follow it. An event says which row and nothing of it: the row itself is read
-- again for each subscriber, under that subscriber's agreements.

create schema live;
grant usage on schema live to lukou_app;

-- An audience is told of the same rows and numbers them by itself: its numbers have no holes, so that whoever counts
-- along misses nothing, and learns nothing of what others are told.
create table live.topic (
  topic text not null,
  audience text not null,
  last_number bigint not null default 0 check (last_number >= 0),
  primary key (topic, audience)
);

create table live.event (
  topic text not null,
  audience text not null,
  number bigint not null,
  row_id text not null,
  happened_at timestamptz(3) not null default now(),
  primary key (topic, audience, number),
  foreign key (topic, audience) references live.topic (topic, audience)
);
create index on live.event (topic, audience, happened_at);
grant select on live.topic, live.event to lukou_app;

-- Numbers events in the transaction that wrote their rows, and forgets those of a week ago. Whoever comes second waits
-- for the first one's commit: numbers appear in their order, or a reader would pass by one that commits late. Listeners
-- are told the topic alone, and only that there may be something to read.
create function live.publish(of_topic text, for_audience text, row_ids text[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  last bigint;
begin
  insert into live.topic as known (topic, audience, last_number)
    values (of_topic, for_audience, cardinality(row_ids))
    on conflict (topic, audience) do update set last_number = known.last_number + cardinality(row_ids)
    returning known.last_number into last;
  insert into live.event (topic, audience, number, row_id)
    select of_topic, for_audience, last - cardinality(row_ids) + place, row_id
    from unnest(row_ids) with ordinality as each (row_id, place);
  delete from live.event
    where topic = of_topic and audience = for_audience and happened_at < now() - interval '7 days';
  perform pg_notify('lukou_live', of_topic);
end
$$;
revoke execute on function live.publish(text, text, text[]) from public;

-- Every alarm is told to the keeper of the log, '*', and to the agency whose data it is about. Audiences in one order for
-- everybody, so that nobody waits in a circle.
create function live.publish_alarms() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  told record;
begin
  for told in
    select audience, array_agg(id::text order by raised_at, id) as row_ids
    from (select '*' as audience, id, raised_at from raised union all select owner, id, raised_at from raised) as each
    group by audience
    order by audience collate "C"
  loop
    perform live.publish('alarm', told.audience, told.row_ids);
  end loop;
  return null;
end
$$;
create trigger publish after insert on oversight.alarm
  referencing new table as raised for each statement execute function live.publish_alarms();

-- Road events are open by agreement and not by row: one audience.
create function live.publish_road_events() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  row_ids text[];
begin
  if tg_op = 'INSERT' then
    select array_agg(id order by valid_from, id) into row_ids from changed;
  else
    -- A file that is taken in again changes nothing.
    select array_agg(id order by valid_from, id) into row_ids from (
      select id, valid_from from (select * from changed except select * from known) as each
    ) as different;
  end if;
  if row_ids is not null then perform live.publish('roadEvent', '*', row_ids); end if;
  return null;
end
$$;
create trigger publish_new after insert on traffic.road_event
  referencing new table as changed for each statement execute function live.publish_road_events();
create trigger publish_changed after update on traffic.road_event
  referencing old table as known new table as changed for each statement execute function live.publish_road_events();
