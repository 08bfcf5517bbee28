import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { instant, optionalInstant, optionalText, text, whole } from '../shapes.ts';

const logRow = z.strictObject({
  name: text,
  origin: text,
  size: whole,
  head: optionalText,
  writtenAt: optionalInstant,
  bornAt: instant,
  closedAt: optionalInstant,
  prunedTo: whole,
  keys: z.array(z.strictObject({ vkey: text, fromSize: whole })),
});

/** A row of oversight.log with its signed head and its keys. */
export type LogRow = z.infer<typeof logRow>;

/** Every log, by name. Its head was written with its newest record. */
export const listLogs = defineStatement({
  name: 'oversight.list-logs-and-heads',
  scoped: false,
  readsLog: true,
  row: logRow,
  text: `
select l.log as name, l.origin, coalesce(h.size, 0) as size, h.note as head,
  (select d.recorded_at from oversight.disclosure d where d.log = l.log and d.index = h.size - 1) as "writtenAt",
  l.born_at as "bornAt", l.closed_at as "closedAt",
  (select coalesce(max(p.to_index), 0) from oversight.prune p where p.log = l.log) as "prunedTo",
  (select coalesce(json_agg(json_build_object('vkey', k.vkey, 'fromSize', k.from_size) order by k.from_size), '[]')
     from oversight.log_key k where k.log = l.log) as keys
from oversight.log l
left join oversight.log_head h on h.log = l.log
order by l.log`,
});
