import { appendFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LukouError, sha256Hex } from '../../../src/base/index.ts';
import { ingestFile, IngestRefusal, readAdapter } from '../../../src/ingest/index.ts';
import { checkpointAdapter } from '../../rules/ingest/memory-intake.ts';
import { openIntake, type Intake } from './intake.ts';

const CHECKPOINTS = readAdapter(checkpointAdapter({ name: 'name' }), 'test-checkpoints.yaml');
// More than one chunk, so that rows are in their table when the mark comes.
const many = (last: string): string =>
  `id,name\n${Array.from({ length: 30_000 }, (_none, row) => `${row},桥头\n`).join('')}x,${last}\n`;

let intake: Intake;
beforeEach(async () => {
  intake = await openIntake();
});
afterEach(() => intake.database.drop());

const countAll = (): Promise<{ rows: number }[]> =>
  intake.rows(
    `select (select count(*)::int from checkpoint.checkpoint) + (select count(*)::int from ingest.batch)
          + (select count(*)::int from ingest.quarantine) as rows`,
  );

it('keeps nothing of a file with a secrecy mark in its last row, and records the incident', async () => {
  const refusal: unknown = await intake
    .ingestText(CHECKPOINTS, many('机密★10年'), 'list.csv')
    .catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(IngestRefusal);
  expect(await countAll()).toEqual([{ rows: 0 }]);
  expect(intake.entries).toMatchObject([
    { outcome: 'REFUSED', rowsWritten: 0, incident: { sourceName: 'list.csv', line: 30_002 } },
  ]);
  expect(JSON.stringify(intake.entries)).not.toMatch(/机密/);
});

const LABELLED = readAdapter(
  checkpointAdapter({ name: 'name' }).replace(
    'label: INTERNAL',
    'label: { column: level, table: { open: PUBLIC } }',
  ),
  'test-labels.yaml',
);

it.each([
  ['a row without a label', LABELLED, 'id,name,level\n1,a,open\n2,b,\n', 'label.unknown', 3],
  ['a row whose label nobody knows', LABELLED, 'id,name,level\n1,a,friends\n', 'label.unknown', 2],
  ['the first bytes of a ZIP', CHECKPOINTS, 'PK\u0003\u0004', 'opaque.binary-file', null],
  ['a control character', CHECKPOINTS, many('a\u0002'), 'opaque.control-character', 30_002],
  ['a byte of no encoding', CHECKPOINTS, Buffer.from('69640aff0a', 'hex'), 'opaque.encoding', null],
])(
  'keeps nothing of a file with %s, opens an incident and records it',
  async (...[, adapter, bytes, rule, line]) => {
    const folder = await mkdtemp(join(tmpdir(), 'lukou-ingest-'));
    const path = join(folder, 'list.csv');
    await writeFile(path, bytes);
    const refusal: unknown = await intake.ingest(adapter, path).catch((error: unknown) => error);
    await rm(folder, { recursive: true });
    expect(refusal).toBeInstanceOf(IngestRefusal);
    expect(await countAll()).toEqual([{ rows: 0 }]);
    const fileDigest = sha256Hex(bytes);
    const where = { gate: 'INGEST', rule, line };
    expect(intake.incidents).toMatchObject([
      {
        ...where,
        source: 'list.csv',
        sourceDigest: fileDigest,
        markHash: null,
        owners: ['AG-TRAFFIC-POLICE'],
      },
    ]);
    expect(intake.entries).toMatchObject([
      {
        outcome: 'REFUSED',
        code: 'INGEST_REFUSED',
        fileDigest,
        rowsWritten: 0,
        incident: { ...where, sourceName: 'list.csv', fileDigest },
      },
    ]);
    expect(JSON.stringify([intake.entries, intake.incidents, String(refusal)])).not.toMatch(/friends/);
  },
);

it('records a file that another stage refuses, and opens no incident for it', async () => {
  const run = intake.ingestText(CHECKPOINTS, 'id,title\n1,a\n');
  await expect(run).rejects.toThrow(/It lacks "name"/);
  expect(intake.entries).toMatchObject([
    { outcome: 'REFUSED', code: 'INGEST_REFUSED', rowsWritten: 0, incident: null },
  ]);
  expect(intake.incidents).toEqual([]);
});

it('keeps the same file without the mark', async () => {
  const receipt = await intake.ingestText(CHECKPOINTS, many('道口'), 'list.csv');
  expect(receipt.rowsWritten).toBe(30_001);
  expect(intake.entries).toMatchObject([
    { outcome: 'PUBLISHED', rowsRead: 30_001, rowsWritten: 30_001, incident: null },
  ]);
});

it('publishes nothing that the disclosure log does not hold', async () => {
  const unavailable = {
    ...intake.ports,
    log: {
      recordIngest: async () => {
        // What is about to be recorded must not be visible yet.
        expect(await countAll()).toEqual([{ rows: 0 }]);
        throw new LukouError('AUDIT_UNAVAILABLE');
      },
    },
  };
  const run = ingestFile(
    { adapter: CHECKPOINTS, name: 'list.csv', stream: bytesOf(many('道口')) },
    unavailable,
  );
  await expect(run).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  expect(await countAll()).toEqual([{ rows: 0 }]);
});

it('refuses a file with a mark even where the log cannot take its record', async () => {
  const unavailable = {
    ...intake.ports,
    log: { recordIngest: () => Promise.reject(new LukouError('AUDIT_UNAVAILABLE')) },
  };
  const run = ingestFile(
    { adapter: CHECKPOINTS, name: 'list.csv', stream: bytesOf(many('机密★10年')) },
    unavailable,
  );
  await expect(run).rejects.toThrow(/tell the security officer yourself/);
});

it('keeps nothing of a file that stops being text half-way', async () => {
  const bytes = Buffer.concat([Buffer.from(many('道口')), Buffer.from([0xff])]);
  await expect(intake.ingestText(CHECKPOINTS, bytes)).rejects.toMatchObject({ code: 'INGEST_REFUSED' });
  expect(await countAll()).toEqual([{ rows: 0 }]);
});

it('keeps line, type and code of a row that is quarantined, and nothing else', async () => {
  await intake.ingestText(CHECKPOINTS, 'id,name\n1,a\na b,PERSONAL\n');
  const rows = await intake.rows('select * from ingest.quarantine');
  expect(rows).toMatchObject([{ line_no: 3, record_type: 'Checkpoint', code: 'ID_INVALID' }]);
  expect(Object.keys(rows[0]!)).toEqual(['batch_id', 'line_no', 'record_type', 'code']);
});

it('gives its connection back whatever happens', async () => {
  for (let run = 0; run < 6; run++)
    await intake.ingestText(CHECKPOINTS, many('机密★10年')).catch(() => undefined);
  expect((await intake.ingestText(CHECKPOINTS, 'id,name\n1,a\n')).rowsWritten).toBe(1);
});

it('takes in files that come at once one after the other, however few connections there are', async () => {
  const receipts = await Promise.all(
    Array.from({ length: 6 }, (_none, run) => intake.ingestText(CHECKPOINTS, `id,name\n1,a\n2,${run}\n`)),
  );
  // The first file makes both rows, each later one changes the second.
  expect(receipts.map(({ rowsWritten }) => rowsWritten)).toEqual([2, 1, 1, 1, 1, 1]);
});

it('refuses a file that grows while it is read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lukou-ingest-'));
  const path = join(folder, 'list.csv');
  await writeFile(path, many('道口'));
  const run = ingestFile(
    { adapter: CHECKPOINTS, path, onProgress: () => appendFileSync(path, 'y,a\n') },
    intake.ports,
  );
  await expect(run).rejects.toThrow(/It changed while it was read/);
  expect(await countAll()).toEqual([{ rows: 0 }]);
  await rm(folder, { recursive: true });
});

it('hides what the database says of a row', async () => {
  await intake.database.admin((admin) =>
    admin.query(`alter table checkpoint.checkpoint add constraint no_seven check (name <> 'PERSONAL')`),
  );
  const refusal: unknown = await intake
    .ingestText(CHECKPOINTS, 'id,name\n1,PERSONAL\n')
    .catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'STORAGE_FAULT' });
  expect(String(refusal)).toMatch(/23514, constraint no_seven/);
  expect(String(refusal)).not.toMatch(/PERSONAL/);
});

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
