import type { PoolClient } from 'pg';
import type { KeptStep, LoopDesk } from '../../src/request/index.ts';
import { createActKeeper, createLoopDesk, type SessionScope } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { EVERYTHING, insertSample } from './readers/sample.ts';

// x1 lies in 150724, x2 in 150421.
const ONE_COUNTY = { DisputeWarning: { divisions: ['150724'], notBefore: null, withheldUsages: [] } };
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
});
