import * as z from 'zod';
import { JOINT_AGENCIES } from '../../src/loops/index.ts';
import { defineStatement, openSession, type SessionScope } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { fillScopedTables, openScope } from '../postgres/fixtures.ts';
import { openReaders, unboundPool } from './readers/open-readers.ts';

// Rows 0 to 3. Row 0 is tied to the agency and to the case; 1 to the agency alone; 2 to the case alone; 3 to neither, though
// another agency has a case of that number.
const AGENCY = 'AG-WOMENS-FEDERATION';
const CASE = `${AGENCY} X(2026)1`;
const TIED = ['mediation_case', 'detention_mediation'].map(
  (table) => `update mediation.${table} set
    agencies = case when id in ('0', '1') then '{AG-OTHER,${AGENCY}}'::text[] else '{AG-OTHER}' end,
    case_keys = case id when '3' then '{AG-OTHER X(2026)1}' else case when id in ('0', '2') then '{${CASE}}'::text[] else '{}' end end`,
);
const WARNED = `update mediation.dispute_warning set
  joint_units = case when id in ('0', '1') then '{POLICE_STATION,WOMENS_FEDERATION}'::text[] else '{POLICE_STATION}' end,
  case_keys = case id when '3' then '{AG-OTHER X(2026)1}' else case when id in ('0', '2') then '{${CASE}}'::text[] else '{}' end end`;

const TABLES = [
  ['mediation.mediation_case', 'MediationCase', 'id'],
  ['mediation.mediation_party', 'MediationCase', 'case_id'],
  ['mediation.follow_up', 'MediationCase', 'case_id'],
  ['mediation.detention_mediation', 'DetentionMediation', 'id'],
  ['mediation.dispute_warning', 'DisputeWarning', 'id'],
] as const;
const SCOPES: readonly (readonly [said: string, ties: readonly string[], open: readonly string[]])[] = [
  ['nothing', [], ['0', '1', '2', '3']],
  ['an agency', [AGENCY], ['0', '1']],
  ['a case', [CASE], ['0', '2']],
  ['both', [AGENCY, CASE], ['0']],
  ['another agency', ['AG-NOBODY'], []],
  ['another agency’s case of that number', ['AG-OTHER X(2026)1'], ['3']],
];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillScopedTables(database);
  await database.ingest.query([...TIED, WARNED].join('; '));
});
afterAll(() => database.drop());

const tiedTo = (ties: readonly string[]): SessionScope =>
  Object.fromEntries(Object.entries(openScope([''])).map(([type, opened]) => [type, { ...opened, ties }]));

/** Ids that a statement without any predicate of its own sees under the policies alone. */
async function seenUnder(scope: SessionScope, table: string, key: string): Promise<string[]> {
  const statement = defineStatement({
    name: `test.ties-${table.replaceAll(/[._]/g, '-')}`,
    text: `select ${key} as id from ${table} order by 1`,
    row: z.strictObject({ id: z.string() }),
    scoped: true,
  });
  const session = openSession({ pool: database.app, signer: database.signer, scope });
  try {
    return (await session.run(statement, [])).map(({ id }) => id);
  } finally {
    await session.close();
  }
}

/** Ids that the agency's own statements return to a login that no policy binds. */
async function seenUnbound(scope: SessionScope): Promise<Record<string, string[]>> {
  const pool = unboundPool(database);
  const readers = openReaders(database, scope, { pool });
  try {
    const page = { first: 50 };
    const { mediationCases, detentionMediations, disputeWarnings } = readers.mediation;
    const pages = await Promise.all([mediationCases(page), detentionMediations(page), disputeWarnings(page)]);
    const [cases, detentions, warnings] = pages.map(({ nodes }) => nodes.map(({ id }) => id).toSorted());
    return { cases: cases!, detentions: detentions!, warnings: warnings! };
  } finally {
    await readers.close();
    await pool.end();
  }
}

describe.each(SCOPES)('a scope that asks for a tie to %s', (_said, ties, open) => {
  it.each(TABLES)('opens just these rows of %s by the policy alone', async (table, _type, key) => {
    expect(await seenUnder(tiedTo(ties), table, key)).toEqual(open);
  });

  it('opens just these rows by the literal predicates alone', async () => {
    expect(await seenUnbound(tiedTo(ties))).toEqual({ cases: open, detentions: open, warnings: open });
  });
});

it.each(TABLES)('%s shows every row where neither stands (positive control)', async (table) => {
  const { rowCount } = await database.admin((admin) => admin.query(`select from ${table}`));
  expect(rowCount).toBe(4);
});

it.each(TABLES)(
  '%s shows no row to a signed scope that does not speak of ties',
  async (table, _type, key) => {
    const silent = Object.fromEntries(
      Object.entries(openScope([''])).map(([type, { ties: _ties, ...opened }]) => [type, opened]),
    );
    expect(await seenUnder(silent as SessionScope, table, key)).toEqual([]);
  },
);

it.each(TABLES)('%s shows no row where the ties were changed after signing', async (table, _type, key) => {
  const { mac } = database.signer.sign(tiedTo([AGENCY]));
  const { body } = database.signer.sign(tiedTo([]));
  const client = await database.app.connect();
  try {
    await client.query(`begin; set local lukou.scope = '${body}'; set local lukou.scope_mac = '${mac}'`);
    expect((await client.query(`select ${key} from ${table}`)).rowCount).toBe(0);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

it.each(TABLES.filter(([, , key]) => key === 'id'))(
  '%s lets nobody move a row that the scope is not tied to',
  async (table) => {
    const move = async (ties: readonly string[]): Promise<number | null> => {
      const { body, mac } = database.signer.sign(tiedTo(ties));
      const client = await database.app.connect();
      try {
        await client.query(`begin; set local lukou.scope = '${body}'; set local lukou.scope_mac = '${mac}'`);
        return (await client.query(`update ${table} set due_at = now() where id = '2'`)).rowCount;
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    expect([await move([AGENCY]), await move([CASE])]).toEqual([0, 1]);
  },
);

it('opens no row of a type whose rows are tied to nothing', async () => {
  const seen = async (ties: readonly string[]): Promise<number> => {
    const readers = openReaders(database, tiedTo(ties));
    const { nodes } = await readers.checkpoint.checkpoints({ first: 50 });
    await readers.close();
    return nodes.length;
  };
  expect([await seen([AGENCY]), await seen([])]).toEqual([0, 4]);
});

it('knows the agencies of joint units as the loops do', async () => {
  const { rows } = await database.ingest.query<{ agencies: string[] }>(
    'select mediation.agencies_of($1) as agencies from unnest($1::text[]) unit group by 1',
    [Object.values(JOINT_AGENCIES)],
  );
  expect(rows).toEqual([{ agencies: Object.keys(JOINT_AGENCIES).toSorted() }]);
  for (const [agency, unit] of Object.entries(JOINT_AGENCIES)) {
    const alone = await database.ingest.query('select mediation.agencies_of(array[$1]) as agencies', [unit]);
    expect(alone.rows).toEqual([{ agencies: [agency] }]);
  }
});

it('calls no function for a row, and compares no tie where none is asked for', async () => {
  const { body, mac } = database.signer.sign(openScope(['1507']));
  const client = await database.app.connect();
  try {
    await client.query(`begin; set local lukou.scope = '${body}'; set local lukou.scope_mac = '${mac}'`);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      'explain (analyze, costs off, timing off) select * from mediation.mediation_case',
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/COALESCE\(division_code, ''::text\) \^@ ANY \(\(InitPlan \d\)/);
    expect(plan).not.toMatch(/scope_|in_divisions|SubPlan/);
    expect(plan).toMatch(/InitPlan 4\n.*never executed/);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
