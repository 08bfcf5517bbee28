-- The way around a road event (绕行): in words, and as stretches of road that can be looked up; what is done about it, and
-- what it cost. And what events of other systems (DATEX II, WZDx) say of themselves: who may be told, where they are on the
-- ground, and what their road is called where it has no number of ours.
alter table traffic.road_event
  add column detour common.open_text,
  -- [{"roadCode": "S201", "divisionCode": null, "fromStakeM": 0, "toStakeM": 90000}], in the order of travel.
  add column detour_legs jsonb check (jsonb_typeof(detour_legs) = 'array'),
  add column measures common.open_text,
  add column property_loss_yuan double precision check (property_loss_yuan >= 0),
  add column confidentiality text not null default 'NO_RESTRICTION'
    check (confidentiality in ('NO_RESTRICTION', 'RESTRICTED_TO_AUTHORITIES', 'INTERNAL_USE')),
  add column road_name text,
  add column geometry jsonb;

-- What closes a stretch at the moment, for whoever asks whether a detour is open.
create index on traffic.road_event (road_code)
  where status = 'ACTIVE' and information_status = 'REAL' and vehicle_impact = 'ALL_LANES_CLOSED';

alter table traffic.road_event drop constraint no_mark;
do $$
begin
  execute (
    select format('alter table traffic.road_event add constraint no_mark check (not common.carries_sign(concat_ws(chr(10), %s)))',
        string_agg(format('%I', a.attname), ', ' order by a.attnum))
      from pg_attribute a
     where a.attrelid = 'traffic.road_event'::regclass and a.attnum > 0 and not a.attisdropped
       and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
  );
end
$$;
