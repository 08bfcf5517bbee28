import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { instant, optionalInstant, optionalText, text, whole } from '../shapes.ts';

const logRow = z.strictObject({
  name: text,
  origin: text,
  size: whole,
  head: optionalText,
  writtenAt: optionalInstant,
  derivedTo: whole,
  waitingSince: optionalInstant,
  bornAt: instant,
  closedAt: optionalInstant,
  prunedTo: whole,
  keys: z.array(z.strictObject({ vkey: text, fromSize: whole })),
});

/** A row of oversight.log with its signed head and its keys. */
export type LogRow = z.infer<typeof logRow>;

// A record says its time among its first bytes, before all that may be of a client. What is derived from it may not be there
// yet, and this list says so.
const timeOf = (index: string): string => `
  (select substring(encode(substr(leaf, 1, 200), 'escape') from '"time":"([0-9T:.Z-]+)"')::timestamptz
     from oversight.read_leaves(l.log, ${index}, ${index} + 1))`;

/** Every log, by name. Its head was written with its newest record. */
export const listLogs = defineStatement({
  name: 'oversight.list-logs-and-heads',
  scoped: false,
  row: logRow,
  text: `
select l.log as name, l.origin, coalesce(h.size, 0) as size, h.note as head,
  ${timeOf('h.size - 1')} as "writtenAt",
  coalesce(d.to_index, 0) as "derivedTo", ${timeOf('coalesce(d.to_index, 0)')} as "waitingSince",
  l.born_at as "bornAt", l.closed_at as "closedAt",
  (select coalesce(max(p.to_index), 0) from oversight.prune p where p.log = l.log) as "prunedTo",
  (select coalesce(json_agg(json_build_object('vkey', k.vkey, 'fromSize', k.from_size) order by k.from_size), '[]')
     from oversight.log_key k where k.log = l.log) as keys
from oversight.log l
left join oversight.log_head h on h.log = l.log
left join oversight.log_derived d on d.log = l.log
order by l.log`,
});
