import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writtenForms } from '../../../src/classification/index.ts';
import { findTablesHolding } from '../../../src/storage/index.ts';
import { findFilesHolding, makeCanary } from '../../../src/wiring/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';

const { text } = makeCanary();
const FORMS = [...writtenForms(text)];

describe('The search for a planted text', () => {
  let folder: string;
  let database: TestDatabase;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-search-'));
    database = await createTestDatabase();
    await database.owner((owner) =>
      owner.query('create table traffic.drill_text (body text, texts text[], document jsonb, bytes bytea)'),
    );
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  it.each(FORMS)('finds it in a file: %s', async (_name, form) => {
    await mkdir(join(folder, 'below'), { recursive: true });
    const path = join(folder, 'below', 'file.bin');
    await writeFile(path, Buffer.concat([Buffer.from([0, 255]), Buffer.from(form), Buffer.from([255, 0])]));
    expect(await findFilesHolding(folder, text)).toEqual(['below/file.bin']);
    await writeFile(path, form.slice(1));
    expect(await findFilesHolding(folder, text)).toEqual([]);
  });

  it.each(FORMS)('finds it in every kind of column: %s', async (_name, form) => {
    const values = {
      body: form,
      texts: [`a "${form}`],
      document: JSON.stringify({ a: [form] }),
      bytes: Buffer.from(form),
    };
    for (const [column, value] of Object.entries(values)) {
      const found = await database.owner(async (owner) => {
        await owner.query(`insert into traffic.drill_text (${column}) values ($1)`, [value]);
        const holding = await findTablesHolding(owner, text);
        await owner.query('truncate traffic.drill_text');
        return holding;
      });
      expect([column, found]).toEqual([column, ['traffic.drill_text']]);
    }
    expect(await database.owner((owner) => findTablesHolding(owner, text))).toEqual([]);
  });

  it('finds it where row-level security hides rows, in a month of a large table too, and leaves it in force', async () => {
    const plain = makeCanary().innocent;
    await database.ingest.query(`select ingest.ensure_month('checkpoint.passage', '2026-03-01')`);
    await database.ingest.query(
      `insert into checkpoint.passage (id, checkpoint_id, usage, pass_time, vehicle_group, plate_no, online_label)
       values ('p', 'c', 'TRAFFIC', '2026-03-02T09:00:00+08:00', 'OTHER', $1, 'SENSITIVE')`,
      [plain.token],
    );
    const look = (): Promise<string[]> => database.owner((owner) => findTablesHolding(owner, plain.token));
    expect(await look()).toEqual(['checkpoint.passage_2026_03']);
    const seen = await database.owner((owner) => owner.query('select from checkpoint.passage_2026_03'));
    expect(seen.rowCount).toBe(0);
  });
});
