import type { Alarm } from '../../src/request/index.ts';
import { createAlarmDesk } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const BROKEN_GLASS: Alarm = {
  kind: 'BREAK_GLASS',
  raisedAtMs: Date.parse('2026-03-02T09:00:00+08:00'),
  owner: 'AG-JUSTICE-BUREAU',
  agency: 'AG-TRAFFIC-POLICE',
  principal: 'p1_x',
  agreement: 'urn:agr:test:0001@3',
  requestId: 'r1',
  caseReference: 'A-2026-0107',
  reason: 'LIFE_AT_RISK',
};
const SPENT: Alarm = {
  ...BROKEN_GLASS,
  kind: 'BUDGET_SPENT',
  measure: 'ROWS',
  day: '2026-03-02',
  used: 100,
  allowed: 100,
  caseReference: undefined,
  reason: undefined,
};

async function kinds(): Promise<readonly string[]> {
  const { rows } = await database.app.query<{ kind: string }>(
    'select kind from oversight.alarm order by kind',
  );
  return rows.map(({ kind }) => kind);
}

it('An alarm is kept as it was raised; of a budget once a day, of a broken glass each time', async () => {
  const desk = createAlarmDesk(database.app);
  for (const alarm of [BROKEN_GLASS, BROKEN_GLASS, SPENT, SPENT, { ...SPENT, day: '2026-03-03' }])
    await desk.raise(alarm);
  expect(await kinds()).toEqual(['BREAK_GLASS', 'BREAK_GLASS', 'BUDGET_SPENT', 'BUDGET_SPENT']);
  const { rows } = await database.app.query(
    "select raised_at, agency, agreement, case_reference, reason, day from oversight.alarm where kind = 'BREAK_GLASS' limit 1",
  );
  expect(rows).toEqual([
    {
      raised_at: '2026-03-02T09:00:00.000+08:00',
      agency: 'AG-TRAFFIC-POLICE',
      agreement: 'urn:agr:test:0001@3',
      case_reference: 'A-2026-0107',
      reason: 'LIFE_AT_RISK',
      day: null,
    },
  ]);
});

it('An alarm that cannot be kept is a fault: the answer must not leave', async () => {
  const desk = createAlarmDesk(database.ingest);
  await expect(desk.raise(SPENT)).rejects.toMatchObject({ code: 'STORAGE_FAULT' });
});
