import * as z from 'zod';
import { defineStatement, openSession, type SessionScope } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { DIVISIONS, fillScopedTables, openScope, SCOPED_TABLES } from '../postgres/fixtures.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillScopedTables(database);
});
afterAll(() => database.drop());

/** How many rows of the table a session with this scope counts. */
async function count(table: string, scope: SessionScope): Promise<number> {
  const statement = defineStatement({
    name: `test.count-${table.replaceAll(/[._]/g, '-')}`,
    text: `select count(*) as rows from ${table}`,
    row: z.strictObject({ rows: z.int() }),
    scoped: true,
  });
  const session = openSession({ pool: database.app, signer: database.signer, scope, shapeChecked: true });
  try {
    return (await session.run(statement, []))[0]!.rows;
  } finally {
    await session.close();
  }
}

async function countWith(table: string, settings: string): Promise<number> {
  const client = await database.app.connect();
  try {
    const answers = await client.query(`begin; ${settings}; select count(*) as rows from ${table}`);
    return (answers as unknown as { rows: { rows: number }[] }[]).at(-1)!.rows[0]!.rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe.each(SCOPED_TABLES)('%s, opened by %s', (table, type) => {
  it('shows every row where the scope opens all, so that the counts below say something', async () => {
    expect(await count(table, openScope(['']))).toBe(DIVISIONS.length);
  });

  it('shows no row without a scope', async () => {
    expect(await countWith(table, 'select 1')).toBe(0);
  });

  it('shows no row where the scope does not name the type', async () => {
    const { [type]: _left, ...others } = openScope(['']);
    expect(await count(table, others)).toBe(0);
  });

  it('shows no row where the scope opens no division', async () => {
    expect(await count(table, openScope([]))).toBe(0);
  });

  it('shows the rows of the prefixes only, and none without a division', async () => {
    expect(await count(table, openScope(['1507']))).toBe(2);
    expect(await count(table, openScope(['150782', '1504']))).toBe(2);
    expect(await count(table, openScope(['15']))).toBe(3);
    expect(await count(table, openScope(['1507%']))).toBe(0);
  });

  it('shows no row where the scope was changed after it was signed', async () => {
    const { mac } = database.signer.sign(openScope(['150703']));
    const { body } = database.signer.sign(openScope(['']));
    expect(
      await countWith(table, `set local lukou.scope = '${body}'; set local lukou.scope_mac = '${mac}'`),
    ).toBe(0);
  });

  it('shows no row to the owner of the table either', async () => {
    const rows = await database.owner(async (owner) => (await owner.query(`select from ${table}`)).rowCount);
    expect(rows).toBe(0);
  });

  it('shows every row once the policies are off (positive control)', async () => {
    const rows = await database.admin(async (admin) => {
      await admin.query(`begin; alter table ${table} disable row level security`);
      // Children look at their parent under its own policy, hence off for that one as well.
      const answer = await admin.query(`set local role lukou_app; select count(*) as rows from ${table}`);
      await admin.query('rollback');
      return (answer as unknown as { rows: { rows: number }[] }[]).at(-1)!.rows[0]!.rows;
    });
    expect(rows).toBe(DIVISIONS.length);
  });
});

const allButTime = { divisions: [''], withheldUsages: [], ties: [] };

it.each([
  ['traffic.gantry_passage', 'GantryPassage'],
  ['checkpoint.passage', 'CheckpointPassage'],
  ['checkpoint.violation', 'Violation'],
  ['checkpoint.dispute_incident', 'DisputeIncident'],
  ['mediation.mediation_case', 'MediationCase'],
  ['mediation.mediation_party', 'MediationCase'],
  ['mediation.detention_mediation', 'DetentionMediation'],
  ['mediation.dispute_warning', 'DisputeWarning'],
])('%s shows no row from before the scope’s first instant', async (table, type) => {
  expect(await count(table, { [type]: { ...allButTime, notBefore: '2026-01-12T12:00:00+08:00' } })).toBe(2);
  expect(await count(table, { [type]: { ...allButTime, notBefore: '2026-01-12T04:00:00.001Z' } })).toBe(1);
});

it.each([
  ['checkpoint.checkpoint', 'Checkpoint'],
  ['checkpoint.lane', 'Checkpoint'],
  ['checkpoint.passage', 'CheckpointPassage'],
])('%s shows no row of a withheld usage', async (table, type) => {
  const scope = {
    [type]: { divisions: [''], notBefore: null, withheldUsages: ['PUBLIC_SECURITY'], ties: [] },
  };
  expect(await count(table, scope)).toBe(DIVISIONS.length - 1);
});

it('checks the signature once a query, not once a row', async () => {
  const { body, mac } = database.signer.sign(openScope(['1507']));
  const client = await database.app.connect();
  try {
    await client.query(`begin; set local lukou.scope = '${body}'; set local lukou.scope_mac = '${mac}'`);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain (costs off) select * from checkpoint.passage where pass_time > '2026-01-11+08' order by pass_time desc limit 3`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/InitPlan/);
    expect(plan).toMatch(/COALESCE\(.*division_code, ''::text\) \^@ ANY \(\(InitPlan \d\)/);
    expect(plan).not.toMatch(/scope_|in_divisions|SubPlan/);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
