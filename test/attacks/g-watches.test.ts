import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deriveCommitted, forgetWatches } from '../../src/storage/index.ts';
import { type Followed, type LiveWorld, openLiveWorld } from '../flows/stream/live-world.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { insertRows } from '../storage/readers/insert-rows.ts';
import { type AgreementsCopy, copyAgreements } from '../world/copy-agreements.ts';
import { WORLD_NOW } from '../world/open-world.ts';
import { until } from '../world/until.ts';

const AGREEMENT = 'traffic-police-own-public-safety.yaml';
const QUERY = `subscription ($plate: PlateNo!, $after: Int) {
  passageRecorded(plateNo: $plate, afterNumber: $after) { id } }`;
const OWN = { purpose: 'PUBLIC_SAFETY', caseReference: 'A-2026-0107' };
const OTHER = { purpose: 'PUBLIC_SAFETY', caseReference: 'A-2026-0999' };
const LIMIT = 5;

let agreements: AgreementsCopy;
let database: TestDatabase;
let world: LiveWorld;
let nowMs = Date.parse(WORLD_NOW);
beforeAll(async () => {
  agreements = await copyAgreements({
    [AGREEMENT]: (text) =>
      text
        .replace(/limit: \{ perDay: 200 \}/, `limit: { perDay: ${LIMIT} }`)
        .replace(
          '  CheckpointPassage: all',
          '  CheckpointPassage:\n    - { leftOperand: usage, operator: isNoneOf, rightOperand: [PUBLIC_SECURITY] }',
        ),
  });
  database = await createTestDatabase();
  const checkpoint = { status: 'NORMAL', category: 'COUNTY', is_enforcement: false, division_code: '150724' };
  const file = { agency: 'AG-TRAFFIC-POLICE', purposes: ['PUBLIC_SAFETY'], opened_at: '2026-01-01' };
  await database.admin(async (admin) => {
    await insertRows(admin, 'oversight.case_file', [
      { ...file, case_no: OWN.caseReference },
      { ...file, case_no: OTHER.caseReference },
    ]);
    await insertRows(admin, 'checkpoint.checkpoint', [
      { ...checkpoint, id: 'c1', usage: 'TRAFFIC' },
      { ...checkpoint, id: 'c2', usage: 'PUBLIC_SECURITY' },
    ]);
  });
  world = await openLiveWorld(
    { LUKOU_AGREEMENTS: agreements.folder, LUKOU_DELIVERIES: 'gat1400-passages' },
    { database, clock: { nowMs: () => nowMs } },
  );
}, 120_000);
afterAll(async () => {
  await world.close();
  await agreements[Symbol.asyncDispose]();
});
// A day later nothing of a limit is spent.
afterEach(() => {
  nowMs += 86_400_000;
});

type Options = Parameters<LiveWorld['follow']>[3];

const watch = (plate: string, options: Options = OWN, after?: number): Promise<Followed> =>
  world.follow('graphql-ws', 'analyst', QUERY, { ...options, variables: { plate, after } });
const codesOf = ({ told }: Followed): unknown[] =>
  told.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions['code']));
const idsOf = ({ told }: Followed): unknown[] =>
  told.flatMap(({ data }) => data?.['passageRecorded']?.['id'] ?? []);
const numbersOf = ({ told }: Followed): number[] =>
  told.flatMap(({ extensions }) => extensions?.event?.number ?? []);

async function rowsOf<Row extends object>(sql: string): Promise<Row[]> {
  return database.admin(async (admin) => (await admin.query<Row>(sql)).rows);
}

describe('G12 A plate is not watched for', () => {
  it.each([
    ['without a case', 'analyst', { purpose: 'PUBLIC_SAFETY' }, 'UNAUTHORIZED_FIELD_OR_TYPE'],
    ['in a case that is none', 'analyst', { ...OWN, caseReference: 'A-2026-0000' }, 'CASE_REFERENCE_REFUSED'],
    ['for another purpose', 'analyst', { purpose: 'ROAD_SAFETY' }, 'UNAUTHORIZED_FIELD_OR_TYPE'],
    ['by another agency', 'transport', { purpose: 'ROAD_SAFETY' }, 'UNAUTHORIZED_FIELD_OR_TYPE'],
    ['by the public', 'public', {}, 'UNAUTHORIZED_FIELD_OR_TYPE'],
  ] as const)('%s, and the intake does not look for it', async (_what, caller, options, code) => {
    const variables = { plate: '蒙E00000' };
    const followed = await world.follow('graphql-ws', caller, QUERY, { ...options, variables });
    await followed.ended;
    expect(codesOf(followed)).toEqual([code]);
    expect(await rowsOf('select from live.watched_plate')).toEqual([]);
  });

  it.each(['无车牌', '蒙E1-345'])('where %s is many vehicles', async (plate) => {
    const followed = await watch(plate);
    await followed.ended;
    expect(codesOf(followed)).toEqual(['ARGUMENT_INVALID']);
    expect(await rowsOf('select from live.watched_plate')).toEqual([]);
  });

  it('more often than plates may be looked for, though none of them ever passes', async () => {
    for (let time = 0; time < LIMIT; time += 1) {
      const followed = await watch(`蒙E0000${time}`);
      expect(followed.told).toEqual([]);
      followed.stop();
    }
    const followed = await watch('蒙E99999');
    await followed.ended;
    expect(codesOf(followed)).toEqual(['BUDGET_SPENT']);
    expect(await rowsOf(`select from live.watched_plate where plate_no = '蒙E99999'`)).toEqual([]);
  });

  it('without a record of whom one looks for, before anything is found', async () => {
    const followed = await watch('蒙E00009');
    await deriveCommitted(database.app);
    const [intent] = await rowsOf<{ subjects: string[] }>(
      `select subjects from oversight.disclosure where stage = 'INTENT' order by index desc limit 1`,
    );
    expect(intent!.subjects).toHaveLength(1);
    followed.stop();
  });
});

describe('G12 A watch', () => {
  it('is of one case: another one has numbers of its own, and cannot go on with them', async () => {
    const own = await watch('蒙E10001');
    await world.postPassages('c1', [['a1', '蒙E10001']]);
    await until(() => own.told.length === 1);
    const other = await watch('蒙E10001', OTHER);
    await world.postPassages('c1', [['a2', '蒙E10001']]);
    await until(() => own.told.length === 2 && other.told.length === 1);
    expect([idsOf(own), idsOf(other)]).toEqual([['a1', 'a2'], ['a2']]);
    const starts = await rowsOf<{ start: number }>(
      `select (last_number - (select count(*) from live.event e where e.audience = t.audience))::int as start
         from live.topic t join live.watched_plate w on w.id::text = t.audience
        where w.plate_no = '蒙E10001' and w.case_reference = '${OTHER.caseReference}'`,
    );
    expect(numbersOf(other)).toEqual([starts[0]!.start + 1]);
    own.stop();
    other.stop();
  });

  it('neither tells nor numbers what its rows leave out', async () => {
    const followed = await watch('蒙E10002');
    await world.postPassages('c1', [['b1', '蒙E10002']]);
    await world.postPassages('c2', [['b2', '蒙E10002']]);
    await world.postPassages('c1', [['b3', '蒙E10002']]);
    await until(() => followed.told.length === 2);
    const [first, last] = numbersOf(followed);
    expect([idsOf(followed), last]).toEqual([['b1', 'b3'], first! + 1]);
    followed.stop();
  });

  it('ends when the limit of looking is spent, and tells no more', async () => {
    const followed = await watch('蒙E10003');
    const ids = Array.from({ length: LIMIT }, (_none, at) => `c-${at}`);
    await world.postPassages(
      'c1',
      ids.map((id) => [id, '蒙E10003'] as const),
    );
    await followed.ended;
    expect([idsOf(followed), codesOf(followed)]).toEqual([ids.slice(0, LIMIT - 1), ['BUDGET_SPENT']]);
  });

  it('ends when its token expires: a passage after that is not told', async () => {
    const followed = await watch('蒙E10004');
    nowMs += 12 * 3_600_000;
    await world.postPassages('c1', [['d1', '蒙E10004']]);
    await followed.ended;
    expect([idsOf(followed), codesOf(followed)]).toEqual([[], ['TOKEN_EXPIRED']]);
  });

  it('is forgotten a day after it was opened, plate and numbers, though nobody watches any more', async () => {
    const plate = '蒙E10007';
    const followed = await watch(plate);
    followed.stop();
    const kept = (): Promise<object[]> =>
      rowsOf(`select from live.watched_plate w join live.topic t on t.audience = w.id::text
        where w.plate_no = '${plate}'`);
    await forgetWatches(database.ingest);
    expect(await kept()).toHaveLength(1);
    await rowsOf(`update live.watched_plate set kept_until = now() - interval '1 second'`);
    await forgetWatches(database.ingest);
    expect(await kept()).toEqual([]);
    expect(await rowsOf(`select from live.topic where topic = 'passage'`)).toEqual([]);
  });

  it('ends when its case is closed', async () => {
    const followed = await watch('蒙E10005', OTHER);
    await rowsOf(
      `update oversight.case_file set closed_at = '${new Date(nowMs - 1).toISOString()}' where case_no = '${OTHER.caseReference}'`,
    );
    await world.postPassages('c1', [['e1', '蒙E10005']]);
    await followed.ended;
    expect([idsOf(followed), codesOf(followed)]).toEqual([[], ['CASE_REFERENCE_REFUSED']]);
  });

  it('ends when its agreement opens other rows: numbers would tell of those that it leaves out', async () => {
    const followed = await watch('蒙E10006');
    const path = join(agreements.folder, AGREEMENT);
    const text = await readFile(path, 'utf8');
    await writeFile(
      path,
      text
        .replace(/^version: .*$/m, 'version: 99')
        .replace('[PUBLIC_SECURITY]', '[PUBLIC_SECURITY, TRAFFIC]'),
    );
    await world.gateway.renew();
    await world.postPassages('c1', [['f1', '蒙E10006']]);
    await followed.ended;
    expect([idsOf(followed), codesOf(followed)]).toEqual([[], ['EVENTS_FORGOTTEN']]);
  });
});
