import * as z from 'zod';
import { optionalText, optionalTexts, text, whole } from './shapes.ts';

/** Rows of one month that are alike in everything that they are grouped by. */
export const statisticCellRow = z.strictObject({
  month: text,
  keys: z.array(optionalText),
  rows: whole,
  subjects: whole,
  /** The subjects, where there are fewer than k. */
  few: optionalTexts,
  /** Rows whose measured value is known, and of how many subjects it is known. */
  measured: whole,
  measuredSubjects: whole,
  measureSum: whole,
});

/** A row of {@link statisticCellRow}. */
export type StatisticCellRow = z.infer<typeof statisticCellRow>;

/** What cells are made of: SQL over the rows of `from`. */
export interface CellSource {
  readonly instant: string;
  /** What rows can be grouped by; the n-th where the n-th value of the parameter `flags` is true. */
  readonly keys: readonly string[];
  readonly flags: string;
  /** Null for a row of nobody in particular. */
  readonly subject: string;
  /** What is averaged, if anything is. */
  readonly measure?: string;
  /** `from` and `where`. */
  readonly rows: string;
  /** The parameter that says how many subjects need not be named. */
  readonly k: string;
}

/** Cells by calendar month at +08:00. Each subject is summed up first: that is a hash, where count(distinct) sorts. */
export function sumCells({
  instant,
  keys,
  flags,
  subject,
  measure = 'null::integer',
  rows,
  k,
}: CellSource): string {
  const chosen = keys.map((key, at) => `case when (${flags}::boolean[])[${at + 1}] then ${key}::text end`);
  return `
with by_subject as (
  select to_char(${instant} at time zone interval '8 hours', 'YYYY-MM') as month,
    array[${chosen.join(',\n      ')}] as keys,
    ${subject} as subject, count(*) as rows, count(${measure}) as measured, sum(${measure}) as measure_sum
  ${rows}
  group by 1, 2, 3
)
select month, keys, sum(rows)::bigint as rows, count(subject) as subjects,
  case when count(subject) < ${k}::integer then array_agg(subject) filter (where subject is not null) end as few,
  sum(measured)::bigint as measured,
  count(subject) filter (where measured > 0) as "measuredSubjects",
  coalesce(sum(measure_sum), 0)::bigint as "measureSum"
from by_subject
group by month, keys`;
}
