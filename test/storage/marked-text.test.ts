import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const CHECK_VIOLATION = '23514';
const NOT_NULL_VIOLATION = '23502';
const insert = (name: string, label: string | null, id: string): Promise<unknown> =>
  database.ingest.query(
    `insert into traffic.road (id, code_system, road_ref, name, online_label) values ($1, 'GB_T_917', 'G10', $2, $3)`,
    [id, name, label],
  );

it('takes unmarked text with a label', async () => {
  await expect(insert('绥满高速 司机密切注意', 'PUBLIC', 'plain')).resolves.toMatchObject({ rowCount: 1 });
});

it('refuses a secrecy mark in a text, whoever writes it', async () => {
  await expect(insert('绝密★30年', 'PUBLIC', '1')).rejects.toMatchObject({ code: CHECK_VIOLATION });
  await expect(insert('机密★启用前', 'PUBLIC', '2')).rejects.toMatchObject({ code: CHECK_VIOLATION });
  await expect(
    database.ingest.query(`update traffic.road set name = '秘密★5年' where id = 'plain'`),
  ).rejects.toMatchObject({ code: CHECK_VIOLATION });
});

it('refuses a row without a label, and one whose label says a state secret', async () => {
  await expect(insert('G10', null, '3')).rejects.toMatchObject({ code: NOT_NULL_VIOLATION });
  for (const label of ['机密', 'SECRET', '', 'public']) {
    await expect(insert('G10', label, '4')).rejects.toMatchObject({ code: CHECK_VIOLATION });
  }
});

it('refuses a row that keeps silent about its label', async () => {
  const silent = `insert into traffic.road (id, code_system, road_ref) values ('5', 'GB_T_917', 'G10')`;
  await expect(database.ingest.query(silent)).rejects.toMatchObject({ code: NOT_NULL_VIOLATION });
});

it('lets nobody but the owner change what counts as a mark', async () => {
  const change = `create or replace function common.carries_mark(value text) returns boolean
    language sql immutable strict parallel safe as 'select false'`;
  for (const pool of [database.app, database.ingest]) {
    await expect(pool.query(change)).rejects.toMatchObject({ code: '42501' });
  }
  await expect(
    database.ingest.query('alter domain common.open_text drop constraint open_text_check'),
  ).rejects.toMatchObject({
    code: '42501',
  });
});

it('would take the mark if the check knew none (positive control)', async () => {
  const unguarded = await createTestDatabase();
  try {
    await unguarded.owner((owner) =>
      owner.query(`create or replace function common.carries_mark(value text) returns boolean
        language sql immutable strict parallel safe as 'select false'`),
    );
    const { rowCount } = await unguarded.ingest.query(
      `insert into traffic.road (id, code_system, road_ref, name, online_label)
       values ('1', 'GB_T_917', 'G10', '绝密★30年', 'PUBLIC')`,
    );
    expect(rowCount).toBe(1);
  } finally {
    await unguarded.drop();
  }
});
