import { type RecordFormat, writeBundle, writeRecords } from '../../src/audit/index.ts';
import { holdsText } from '../../src/classification/index.ts';
import { createDetailReader, createLogReader, publishDocument } from '../../src/storage/index.ts';
import { sha256Hex } from '../../src/base/index.ts';
import type { TestDatabase } from '../postgres/database.ts';
import { copySample } from '../world/open-sample-world.ts';
import { openWorld, type World } from '../world/open-world.ts';
import { queryRecords, RECORDS } from '../world/query-records.ts';

// Planted wherever a request or an answer can hold text. The last two are one name, as documents can spell it.
const PLATE = '蒙EQ7W9X';
const PHONE = '13911112222';
const NAME = '欧阳金丝雀';
const SPELT = 'OuyangJinsique';
const PLATE_SPELT = 'MengEQ7W9X';
const CANARIES = [PLATE, PHONE, NAME, SPELT, PLATE_SPELT, 'EQ7W9X'];

describe('L5 No personal value is in a record, a message, an error or an export', () => {
  let database: TestDatabase;
  let world: World;
  const said: string[] = [];
  beforeAll(async () => {
    database = await copySample();
    world = await openWorld(database);
    await plant();
    await askForThem();
  }, 120_000);
  afterAll(() => world.close());

  /** Into the data: one passage, one party. */
  async function plant(): Promise<void> {
    await database.admin(async (client) => {
      await client.query(
        `update checkpoint.passage set plate_no = $1 where id = (select id from checkpoint.passage order by pass_time desc limit 1)`,
        [PLATE],
      );
      await client.query('update mediation.mediation_party set name = $1, phone = $2', [NAME, PHONE]);
    });
  }

  async function askForThem(): Promise<void> {
    const parties = '{ mediationCases(first: 1) { nodes { parties { name phone } } } }';
    const passages = `query ($plate: PlateNo) { checkpointPassages(first: 1, filter: { plateNo: $plate }) { nodes { plateNo } } }`;
    const withCase = { purpose: 'PUBLIC_SAFETY', caseReference: 'A-2026-0107' };
    const replies = [
      await world.ask('justice', parties, { purpose: 'MEDIATION' }),
      await world.ask('analyst', passages, { ...withCase, variables: { plate: PLATE } }),
      await world.ask(
        'analyst',
        passages.replace('$plate }', `"${PLATE}" }`).replace('($plate: PlateNo) ', ''),
        withCase,
      ),
      ...(await Promise.all(
        [SPELT, PLATE_SPELT, `P${PHONE}`].map((name) =>
          world.ask('public', `query ${name} { __typename }`, { operationName: name }),
        ),
      )),
      ...(await Promise.all(
        CANARIES.flatMap((canary) => [
          world.ask('public', '{ __typename }', { operationName: canary }),
          world.ask('public', `{ ${SPELT}: nothing }`),
          world.ask('analyst', '{ __typename }', { purpose: encodeURIComponent(canary) }),
          world.ask('analyst', passages, { ...withCase, variables: { plate: { [canary]: canary } } }),
          world.ask('analyst', '{ __typename }', { ...withCase, caseReference: canary }),
          world.ask('public', '{ __typename }', {
            headers: {
              'user-agent': encodeURIComponent(canary),
              referer: `https://x/${encodeURIComponent(canary)}`,
              'x-request-id': encodeURIComponent(canary),
              traceparent: `00-${PHONE}-${PHONE}-01`,
            },
          }),
        ]),
      )),
    ];
    const [people, looked] = replies;
    // They were disclosed: otherwise that they are in no record would say nothing.
    expect(people!.text).toContain(NAME);
    expect(people!.text).toContain(PHONE);
    expect(looked!.text).toContain(PLATE);
    // Errors are told to the caller, who wrote those texts; they must not bring in the data's.
    said.push(
      ...replies.filter(({ body }) => body.errors !== undefined && body.data == null).map(({ text }) => text),
    );
  }

  function expectClean(text: string): void {
    expect(CANARIES.filter((canary) => holdsText(text, canary))).toEqual([]);
  }

  const readLogs = async () => {
    const reader = createLogReader(world.database.log);
    const details = createDetailReader(world.database.log);
    const logs = await reader.listLogs();
    return { reader, details, logs };
  };

  it('a record, in its bytes or in the columns beside them', async () => {
    const rows = await queryRecords<{ row: string; leaf: Buffer }>(
      database.log,
      `select record::text as row, leaf from ${RECORDS}`,
    );
    expect(rows.length).toBeGreaterThan(30);
    for (const { row, leaf } of rows) expectClean(`${row}\n${leaf.toString('utf8')}`);
  });

  it('a digest that could be guessed: two documents that differ in the plate alone have one', async () => {
    const digests = await Promise.all(
      [PLATE, '蒙E00001'].map(async (plate) => {
        const { body } = await world.ask('analyst', `{ __typename @include(if: true) } # ${plate}`, {
          purpose: 'PUBLIC_SAFETY',
        });
        const { index } = body.extensions.receipt;
        const [row] = await queryRecords<{ leaf: Buffer }>(
          database.log,
          `select leaf from ${RECORDS} where log = 'gateway' and index = ${index}`,
        );
        return (JSON.parse(row!.leaf.toString('utf8')) as { op: { documentSha256: string } }).op
          .documentSha256;
      }),
    );
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(digests[0]).toBe(digests[1]);
  });

  it('what operators and callers are told', () => {
    expectClean(world.messages.join('\n'));
    expectClean(
      world.faults
        .map((fault) => (fault instanceof Error ? `${fault.message}\n${fault.stack}` : String(fault)))
        .join('\n'),
    );
    expect(said.length).toBeGreaterThan(5);
    for (const text of said)
      expect([PLATE, NAME, PHONE].filter((canary) => holdsText(text, canary))).toEqual([]);
  });

  it.each(['ocsf', 'jsonl', 'csv'] as const)('an export as %s', async (format: RecordFormat) => {
    const { reader, details, logs } = await readLogs();
    const ranges = logs.map(({ log, origin }) => ({ log, origin, from: 0, to: 1_000 }));
    let records = 0;
    for await (const piece of writeRecords(reader, ranges, format, '0', details)) {
      expectClean(piece.bytes.toString('utf8'));
      records += piece.records;
    }
    expect(records).toBeGreaterThan(30);
  });

  it('an export as a bundle', async () => {
    const { reader, details, logs } = await readLogs();
    const parts = await Promise.all(
      logs.map(async ({ log, origin, keys }) => {
        const { size, note } = (await reader.readHead(log))!;
        return { log, origin, keys: keys.map(({ vkey }) => vkey), from: 0, to: size, size, heads: [note] };
      }),
    );
    for await (const { bytes } of writeBundle(reader, parts, details)) expectClean(bytes.toString('utf8'));
  });

  it('and the name of an operation that an operator has published is there: the test would see it', async () => {
    const text = `query Published${PLATE_SPELT} { __typename }`;
    await publishDocument(world.database.ingest, { sha256: sha256Hex(text), sourceName: 'x', text });
    const payload = { documentId: `sha256:${sha256Hex(text)}` };
    await world.gateway.app.inject({ method: 'POST', url: '/graphql', payload });
    const rows = await queryRecords<{ leaf: Buffer }>(
      database.log,
      `select leaf from ${RECORDS} order by recorded_at desc, index desc limit 1`,
    );
    expect(rows[0]!.leaf.toString('utf8')).toContain(`Published${PLATE_SPELT}`);
  });
});
