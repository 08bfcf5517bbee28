/** What a run notes of each passage that it brings: all that a watch for a plate looks at. */
export const NOTED_PASSAGE = {
  table: 'new_passage',
  columns: ['id', 'plate_no', 'pass_time', 'division_code', 'usage'],
} as const;

/**
 * The last thing before a run is committed, so that whoever begins to watch waits no longer than that: a watch that was
 * not there when it was looked for is not there before the run is committed either.
 */
const holdWatches = `select pg_advisory_xact_lock(hashtextextended('live.watched_plate', 0))`;

/** Numbers the new passages of each plate that is watched. One that is not watched costs no event. */
const tellWatchers = `
  select live.publish('passage', told.audience, told.row_ids)
    from (
      select watch.id::text as audience, array_agg(passage.id order by passage.pass_time, passage.id) as row_ids
        from live.watched_plate watch
        join pg_temp.new_passage passage on passage.plate_no = watch.plate_no
       where watch.kept_until >= now()
         and common.in_divisions(passage.division_code, watch.divisions)
         and passage.pass_time >= watch.not_before
         and passage.usage <> all (watch.withheld_usages)
       group by watch.id
       order by watch.id
    ) told`;

/** What follows from new passages at checkpoints. */
export const AFTER_PASSAGES: readonly string[] = [holdWatches, tellWatchers];
