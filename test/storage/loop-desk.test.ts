import type { PoolClient } from 'pg';
import { stoppedClock } from '../../src/base/index.ts';
import { ingestRecords, type RecordsOrder, type RecordTypeName } from '../../src/ingest/index.ts';
import type { KeptStep, LoopDesk } from '../../src/request/index.ts';
import {
  createActKeeper,
  createIngestStore,
  createLoopDesk,
  type SessionScope,
} from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { NO_INCIDENTS } from '../world/incidents.ts';
import { until } from '../world/until.ts';
import { EVERYTHING, insertSample } from './readers/sample.ts';

// x1 lies in 150724, x2 in 150421.
const ONE_COUNTY = {
  DisputeWarning: { divisions: ['150724'], notBefore: null, withheldUsages: [], ties: [] },
};
const STEP: KeptStep = {
  itemId: 'x1',
  ordinal: 1,
  from: 'PUSHED',
  to: 'RECEIVED',
  takenAtMs: Date.parse('2026-03-02T09:00:00+08:00'),
  dueAtMs: Date.parse('2026-03-03T09:00:00+08:00'),
  machineVersion: 1,
  policyVersion: '2026-1',
  actor: 'p1_someone',
  agency: 'AG-JUSTICE-BUREAU',
  role: 'partner',
  note: 'Received.',
  requestId: 'request-1',
};
const RECEIPT = {
  id: 'x1',
  state: 'RECEIVED',
  version: 1,
  actedAt: '2026-03-02T01:00:00.000Z',
  log: 'l',
  index: 0,
};

type Rows<T extends RecordTypeName> = RecordsOrder<T>['rows'];
const WARNINGS: Rows<'DisputeWarning'> = [
  {
    id: 'brought',
    modelId: 'mo',
    modelVersion: '1',
    score: 6,
    factors: [],
    level: 'RED',
    status: 'PUSHED',
    subjectRef: 'ref',
    divisionCode: '150724',
    handlingUnit: null,
    jointUnits: null,
    caseId: null,
    pushedAt: '2026-03-02T09:00:00+08:00',
    scoredAt: null,
    scoreSha256: null,
    onlineLabel: 'SENSITIVE',
  },
];
const EVENTS: Rows<'RoadEvent'> = [
  {
    id: 'brought',
    version: 1,
    eventKind: 'ACCIDENT',
    cause: null,
    status: 'REPORTED',
    segmentId: null,
    roadCode: null,
    divisionCode: null,
    startStakeM: null,
    endStakeM: null,
    direction: null,
    vehicleImpact: null,
    severity: null,
    surfaceCondition: null,
    confidentiality: null,
    informationStatus: 'REAL',
    placeText: null,
    description: null,
    validFrom: '2026-03-02T09:00:00+08:00',
    validTo: null,
    deaths: null,
    injuries: null,
    propertyLossYuan: null,
    measures: null,
    detour: null,
    detourLegs: null,
    detourOf: null,
    roadName: null,
    geometry: null,
    onlineLabel: 'PUBLIC',
  },
];

describe('The desk of an agency’s loops', () => {
  let database: TestDatabase;
  let keys = 0;
  beforeAll(async () => {
    database = await createTestDatabase();
    await insertSample(database);
  });
  afterAll(() => database.drop());

  /** Runs `work` in a transaction of an act. */
  async function acting<T>(
    scope: SessionScope,
    work: (desk: LoopDesk, client: PoolClient) => Promise<T>,
  ): Promise<T> {
    const { app: pool, signer } = database;
    const keeper = createActKeeper({ pool, signer, scope }, (client) => ({
      desk: createLoopDesk(client, scope),
      client,
    }));
    let found: T | undefined;
    const act = {
      coordinate: 'Mutation.test',
      key: `desk-${String((keys += 1)).padStart(11, '0')}`,
      argumentsSha256: '0'.repeat(64),
    };
    await keeper.once({ ...act, actor: 'p1_someone' }, async ({ desk, client }) => {
      found = await work(desk, client);
      return RECEIPT;
    });
    return found as T;
  }

  const update = `update mediation.dispute_warning set status = 'RECEIVED', state_version = state_version + 1`;

  it('locks what lies within the caller’s rows, and finds nothing else', async () => {
    const found = await acting(ONE_COUNTY, (desk) =>
      Promise.all([desk.lock('DisputeWarning', 'x1'), desk.lock('DisputeWarning', 'x2')]),
    );
    expect(found).toEqual([expect.objectContaining({ state: 'PUSHED', version: 0, level: 'RED' }), null]);
    expect(await acting({}, (desk) => desk.lock('DisputeWarning', 'x1'))).toBeNull();
  });

  it('stands on policies that hold for a statement that forgets the scope', async () => {
    expect(
      (await acting(ONE_COUNTY, (_desk, client) => client.query(`${update} where id = 'x2'`))).rowCount,
    ).toBe(0);
    // Positive control: with the rows open, the same statement moves the item.
    expect(
      (await acting(EVERYTHING, (_desk, client) => client.query(`${update} where id = 'x2'`))).rowCount,
    ).toBe(1);
  });

  it('moves an item and keeps the step in one commit, or neither', async () => {
    const broken = acting(EVERYTHING, async (desk) => {
      await desk.move('DisputeWarning', STEP);
      throw new Error('The process ends here.');
    });
    await expect(broken).rejects.toMatchObject({ code: 'STORAGE_FAULT' });
    const look = () => acting(EVERYTHING, (desk) => desk.lock('DisputeWarning', 'x1'));
    expect(await look()).toMatchObject({ state: 'PUSHED', version: 0, history: [] });
    await acting(EVERYTHING, (desk) => desk.move('DisputeWarning', STEP));
    expect(await look()).toMatchObject({ state: 'RECEIVED', version: 1 });
    expect((await look())!.history).toHaveLength(1);
  });

  it('may change nothing but state and deadline, and no step that was taken', async () => {
    for (const statement of [
      `update mediation.dispute_warning set level = 'BLUE'`,
      'delete from mediation.dispute_warning',
      `update mediation.loop_step set note = 'another'`,
      'delete from mediation.loop_step',
      `update oversight.act set receipt = '{}'`,
    ])
      await expect(acting(EVERYTHING, (_desk, client) => client.query(statement))).rejects.toMatchObject({
        code: 'STORAGE_FAULT',
        detail: expect.stringContaining('42501') as string,
      });
  });

  it.each([
    ['mediation.dispute_warning', { type: 'DisputeWarning', rows: WARNINGS, id: 'x2', to: 'RECEIVED' }],
    ['traffic.road_event', { type: 'RoadEvent', rows: EVENTS, id: 'e1', to: 'VERIFIED' }],
  ] as const)('takes a step in %s beside an intake that has numbered another row', async (table, one) => {
    const { type, id, to } = one;
    const from = type === 'RoadEvent' ? 'REPORTED' : 'PUSHED';
    // The intake sets its deadline, once it has numbered what it brings.
    await database.ingest.query(
      `update ${table} set status = $2, state_version = 0, due_at = null where id = $1`,
      [id, from],
    );
    const ports = {
      store: createIngestStore(database.ingest),
      log: { recordIngest: async ({ runId }: { runId: string }) => ({ index: 0, id: runId }) },
      incidents: NO_INCIDENTS,
      clock: stoppedClock('2026-03-02T09:00:00+08:00'),
    };
    let brought: Promise<unknown> | undefined;
    await acting(EVERYTHING, async (desk) => {
      expect(await desk.lock(type, id)).toMatchObject({ state: from });
      brought = ingestRecords({ ...one, sourceName: 'test' }, ports);
      await Promise.race([brought, until(async () => (await listWaiting()).length > 0)]);
      await desk.move(type, { ...STEP, itemId: id, ordinal: 9, from, to });
    });
    expect(await brought).toMatchObject({ rowsWritten: 1 });
    expect(await acting(EVERYTHING, (desk) => desk.lock(type, id))).toMatchObject({ state: to });
  });

  /** Locks of this database that somebody waits for. */
  async function listWaiting(): Promise<readonly object[]> {
    const { rows } = await database.app.query<object>(
      `select from pg_locks where not granted and pid in (select pid from pg_locks
        where database = (select oid from pg_database where datname = current_database()))`,
    );
    return rows;
  }
});
