import { defineStatement } from '../../statement.ts';
import { disclosureColumns, disclosureRow, newestAfter, ownedByReader, rarestAfter } from './disclosure.ts';
import { decidedWithoutCase } from './count-decided-without-case.ts';

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
  text: `${chosen('($9::text is null or d.coordinates @> array[$9]) and ($10::text is null or d.decisions @> array[$10])')}
  and ${newestAfter(18)}`,
});

/** As {@link listDisclosures}, where what is asked for is known to be rare: of $9, decided as $10, without a case. */
export const listRareDisclosures = defineStatement({
  ...listDisclosures,
  name: 'oversight.list-rare-disclosures',
  text: `${chosen(decidedWithoutCase('$9', '$10'))}
  and ${rarestAfter(18)}`,
});

/** @param decided - that of the field $9 it was decided as $10, in the words of an index. */
function chosen(decided: string): string {
  return `
select ${disclosureColumns}
from oversight.disclosure d
where ${ownedByReader}
  and ($2::text is null or d.log = $2)
  and ($3::text is null or d.agency = $3)
  and ($4::text is null or d.role = $4)
  and ($5::text is null or d.actor = $5)
  and ($6::text is null or d.purpose = $6)
  and ($7::text is null or d.case_reference = $7)
  and ($8::text is null or d.stage = $8)
  and ${decided}
  -- Of one and the same field, and for an agency of its own: which of another's was asked for is not its business.
  and ($9::text is null and ($10::text is null or $1::text is null) or exists (
    select from unnest(d.coordinates, d.decisions, d.owners) as each (coordinate, decision, owner)
    where ($9::text is null or each.coordinate = $9) and ($10::text is null or each.decision = $10)
      and ($1::text is null or each.owner = $1)))
  and ($11::text is null or d.agreements && array(
    select a.uid || '@' || a.version from oversight.agreement a
    where $11 in (a.uid, a.uid || '@' || a.version) and ($1::text is null or a.assigner = $1)))
  and ($12::text is null or d.code = $12)
  and ($13::text[] is null or d.open_divisions && $13)
  and ($14::boolean is null or (d.break_glass is not null) = $14)
  and ($15::timestamptz is null or d.recorded_at >= $15 and d.recorded_at < $16::timestamptz)
  and ($17::boolean is null or (d.case_reference is not null) = $17)`;
}
