import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Drilled, type DrillWay, passedDrill } from '../../../src/audit/index.ts';
import { GUARD_GATES, type GuardGate } from '../../../src/classification/index.ts';
import { type Canary, drillDatabase, makeCanary } from '../../../src/wiring/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';

type Check = 'carries_mark' | 'carries_sign';

const blind = (database: TestDatabase, check: Check): Promise<unknown> =>
  database.owner((owner) =>
    owner.query(`create or replace function common.${check}(value text) returns boolean
      language sql immutable strict parallel safe as 'select false'`),
  );

/** Drills a database of the test's own, with some gates left out; that of the database by blinding its checks. */
async function drill(
  without: readonly GuardGate[],
  blinded: readonly Check[] = without.includes('STORAGE') ? ['carries_mark', 'carries_sign'] : [],
  prepare: (database: TestDatabase, canary: Canary) => Promise<unknown> = async () => undefined,
): Promise<Drilled> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'lukou-drill-test-'));
  try {
    for (const check of blinded) await blind(database, check);
    const canary = makeCanary();
    await prepare(database, canary);
    return await drillDatabase(canary, { database, folder, without: new Set(without) });
  } finally {
    await database.drop();
    await rm(folder, { recursive: true });
  }
}

const openWays = ({ gates }: Drilled): string[] =>
  gates.filter(({ isStopped }) => !isStopped).map(({ gate, way, by }) => `${gate} ${way}: ${by}`);

/** What gets in where one gate is off: every way to it, and no other. */
const LET_IN: Readonly<Record<GuardGate, readonly string[]>> = {
  SCHEMA: ['DESCRIPTION: it composed', 'DEPRECATION_REASON: it composed'],
  INGEST: ['CELL: STORAGE gate', 'CELL_IN_BASE64: it was taken in', 'FILE_NAME: STORAGE gate'],
  STORAGE: (
    ['FREE_TEXT_BY_INGEST', 'CODE_BY_INGEST', 'ADDRESS_BY_INGEST', 'FREE_TEXT_BY_APP', 'CODE_BY_APP'] as const
  ).map((way: DrillWay) => `${way}: it was written`),
  EGRESS: ['ANSWER: it was answered', 'ERROR_TEXT: it was answered'],
};

describe('Four gates', () => {
  it('stop a mark that is brought to each of them, keep nothing of it, and let pass what has none', async () => {
    const drilled = await drill([]);
    expect(openWays(drilled)).toEqual([]);
    expect(drilled.gates).toHaveLength(Object.values(LET_IN).flat().length);
    expect(drilled.controls.filter(({ isPassed }) => !isPassed)).toEqual([]);
    expect(drilled.controls).toHaveLength(drilled.gates.length + 1);
    expect([drilled.kept, passedDrill(drilled)]).toEqual([[], true]);
  });

  it.each(GUARD_GATES)('with the %s gate off, let it through there and nowhere else', async (gate) => {
    const drilled = await drill([gate]);
    expect(openWays(drilled)).toEqual(LET_IN[gate].map((way) => `${gate} ${way}`));
    expect(drilled.controls.filter(({ isPassed }) => !isPassed)).toEqual([]);
    expect(passedDrill(drilled)).toBe(false);
  });

  it('without its check of codes, the database lets it into codes, and into no free text', async () => {
    const ways = ['CODE_BY_INGEST', 'CODE_BY_APP'].map((way) => `STORAGE ${way}: it was written`);
    expect(openWays(await drill([], ['carries_sign']))).toEqual(ways);
  });
});

it('A gate that stops everything passes no drill', async () => {
  const drilled = await drill([], [], (database) =>
    database.owner((owner) =>
      owner.query(`create or replace function common.carries_mark(value text) returns boolean
        language sql immutable strict parallel safe as 'select true'`),
    ),
  );
  expect(openWays(drilled)).toEqual([]);
  expect(drilled.controls.find(({ way }) => way === 'FREE_TEXT_BY_APP')).toMatchObject({
    gate: 'STORAGE',
    isPassed: false,
    by: 'MARK_REFUSED',
  });
  expect(passedDrill(drilled)).toBe(false);
});

it('The search after a drill finds a mark that was kept in base64 (positive control)', async () => {
  const { kept } = await drill([], ['carries_mark'], (database, { token }) =>
    database.owner((owner) =>
      owner.query(
        `insert into oversight.guard_incident (id, detected_at, gate, rule, source_name, owners, actor, request_id)
         values (gen_random_uuid(), now(), 'EGRESS', 'x', $1, '{}', 'x', 'x')`,
        [Buffer.from(`a ${token} b`).toString('base64')],
      ),
    ),
  );
  expect(kept).toEqual(['the table oversight.guard_incident']);
});
