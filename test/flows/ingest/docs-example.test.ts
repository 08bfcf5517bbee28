import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAdapter, RECORD_TYPES } from '../../../src/ingest/index.ts';
import { openIntake } from './intake.ts';

const readDocs = (): Promise<string> =>
  readFile(join(import.meta.dirname, '../../../docs/ingest.md'), 'utf8');
const blockOf = (docs: string, language: string): string =>
  new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(docs)![1]!;

it('docs/ingest.md has an adapter that takes in the rows below it', async () => {
  const docs = await readDocs();
  const intake = await openIntake();
  try {
    const adapter = readAdapter(blockOf(docs, 'yaml'), 'docs/ingest.md');
    const receipt = await intake.ingestText(adapter, blockOf(docs, 'csv'), 'kakou.csv');
    expect(receipt).toMatchObject({ rowsRead: 3, rowsWritten: 2, quarantined: { NOT_BUILT_YET: 1 } });
    expect(receipt.types.Lane).toMatchObject({ written: 3 });
    expect(
      await intake.rows(
        'select name, usage, police_km, police_m, online_label from checkpoint.checkpoint order by id',
      ),
    ).toEqual([
      { name: '伊敏河桥', usage: 'TRAFFIC', police_km: 12, police_m: 300, online_label: 'PUBLIC' },
      { name: '机场路口', usage: 'PUBLIC_SECURITY', police_km: 25, police_m: 0, online_label: 'INTERNAL' },
    ]);
  } finally {
    await intake.database.drop();
  }
});

it('docs/ingest.md lists every type with its fields', async () => {
  const docs = (await readDocs()).replaceAll(/\n +/g, ' ');
  for (const { name, columns } of Object.values(RECORD_TYPES)) {
    const fields = columns.map(({ field, isOptional }) => (isOptional ? field : `\`${field}\``));
    expect(docs).toContain(`- **${name}**: ${fields.join(', ')}\n`);
  }
});

it('docs/ingest.md lists every receipt field that the command prints', async () => {
  const docs = await readDocs();
  for (const field of [
    'fileDigest',
    'rowsRead',
    'rowsWritten',
    'rowsDuplicate',
    'quarantined',
    'types',
    'durationMs',
    'log',
  ])
    expect(docs).toContain(`| \`${field}\``);
});
