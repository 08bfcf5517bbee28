/** A search of the console's page of disclosures, and as somebody with psql would write it. */
export interface Search {
  readonly name: string;
  /** A DisclosureRecordFilter. */
  readonly filter: Readonly<Record<string, unknown>>;
  /** Conditions on `d`, a row of oversight.disclosure. */
  readonly where: string;
}

const decided = (coordinate: string, decision: string): string =>
  `d.coordinates @> '{${coordinate}}' and d.decisions @> '{${decision}}' and exists (
     select from unnest(d.coordinates, d.decisions) as field (coordinate, decision)
     where coordinate = '${coordinate}' and decision = '${decision}')`;
// Whoever writes it otherwise waits half a minute: it has an index of its own.
const decidedWithoutCase = (coordinate: string, decision: string): string =>
  `(case when d.case_reference is null then oversight.decided(d.coordinates, d.decisions) end)
     && array['${coordinate} ${decision}']`;
const PLATE = 'CheckpointPassage.plateNo';
const FACTS = 'MediationCase.facts';

/** Every filter that the page offers, alone; and those together that people ask for. */
export function listSearches(month: readonly [from: string, to: string]): readonly Search[] {
  const [from, to] = month;
  const during = { from, to };
  const inMonth = `d.recorded_at >= '${from}' and d.recorded_at < '${to}'`;
  const search = (name: string, filter: Search['filter'], where: string): Search => ({ name, filter, where });
  return [
    search('the newest', {}, 'true'),
    search('a month', { during }, inMonth),
    search('a field', { coordinate: PLATE }, `d.coordinates @> '{${PLATE}}'`),
    search('denied', { decision: 'DENY' }, `d.decisions @> '{deny}'`),
    search('masked', { decision: 'MASK' }, `d.decisions @> '{mask}'`),
    search('told by a pointer', { decision: 'POINTER' }, `d.decisions @> '{pointer}'`),
    search('a field, allowed', { coordinate: PLATE, decision: 'ALLOW' }, decided(PLATE, 'allow')),
    search('a field, masked', { coordinate: PLATE, decision: 'MASK' }, decided(PLATE, 'mask')),
    search('a field, denied', { coordinate: PLATE, decision: 'DENY' }, decided(PLATE, 'deny')),
    search(
      'a field, allowed, without a case',
      { coordinate: PLATE, decision: 'ALLOW', hasCaseReference: false, during },
      `${decidedWithoutCase(PLATE, 'allow')} and ${inMonth}`,
    ),
    search(
      'a field, masked, without a case',
      { coordinate: PLATE, decision: 'MASK', hasCaseReference: false, during },
      `${decidedWithoutCase(PLATE, 'mask')} and ${inMonth}`,
    ),
    search(
      'a field, denied, without a case',
      { coordinate: FACTS, decision: 'DENY', hasCaseReference: false },
      decidedWithoutCase(FACTS, 'deny'),
    ),
    // There is none.
    search(
      'a field, denied, with a case',
      { coordinate: FACTS, decision: 'DENY', hasCaseReference: true },
      `${decided(FACTS, 'deny')} and d.case_reference is not null`,
    ),
    search('without a case', { hasCaseReference: false }, 'd.case_reference is null'),
    search('with a case', { hasCaseReference: true }, 'd.case_reference is not null'),
    search('one case', { caseReference: 'A-2026-77' }, `d.case_reference = 'A-2026-77'`),
    search('an agency', { agency: 'AG-TRANSPORT-CENTRE' }, `d.agency = 'AG-TRANSPORT-CENTRE'`),
    search('a purpose', { purpose: 'PUBLIC_SAFETY' }, `d.purpose = 'PUBLIC_SAFETY'`),
    search('a role', { role: 'steward' }, `d.role = 'steward'`),
    search('a caller', { caller: CALLER }, `d.actor = '${CALLER}'`),
    search(
      'an agreement',
      { agreement: 'urn:agr:hlbe:justice-police:0010' },
      `d.agreements && array(select uid || '@' || version from oversight.agreement
        where uid = 'urn:agr:hlbe:justice-police:0010')`,
    ),
    search('an outcome', { code: 'UNAUTHORIZED_FIELD_OR_TYPE' }, `d.code = 'UNAUTHORIZED_FIELD_OR_TYPE'`),
    search('refusals', { stage: 'DENY' }, `d.stage = 'DENY'`),
    search('broken glass', { breakGlass: true }, 'd.break_glass is not null'),
    search('a log', { log: 'bench' }, `d.log = 'bench'`),
    search('a division', { division: '150724' }, `d.open_divisions && '{"",15,1507,150724,150724*}'`),
  ];
}

/** md5 of 7, as the log has it. */
const CALLER = 'p1_8f14e45fceea167a5a36dedd4bea2543';

/** The same page as the gateway answers it, newest first. */
export const pageOf = ({ where }: Search, rows: number): string => `
select d.*, (select leaf from oversight.read_leaves(d.log, d.index, d.index + 1)) as leaf
from oversight.disclosure d
where ${where}
order by d.recorded_at desc, d.log, d.index desc
limit ${rows}`;

/** What disclosureCounts counts by, and the same numbers counted one record after the other. $1 from, $2 to. */
export const COUNTS: readonly { readonly by: string; readonly sql: string }[] = [
  ...[
    [
      'HOUR',
      `to_char(date_trunc('hour', d.recorded_at) at time zone interval '8 hours', 'YYYY-MM-DD"T"HH24:00:00') || '+08:00'`,
    ],
    ['AGENCY', `coalesce(d.agency, 'public')`],
    ['PURPOSE', `coalesce(d.purpose, 'none')`],
    ['CODE', 'd.code'],
  ].map(([by = '', key = '']) => ({ by, sql: countBy(key, 'oversight.disclosure d') })),
  {
    by: 'FIELD',
    sql: countBy(
      'told.key',
      'oversight.disclosure d cross join lateral (select distinct unnest(d.coordinates) as key) told',
    ),
  },
  {
    by: 'DENIAL',
    sql: countBy('told.key', 'oversight.disclosure d cross join lateral unnest(d.denials) as told (key)'),
  },
];

function countBy(key: string, from: string): string {
  return `
select ${key} as key, count(*) filter (where d.stage = 'RELEASE')::integer as answers,
  count(*) filter (where d.stage = 'DENY')::integer as refusals
from ${from}
where d.stage in ('RELEASE', 'DENY') and d.recorded_at >= $1 and d.recorded_at < $2
group by 1`;
}
