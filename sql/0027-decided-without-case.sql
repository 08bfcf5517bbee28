-- Who read what without a case: a few records among millions, so what was decided of each field has an index of its own
-- there. Records with a case cost it next to nothing.

-- "CheckpointPassage.plateNo allow" for each field.
create function oversight.decided(coordinates text[], decisions text[]) returns text[]
  language sql immutable strict parallel safe
  return (
    select coalesce(array_agg(coordinate || ' ' || decision), '{}')
    from unnest(coordinates, decisions) as each (coordinate, decision)
  );

create index disclosure_without_case on oversight.disclosure using gin
  ((case when case_reference is null then oversight.decided(coordinates, decisions) end));
