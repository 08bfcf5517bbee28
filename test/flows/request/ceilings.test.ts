import { stoppedClock } from '../../../src/base/index.ts';
import type { TestDatabase } from '../../postgres/database.ts';
import { type AgreementsCopy, copyAgreements } from '../../world/copy-agreements.ts';
import { copySample } from '../../world/open-sample-world.ts';
import { openWorld, type Reply, type World, WORLD_NOW } from '../../world/open-world.ts';
import { readRecord } from '../../world/read-record.ts';

const OWN = 'traffic-police-own.yaml';
const CEILING = 'ceiling: { rows: 40, divisions: 2, days: 3, divisionsPerDay: 3, daysPerDay: 4 }';

const checkpoints = (divisions: readonly string[], fields = 'id'): string =>
  `{ ${divisions.map((code) => `d${code}: checkpoints(first: 5, filter: { divisionCode: "${code}" }) { nodes { ${fields} } }`).join(' ')} }`;
const passages = (from: string, to: string, first = 5): string =>
  `{ checkpoint(id: "CP-001") { passages(first: ${first}, during: { from: "${from}T00:00:00+08:00", to: "${to}T00:00:00+08:00" }) { vehicleClass } } }`;

describe('Ceilings', () => {
  let copy: AgreementsCopy;
  let database: TestDatabase;
  let world: World;
  const clock = stoppedClock(WORLD_NOW);
  let day = 2;

  beforeAll(async () => {
    copy = await copyAgreements({ [OWN]: (text) => `${text}${CEILING}\n` });
    database = await copySample();
    world = await openWorld(database, { LUKOU_AGREEMENTS: copy.folder }, { clock });
  }, 120_000);
  // Each test has a day of its own.
  beforeEach(() => {
    day += 1;
    clock.moveTo(`2026-03-${String(day).padStart(2, '0')}T09:00:00+08:00`);
  });
  afterAll(async () => {
    await world.close();
    await copy[Symbol.asyncDispose]();
  });

  const ask = (query: string): Promise<Reply> => world.ask('analyst', query, { purpose: 'ROAD_SAFETY' });
  const codeOf = ({ body }: Reply): unknown => body.errors?.[0]?.extensions['code'] ?? 'OK';

  it('bound the rows of one operation, and refuse it whole', async () => {
    expect(codeOf(await ask(passages('2026-02-01', '2026-02-02', 30)))).toBe('OK');
    const refused = await ask('{ checkpoint(id: "CP-001") { passages(first: 60) { vehicleClass } } }');
    expect([refused.status, codeOf(refused)]).toEqual([403, 'CEILING_EXCEEDED']);
    expect(refused.body.data ?? null).toBeNull();
    expect(refused.body.errors?.[0]?.message).toMatch(/@\d+ \(40 rows at once\)/);
    const { stage, result } = await readRecord(world, refused);
    expect([stage, result.rows, result.code]).toEqual(['DENY', 0, 'CEILING_EXCEEDED']);
  });

  it('bound the divisions of one operation, whether they are shown or only asked for', async () => {
    expect(codeOf(await ask(checkpoints(['150702', '150724'])))).toBe('OK');
    const named = await ask(checkpoints(['150702', '150724', '150725']));
    expect([codeOf(named), named.body.errors?.[0]?.message]).toEqual([
      'CEILING_EXCEEDED',
      expect.stringMatching(/2 divisions at once/),
    ]);
    const shown = await ask('{ checkpoints(first: 30) { nodes { divisionCode } } }');
    expect(codeOf(shown)).toBe('CEILING_EXCEEDED');
    expect(codeOf(await ask('{ checkpoints(first: 30) { nodes { id } } }'))).toBe('OK');
  });

  it('bound the days of one operation', async () => {
    expect(codeOf(await ask(passages('2026-02-01', '2026-02-04')))).toBe('OK');
    const refused = await ask(passages('2026-02-01', '2026-02-05'));
    expect(refused.body.errors?.[0]?.message).toMatch(/3 days at once/);
  });

  it('add up over a day, however the questions are cut, and open again at midnight', async () => {
    expect(codeOf(await ask(checkpoints(['150702', '150724'])))).toBe('OK');
    expect(codeOf(await ask(checkpoints(['150724'])))).toBe('OK');
    expect(codeOf(await ask(checkpoints(['150725'])))).toBe('OK');
    const refused = await ask(checkpoints(['150726']));
    expect([refused.status, codeOf(refused)]).toEqual([429, 'BUDGET_SPENT']);
    expect(refused.body.errors?.[0]?.message).toMatch(/\(3 divisions a day\)/);
    expect(codeOf(await ask(passages('2026-02-01', '2026-02-04')))).toBe('OK');
    expect(codeOf(await ask(passages('2026-02-03', '2026-02-05')))).toBe('OK');
    expect(codeOf(await ask(passages('2026-02-05', '2026-02-06')))).toBe('BUDGET_SPENT');
    const { rows } = await database.app.query(
      `select kind, measure from oversight.alarm where measure in ('DIVISIONS', 'DAYS') order by kind, measure`,
    );
    expect(rows).toContainEqual({ kind: 'BUDGET_SPENT', measure: 'DIVISIONS' });
    day += 1;
    clock.moveTo(`2026-03-${String(day).padStart(2, '0')}T00:00:00+08:00`);
    expect(codeOf(await ask(checkpoints(['150726'])))).toBe('OK');
  });

  it('do not bind where the agreement sets none (positive control)', async () => {
    const other = await openWorld(await copySample());
    try {
      for (const query of [checkpoints(['150702', '150724', '150725']), passages('2026-02-01', '2026-02-05')])
        expect(codeOf(await other.ask('analyst', query, { purpose: 'ROAD_SAFETY' }))).toBe('OK');
    } finally {
      await other.close();
    }
  });
});
