-- The storage gate stands at every text that agencies' files bring, wherever it comes to rest: at the addresses of pictures,
-- which 0018 left out, and in what is kept outside the agencies' schemas.

-- An address may have several slashes in a row. Neither a plain mark nor another sign of one belongs there.
alter table checkpoint.passage add constraint no_mark_in_address
  check (not common.carries_mark(image_url) and not common.carries_sign(regexp_replace(image_url, '/+', '/', 'g')));

do $$
declare
  target record;
begin
  for target in
    select format('%I.%I', n.nspname, c.relname) as name,
           string_agg(format('%I', a.attname), ', ' order by a.attnum) as columns
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('reference', 'oversight', 'ingest')
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
     where c.relkind = 'r' and has_table_privilege('lukou_ingest', c.oid, 'insert')
     group by n.nspname, c.relname
  loop
    execute format('alter table %s add constraint no_mark check (not common.carries_sign(concat_ws(chr(10), %s)))',
      target.name, target.columns);
  end loop;
end
$$;
