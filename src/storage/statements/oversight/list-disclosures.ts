import { defineStatement } from '../../statement.ts';
import {
  afterPosition,
  disclosureColumns,
  disclosureRow,
  newestFirst,
  ownedByReader,
  rarestFirst,
} from './disclosure.ts';

/** Newest records that are looked through before an index is asked what there is. */
const NEAR = 20_000;

const DURING = '($15::timestamptz is null or d.recorded_at >= $15 and d.recorded_at < $16::timestamptz)';
const AFTER = afterPosition(18);

// What the terms of a record are found by.
const TERMS = `($9::text is null or d.coordinates @> array[$9]) and ($10::text is null or d.decisions @> array[$10])
  and ($11::text is null or d.agreements && array(
    select a.uid || '@' || a.version from oversight.agreement a
    where $11 in (a.uid, a.uid || '@' || a.version) and ($1::text is null or a.assigner = $1)))
  and ($13::text[] is null or d.open_divisions && $13)`;
// The same of a field that was decided so without a case, in the words of an index of its own.
const WITHOUT_CASE = `(case when d.case_reference is null then oversight.decided(d.coordinates, d.decisions) end)
    && array[$9::text || ' ' || $10::text]
  and ${TERMS}`;

/**
 * A page of records, newest first. $1 the one agency whose data they are of, $2 log, $3 agency, $4 role, $5 caller,
 * $6 purpose, $7 case, $8 stage, $9 coordinate, $10 decision, $11 agreement with or without its version, $12 code,
 * $13 terms of a division, $14 whether the glass was broken, $15 from, $16 to, $17 whether with a case reference;
 * $18 instant, $19 log and $20 index of the last row seen; $21 rows.
 */
export const listDisclosures = defineStatement({
  name: 'oversight.list-disclosures',
  scoped: false,
  readsLog: true,
  row: disclosureRow,
  plannedAnew: true,
  text: `${chosen('oversight.disclosure d', TERMS)}
  and ${DURING} and ${AFTER}
${newestFirst('$21')}`,
});

/** As {@link listDisclosures}, but of the next {@link NEAR} records of the span alone: a whole page of them is the page. */
export const listNearDisclosures = defineStatement({
  ...listDisclosures,
  name: 'oversight.list-near-disclosures',
  text: `${chosen(
    `(
  select * from oversight.disclosure d
  where ${DURING} and ${AFTER}
  ${newestFirst(NEAR)}
) d`,
    TERMS,
  )}
${newestFirst('$21')}`,
});

/** As {@link listDisclosures}, of what is rare: found by its terms and then sorted, never in the order of time. */
export const listRareDisclosures = defineStatement({
  ...listDisclosures,
  name: 'oversight.list-rare-disclosures',
  text: `${chosen('oversight.disclosure d', TERMS)}
  and ${DURING} and ${AFTER}
${rarestFirst('$21')}`,
});

/** As {@link listRareDisclosures}, where $9, $10 and no case are asked for. */
export const listRareWithoutCase = defineStatement({
  ...listDisclosures,
  name: 'oversight.list-rare-without-case',
  text: `${chosen('oversight.disclosure d', WITHOUT_CASE)}
  and ${DURING} and ${AFTER}
${rarestFirst('$21')}`,
});

function chosen(records: string, terms: string): string {
  return `
select ${disclosureColumns}
from ${records}
where ${ownedByReader}
  and ($2::text is null or d.log = $2)
  and ($3::text is null or d.agency = $3)
  and ($4::text is null or d.role = $4)
  and ($5::text is null or d.actor = $5)
  and ($6::text is null or d.purpose = $6)
  and ($7::text is null or d.case_reference = $7)
  and ($8::text is null or d.stage = $8)
  and ${terms}
  -- Of one and the same field, and for an agency of its own: which of another's was asked for is not its business.
  and ($9::text is null and ($10::text is null or $1::text is null) or exists (
    select from unnest(d.coordinates, d.decisions, d.owners) as each (coordinate, decision, owner)
    where ($9::text is null or each.coordinate = $9) and ($10::text is null or each.decision = $10)
      and ($1::text is null or each.owner = $1)))
  and ($12::text is null or d.code = $12)
  and ($14::boolean is null or (d.break_glass is not null) = $14)
  and ($17::boolean is null or (d.case_reference is not null) = $17)`;
}
