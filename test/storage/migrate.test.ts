import { migrateDatabase, readMigrations, type Migration } from '../../src/storage/index.ts';
import { createScopeSigner } from '../../src/storage/index.ts';
import { TEST_SECRET } from '../postgres/cluster.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const signer = createScopeSigner(TEST_SECRET);
const migrate = (migrations: readonly Migration[]): Promise<string[]> =>
  database.owner((owner) => migrateDatabase(owner, signer, { sharedDatabase: false, migrations }));
const added = (name: string, text: string): Migration => ({ name, text, sha256: name });

it('applies nothing twice', async () => {
  expect(await migrate(readMigrations())).toEqual([]);
});

it('applies a new file once, also where several gateways start together', async () => {
  const migrations = [...readMigrations(), added('9001-new.sql', 'create table lukou.made (a integer)')];
  const applied = await Promise.all([migrate(migrations), migrate(migrations), migrate(migrations)]);
  expect(applied.flat()).toEqual(['9001-new.sql']);
});

it('leaves nothing of a file that fails, and says file, line and SQLSTATE', async () => {
  const before = [...readMigrations(), added('9001-new.sql', '')];
  const broken = added('9002-broken.sql', 'create table lukou.half (a integer);\nselect 1;\nselect nothing;');
  await expect(migrate([...before, broken])).rejects.toMatchObject({
    code: 'STORAGE_FAULT',
    detail: 'SQLSTATE 42703, statement sql/9002-broken.sql line 3.',
  });
  const { rows } = await database.owner((owner) => owner.query(`select to_regclass('lukou.half') as half`));
  expect(rows).toEqual([{ half: null }]);
});

it('refuses where an applied file was changed', async () => {
  const changed = readMigrations().map((file, place) => (place === 2 ? { ...file, sha256: 'other' } : file));
  await expect(migrate(changed)).rejects.toMatchObject({
    code: 'DATABASE_UNSUITABLE',
    detail: expect.stringContaining('sql/0003-checkpoint.sql was changed after it had been applied'),
  });
});

it('refuses where a newer Lukou has been here', async () => {
  await expect(migrate(readMigrations().slice(0, -1))).rejects.toMatchObject({
    code: 'DATABASE_UNSUITABLE',
    detail: expect.stringContaining('Use the Lukou that made it, or a newer one'),
  });
});

it('puts the generated guard back where somebody weakened it', async () => {
  const weaken = `create or replace function common.carries_mark(value text) returns boolean
    language sql immutable strict parallel safe as 'select false'`;
  await database.owner((owner) => owner.query(weaken));
  await migrate([...readMigrations(), added('9001-new.sql', '')]);
  const { rows } = await database.owner((owner) =>
    owner.query(`select common.carries_mark('绝密★30年') as marked`),
  );
  expect(rows).toEqual([{ marked: true }]);
});

it('keeps the first gateway’s scope key in a shared database, and replaces it in one’s own', async () => {
  const other = createScopeSigner(Buffer.alloc(32, 9));
  const migrations = [...readMigrations(), added('9001-new.sql', '')];
  const shared = database.owner((owner) =>
    migrateDatabase(owner, other, { sharedDatabase: true, migrations }),
  );
  await expect(shared).rejects.toMatchObject({ detail: expect.stringContaining('the same LUKOU_SECRET') });
  await database.owner((owner) => migrateDatabase(owner, other, { sharedDatabase: false, migrations }));
  const { rows } = await database.owner((owner) => owner.query('select inner_pad from common.scope_key'));
  expect(rows).toEqual([{ inner_pad: Buffer.from(other.pads.inner) }]);
});
