import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { openReaders, type OpenReaders } from './open-readers.ts';

const RECORDS = 20_000;
let database: TestDatabase;

// A month of questions: 500 callers, a case in five, one field in 60 records of its own, a subject in each.
beforeAll(async () => {
  database = await createTestDatabase();
  await database.admin(async (admin) => {
    await admin.query(
      `insert into oversight.disclosure (log, index, id, recorded_at, stage, agency, role, actor, purpose, case_reference,
         code, row_count, agreements, coordinates, denied, decisions, owners, subjects, open_divisions,
         max_sensitivity, break_glass)
       select 'gateway', n, gen_random_uuid(),
         '2026-02-01T00:00:00+08:00'::timestamptz + n * (interval '28 days' / $1::int),
         case n % 10 when 0 then 'DENY' else 'RELEASE' end, 'AG-' || n % 4, 'analyst', 'p1_' || n * 7919 % 500,
         'ROAD_SAFETY', case n % 5 when 0 then 'A-' || n % 1000 end,
         case n % 997 when 0 then 'BUDGET_SPENT' else 'OK' end, 3, array['urn:agr:' || n % 300 || '@1'],
         array['Query.roadSegments', 'RoadSegment.id', 'T.f' || n % 60, 'T.rare' || n % 5000], '{}',
         array['allow', 'allow', case n % 10 when 0 then 'deny' else 'mask' end,
           case n % 2000 when 0 then 'pointer' else 'allow' end],
         array['AG-TEST', 'AG-TEST', 'AG-OTHER', 'AG-OTHER'],
         array['s1_' || substr(md5((n % 40000)::text), 1, 22)], array['150724', '15*', '1507*'],
         'SENSITIVE', case n % 4000 when 0 then 'LIFE_AT_RISK' end
       from generate_series(1, $1::int) n`,
      [RECORDS],
    );
    await admin.query(
      `insert into oversight.log_batch (log, first_index, ends, leaves, owners)
       select 'gateway', n, array[octet_length(leaf)], leaf, '{-}'
       from generate_series(1, $1::int) n, lateral convert_to(
         '{"fields":[],"result":{"sha256":null},"pad":"' || repeat(md5(n::text), 20) || '"}', 'UTF8') as leaf`,
      [RECORDS],
    );
    await admin.query(`insert into oversight.agreement (uid, version, sha256, assigner, assignee, roles, purposes,
        legal_basis, valid_from, valid_until, body)
      select 'urn:agr:' || n, 1, 'ff', 'AG-TEST', 'AG-X', '{}', '{}', 'LB', now(), now() + interval '1 day', '{}'
      from generate_series(0, 299) n`);
    await admin.query('vacuum analyze oversight.disclosure, oversight.log_batch, oversight.agreement');
  });
}, 300_000);
afterAll(() => database.drop());

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly Plans?: readonly PlanNode[];
}

const nodesOf = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** How the log is read. */
async function explain(read: (opened: OpenReaders['oversight']) => unknown): Promise<string[]> {
  const readers = openReaders(database, {});
  await read(readers.oversight);
  await readers.close();
  // What is rare is looked for among the newest first.
  const { statement, params } = readers.runs.at(-1)!;
  const { rows } = await database.app.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>({
    text: `explain (analyze, format json) ${statement.text}`,
    values: [...params],
  });
  return nodesOf(rows[0]!['QUERY PLAN'][0].Plan)
    .filter((node) => node['Index Name'] !== undefined || node['Relation Name'] === 'disclosure')
    .map((node) => node['Index Name'] ?? `${node['Node Type']} disclosure`)
    .filter((name) => /disclosure/.test(name));
}

const page = { first: 20 };

it.each<[string, (opened: OpenReaders['oversight']) => unknown, RegExp]>([
  ['the newest', (o) => o.disclosureRecords(page), /recorded_at/],
  ['one caller', (o) => o.disclosureRecords({ ...page, filter: { caller: 'p1_7' } }), /by_actor|recorded_at/],
  ['one case', (o) => o.disclosureRecords({ ...page, filter: { caseReference: 'A-15' } }), /by_case/],
  ['a rare field', (o) => o.disclosureRecords({ ...page, filter: { coordinate: 'T.rare7' } }), /terms/],
  ['a rare decision', (o) => o.disclosureRecords({ ...page, filter: { decision: 'POINTER' } }), /terms/],
  ['a rare outcome', (o) => o.disclosureRecords({ ...page, filter: { code: 'LIMIT_DEPTH' } }), /by_code/],
  ['broken glass', (o) => o.disclosureRecords({ ...page, filter: { breakGlass: true } }), /by_break_glass/],
  [
    'who looked at somebody',
    (o) => o.disclosuresOfSubject({ ...page, kind: 'PLATE', value: '蒙E12345' }),
    /terms/,
  ],
])('a page of %s reads an index, and not the log', async (_name, read, index) => {
  const scans = await explain(read);
  expect(scans.join(' ')).toMatch(index);
  expect(scans).not.toContain('Seq Scan disclosure');
});

it('the last page is as near as the first', async () => {
  const readers = openReaders(database, {});
  let after: string | null = null;
  for (let pages = 0; pages < 3; pages += 1) {
    const { pageInfo } = await readers.oversight.disclosureRecords({ first: 200, after });
    after = pageInfo.endCursor;
  }
  await readers.close();
  const scans = await explain((o) => o.disclosureRecords({ ...page, after }));
  expect(scans.join(' ')).toMatch(/recorded_at/);
});

it.each([
  ['frequent', { coordinate: 'RoadSegment.id' }, ['list-near-disclosures']],
  ['rare', { coordinate: 'T.rare7' }, ['list-near-disclosures', 'list-rare-disclosures']],
  [
    'rare without a case',
    { coordinate: 'T.rare7', decision: 'ALLOW', hasCaseReference: false },
    ['list-near-disclosures', 'list-rare-without-case'],
  ],
] as const)('what is %s is found as it should be, page after page', async (_name, filter, statements) => {
  const readers = openReaders(database, {}, { agency: 'AG-OVERSIGHT' });
  const found: number[] = [];
  for (let after: string | null = null, pages = 0; pages < 3; pages += 1) {
    const { nodes, pageInfo } = await readers.oversight.disclosureRecords({ first: 2, after, filter });
    found.push(...nodes.map(({ index }) => index));
    after = pageInfo.endCursor;
    if (pages === 0)
      expect(readers.runs.map(({ statement }) => statement.name.split('.')[1])).toEqual(
        statements.slice(0, found.length === 2 ? 1 : 2),
      );
    if (!pageInfo.hasNextPage) break;
  }
  await readers.close();
  const { coordinate } = filter;
  const { rows } = await database.admin((admin) =>
    admin.query<{ index: number }>(
      `select index::integer from oversight.disclosure where $1 = any(coordinates)
         and ($2 or case_reference is null) order by recorded_at desc limit 6`,
      [coordinate, !('hasCaseReference' in filter)],
    ),
  );
  expect(found).toEqual(rows.map(({ index }) => index));
});
