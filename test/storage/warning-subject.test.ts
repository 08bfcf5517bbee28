import {
  createActKeeper,
  createLoopDesk,
  createOpeningDesk,
  type SessionScope,
} from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { openReaders } from './readers/open-readers.ts';
import { EVERYTHING, insertSample } from './readers/sample.ts';

const OPENING = {
  warningId: 'x2',
  openedAtMs: Date.parse('2026-03-02T09:00:00+08:00'),
  openedBy: 'p1_someone',
  role: 'partner',
  note: 'To visit them.',
  requestId: 'request-1',
};
const RECEIPT = {
  id: 'x2',
  state: 'RECEIVED',
  version: 1,
  actedAt: '2026-03-02T01:00:00.000Z',
  log: 'l',
  index: 0,
};

describe('The subject of a warning, in storage', () => {
  let database: TestDatabase;
  let keys = 0;
  beforeAll(async () => {
    database = await createTestDatabase();
    await insertSample(database);
    await database.ingest.query(`insert into mediation.warning_subject (warning_id, name, online_label)
      values ('x2', '李四', 'SENSITIVE')`);
  });
  afterAll(() => database.drop());

  async function open(agency: string, scope: SessionScope = EVERYTHING, note = OPENING.note): Promise<void> {
    const { app: pool, signer } = database;
    const keeper = createActKeeper({ pool, signer, scope }, (client) => ({
      ...createLoopDesk(client, scope),
      ...createOpeningDesk(client),
    }));
    const key = `opening-${String((keys += 1)).padStart(11, '0')}`;
    const act = { coordinate: 'Mutation.test', key, argumentsSha256: '0'.repeat(64), actor: 'p1_someone' };
    await keeper.once(act, async (desk) => {
      await desk.keepOpening({ ...OPENING, agency, note });
      return RECEIPT;
    });
  }

  async function nameFor(agency: string): Promise<string | null> {
    const readers = openReaders(database, EVERYTHING, { agency });
    const subject = await readers.mediation.warningSubject('x2');
    await readers.close();
    return subject?.name ?? null;
  }

  it('shows no row to any statement before somebody has opened it', async () => {
    const { body, mac } = database.signer.sign(EVERYTHING);
    const client = await database.app.connect();
    try {
      await client.query(`begin; set local lukou.scope = '${body}'; set local lukou.scope_mac = '${mac}'`);
      const { rows } = await client.query(
        'select warning_id from mediation.warning_subject order by warning_id',
      );
      // x1 was opened when the sample was made: the control.
      expect(rows).toEqual([{ warning_id: 'x1' }]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('is opened by nobody who does not see the warning, and with no mark in the note', async () => {
    await expect(open('AG-JUSTICE-BUREAU', {})).rejects.toMatchObject({ code: 'STORAGE_FAULT' });
    await expect(open('AG-JUSTICE-BUREAU', EVERYTHING, '机密★10年')).rejects.toMatchObject({
      code: 'MARK_REFUSED',
    });
    expect(await nameFor('AG-JUSTICE-BUREAU')).toBeNull();
  });

  it('is shown to the agency that has opened it, once or twice, and to no other', async () => {
    await open('AG-JUSTICE-BUREAU');
    await open('AG-JUSTICE-BUREAU');
    expect(await nameFor('AG-JUSTICE-BUREAU')).toBe('李四');
    expect(await nameFor('AG-TRAFFIC-POLICE')).toBeNull();
  });

  it.each(['update mediation.warning_opening set note = note', 'delete from mediation.warning_opening'])(
    'keeps its openings: %s is refused even to the owner',
    async (change) => {
      await expect(database.admin((admin) => admin.query(change))).rejects.toMatchObject({
        detail: expect.stringContaining('42501') as string,
      });
    },
  );

  it('takes a warning’s score over once: a second push keeps the first instant', async () => {
    const push = (at: string, digest: string) =>
      database.ingest.query(
        'update mediation.dispute_warning set pushed_at = $1, score_sha256 = $2 where id = $3',
        [at, digest.repeat(64), 'x1'],
      );
    const read = async (): Promise<unknown> =>
      (await database.ingest.query(`select pushed_at as at from mediation.dispute_warning where id = 'x1'`))
        .rows;
    await push('2026-01-20T09:00:00+08:00', 'a');
    await push('2026-01-21T09:00:00+08:00', 'a');
    expect(await read()).toEqual([{ at: '2026-01-20T09:00:00.000+08:00' }]);
    await push('2026-01-22T09:00:00+08:00', 'b');
    expect(await read()).toEqual([{ at: '2026-01-22T09:00:00.000+08:00' }]);
  });
});
