import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stoppedClock } from '../../../src/base/index.ts';
import { openPools } from '../../../src/storage/index.ts';
import type { TestDatabase } from '../../postgres/database.ts';
import { copySample } from '../../world/open-sample-world.ts';
import { openWorld, type Reply, type World, WORLD_NOW } from '../../world/open-world.ts';
import { readLeaf, readRecord } from '../../world/read-record.ts';

const ROWS = 60;
const SUBJECTS = 12;
const MATCHES = 4;
const BUDGET = /^budget: .*$/m;
const TRANSPORT = 'traffic-police-to-transport-centre.yaml';
const OWN = 'traffic-police-own-public-safety.yaml';
const UID = 'urn:agr:hlbe:police-transport:0007@3';

/** Passages of one checkpoint, without the plates: `rows` of them, and the checkpoint itself. */
const passages = (rows: number, fields = 'vehicleClass'): string =>
  `{ checkpoint(id: "CP-001") { id passages(first: ${rows - 1}) { ${fields} } } }`;
const plates = (first: number): string =>
  `{ checkpoint(id: "CP-001") { passages(first: ${first}) { plateNo } } }`;

function rowsIn(value: unknown, isRow = false): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + rowsIn(item, true), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, item) => sum + rowsIn(item, true), isRow ? 1 : 0);
}

describe('Budgets and limits', () => {
  let folder: string;
  let database: TestDatabase;
  let world: World;
  const clock = stoppedClock(WORLD_NOW);
  let day = 2;

  async function write(name: string, change: (text: string) => string): Promise<void> {
    const text = await readFile(join('agreements', name), 'utf8');
    const changed = change(text);
    expect(changed).not.toBe(text);
    await writeFile(join(folder, name), changed);
  }
  async function layOut(): Promise<void> {
    await cp('agreements', folder, { recursive: true });
    await write(TRANSPORT, (text) =>
      text.replace(BUDGET, `budget: { rowsPerDay: ${ROWS}, distinctSubjectsPerDay: ${SUBJECTS} }`),
    );
    await write(OWN, (text) => text.replace(/perDay: \d+/, `perDay: ${MATCHES}`));
  }
  /** One gateway process, with a log of its own. */
  const open = (log: string, over: TestDatabase = database): Promise<World> =>
    openWorld(over, { LUKOU_AGREEMENTS: folder, LUKOU_LOG: log }, { clock });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-budgets-'));
    await layOut();
    database = await copySample();
    world = await open('first');
  }, 120_000);
  // Each test has a day of its own.
  beforeEach(() => {
    day += 1;
    clock.moveTo(`2026-03-${String(day).padStart(2, '0')}T09:00:00+08:00`);
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  const ask = (query: string, over = world): Promise<Reply> =>
    over.ask('transport', query, { purpose: 'ROAD_SAFETY' });
  const codeOf = ({ body }: Reply): unknown => body.errors?.[0]?.extensions['code'] ?? 'OK';
  const today = (): string => new Date(clock.nowMs()).toISOString().slice(0, 10);
  const usedOf = async (measure: string): Promise<number> => {
    const { rows } = await database.app.query<{ used: number }>(
      'select coalesce(sum(used), 0)::bigint as used from oversight.budget_use where day = $1 and measure = $2',
      [today(), measure],
    );
    return rows[0]!.used;
  };
  const alarms = async (): Promise<readonly Record<string, unknown>[]> => {
    const { rows } = await database.app.query<Record<string, unknown>>(
      'select kind, owner, agency, agreement, clause, measure from oversight.alarm where day = $1 order by kind, measure',
      [today()],
    );
    return rows;
  };

  it('count rows under aliases, on pages and over joins, each time that they leave', async () => {
    await ask(passages(11));
    expect(await usedOf('ROWS')).toBe(11);
    await ask(`{ a: checkpoint(id: "CP-001") { id } b: checkpoint(id: "CP-001") { id } }`);
    expect(await usedOf('ROWS')).toBe(13);
    const page = '{ checkpoints(first: 3) { nodes { id } pageInfo { endCursor } } }';
    const first = await ask(page);
    const { endCursor } = (first.body.data as { checkpoints: { pageInfo: { endCursor: string } } })
      .checkpoints.pageInfo;
    await ask(`{ checkpoints(first: 3, after: ${JSON.stringify(endCursor)}) { edges { node { id } } } }`);
    expect(await usedOf('ROWS')).toBe(19);
    // The transport centre's own segments cost nothing of the police's budget; the checkpoints on them do.
    await ask('{ roadSegments(first: 5) { nodes { id roadName } } }');
    expect(await usedOf('ROWS')).toBe(19);
    const joined = await ask('{ roadSegment(id: "G10-001") { id checkpoints { __typename } } }');
    const { checkpoints } = (joined.body.data as { roadSegment: { checkpoints: unknown[] } }).roadSegment;
    expect(checkpoints.length).toBeGreaterThan(0);
    expect(await usedOf('ROWS')).toBe(19 + checkpoints.length);
  });

  it('refuse an answer that would be more than is left, as a whole, and take nothing for it', async () => {
    expect(codeOf(await ask(passages(50)))).toBe('OK');
    const refused = await ask(passages(11));
    expect([refused.status, codeOf(refused)]).toEqual([429, 'BUDGET_SPENT']);
    expect(refused.body.data ?? null).toBeNull();
    expect(refused.body.errors?.[0]?.message).toContain(`${UID} (60 rows a day)`);
    expect(refused.body.errors?.[0]?.message).toContain(
      `2026-03-${String(day + 1).padStart(2, '0')}T00:00:00+08:00`,
    );
    const { stage, result } = await readRecord(world, refused);
    expect([stage, result.rows, result.code]).toEqual(['DENY', 0, 'BUDGET_SPENT']);
    expect(await usedOf('ROWS')).toBe(50);
    expect(codeOf(await ask(passages(10)))).toBe('OK');
    expect(codeOf(await ask('{ checkpoint(id: "nowhere") { id } }'))).toBe('BUDGET_SPENT');
    expect(codeOf(await ask('{ roadSegments(first: 5) { nodes { id } } }'))).toBe('OK');
  });

  it('open again at midnight', async () => {
    await ask(passages(60));
    clock.moveTo(`2026-03-${String(day).padStart(2, '0')}T23:59:59.999+08:00`);
    expect(codeOf(await ask(passages(2)))).toBe('BUDGET_SPENT');
    day += 1;
    clock.moveTo(`2026-03-${String(day).padStart(2, '0')}T00:00:00+08:00`);
    expect(codeOf(await ask(passages(2)))).toBe('OK');
  });

  it('stop eight crawlers on two gateways exactly at the limit, and so after a restart', async () => {
    const login = { connectionString: database.url('lukou_app_login') };
    const limits = { statementTimeoutMs: 10_000, appConnections: 6, onConnectionLost: () => undefined };
    const second = await open('second', {
      ...database,
      ...openPools({ owner: login, app: login, ingest: login }, limits),
      close: () => Promise.resolve(),
    });
    let released = 0;
    const crawl = async (which: number): Promise<void> => {
      for (let size = 9 - (which % 4); size > 1;) {
        const reply = await ask(passages(size), which % 2 === 0 ? world : second);
        if (codeOf(reply) === 'OK') released += rowsIn(reply.body.data);
        else size -= 1;
      }
    };
    await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(crawl));
    // What is left after the last page of two rows is one row, which fits still.
    if (released === ROWS - 1)
      released += rowsIn((await ask('{ checkpoint(id: "CP-001") { id } }', second)).body.data);
    await second.gateway.close();
    expect([released, await usedOf('ROWS')]).toEqual([ROWS, ROWS]);
    const restarted = await open('third', { ...database, close: () => Promise.resolve() });
    expect(codeOf(await ask(passages(2), restarted))).toBe('BUDGET_SPENT');
    await restarted.gateway.close();
  }, 60_000);

  it('count a vehicle once however often it is seen, masked or not, and name it nowhere', async () => {
    const reply = await ask(plates(8));
    const seen = await usedOf('SUBJECTS');
    expect(seen).toBeGreaterThan(1);
    await ask(plates(8));
    await ask(
      '{ checkpoint(id: "CP-001") { a: passages(first: 8) { plateNo } b: passages(first: 8) { p: plateNo } } }',
    );
    expect(await usedOf('SUBJECTS')).toBe(seen);
    expect(await usedOf('ROWS')).toBe(9 + 9 + 17);

    const raw = await database.admin(async (admin) => {
      const { rows } = await admin.query<{ plate: string }>(
        `select plate_no as plate from checkpoint.passage where checkpoint_id = 'CP-001' order by pass_time desc limit 8`,
      );
      return rows.map(({ plate }) => plate);
    });
    expect(new Set(raw).size).toBe(seen);
    const kept = await database.admin(async (admin) => {
      const { rows } = await admin.query<{ text: string }>(
        `select coalesce(string_agg(row_to_json(t)::text, ''), '') as text from oversight.budget_subject t`,
      );
      return rows[0]!.text;
    });
    const everywhere = [kept, await readLeaf(world, reply), reply.text].join('');
    expect(raw.filter((plate) => everywhere.includes(plate))).toEqual([]);
    expect(kept.match(/s1_[\w-]{22}/g)?.length).toBeGreaterThanOrEqual(seen);
    expect((await readRecord(world, reply)).subjects).toHaveLength(seen);
  });

  it('show no vehicle more when enough of them were seen, be it known or nobody at all', async () => {
    const all = await database.admin(async (admin) => {
      const { rows } = await admin.query<{ plate: string }>(
        `select plate_no as plate from checkpoint.passage where checkpoint_id = 'CP-001' order by pass_time desc limit 40`,
      );
      return rows.map(({ plate }) => plate);
    });
    let first = 1;
    while (new Set(all.slice(0, first + 1)).size <= SUBJECTS) first += 1;
    expect(codeOf(await ask(plates(first)))).toBe('OK');
    expect(await usedOf('SUBJECTS')).toBe(SUBJECTS);
    const refused = await ask(plates(first + 1));
    expect(codeOf(refused)).toBe('BUDGET_SPENT');
    expect(refused.body.errors?.[0]?.message).toContain(`${UID} (${SUBJECTS} persons and vehicles a day)`);
    for (const query of [plates(1), '{ checkpoint(id: "nowhere") { passages { plateNo } } }'])
      expect(codeOf(await ask(query))).toBe('BUDGET_SPENT');
    expect(codeOf(await ask(passages(2)))).toBe('OK');
  });

  it('raise an alarm to the owner at four fifths and when all is spent, once each', async () => {
    for (const rows of [30, 18, 6, 3]) await ask(passages(rows));
    const about = {
      owner: 'AG-TRAFFIC-POLICE',
      agency: 'AG-TRANSPORT-CENTRE',
      agreement: UID,
      clause: null,
      measure: 'ROWS',
    };
    expect(await alarms()).toEqual([{ kind: 'BUDGET_80', ...about }]);
    for (const rows of [9, 9, 3]) await ask(passages(rows));
    expect(await alarms()).toEqual([
      { kind: 'BUDGET_80', ...about },
      { kind: 'BUDGET_SPENT', ...about },
    ]);
  });

  it('bound how often a clause is used, every alias counted, found or not', async () => {
    const plate = (no: string, alias = 'x'): string =>
      `${alias}: checkpointPassages(first: 1, filter: { plateNo: "${no}" }) { nodes { id } }`;
    const match = (...fields: string[]): Promise<Reply> =>
      world.ask('analyst', `{ ${fields.join(' ')} }`, {
        purpose: 'PUBLIC_SAFETY',
        caseReference: 'A-2026-0107',
      });
    const before = await match(plate('蒙E00001'));
    if (codeOf(before) !== 'OK') throw new Error(before.text);
    expect(codeOf(await match(plate('蒙E00001', 'a'), plate('蒙E00002', 'b'), plate('蒙E00003', 'c')))).toBe(
      'OK',
    );
    expect(await usedOf('USES')).toBe(4);
    const refused = await match(plate('蒙E00001'));
    expect([refused.status, codeOf(refused)]).toEqual([429, 'BUDGET_SPENT']);
    expect(refused.body.errors?.[0]?.message).toContain('#p7 (4 uses a day)');
    expect(codeOf(await match('checkpointPassages(first: 1) { nodes { id } }'))).toBe('OK');
    expect((await alarms()).map(({ kind, clause }) => [kind, clause])).toEqual([
      ['LIMIT_80', 'p7'],
      ['LIMIT_SPENT', 'p7'],
    ]);
  });

  it('stay charged where the answer then cannot be recorded', async () => {
    const other = await open('fourth', { ...database, close: () => Promise.resolve() });
    await database.admin((admin) => admin.query('alter table oversight.log_batch rename to taken_away'));
    expect((await ask(passages(7), other)).status).toBe(503);
    await database.admin((admin) => admin.query('alter table oversight.taken_away rename to log_batch'));
    expect(await usedOf('ROWS')).toBe(7);
    await other.gateway.close();
  }, 60_000);

  it('bound nothing where the agreement sets none (positive control)', async () => {
    await write(TRANSPORT, (text) => text.replace('version: 3', 'version: 4').replace(BUDGET, ''));
    await world.gateway.renew();
    for (const rows of [60, 60, 60]) expect(codeOf(await ask(passages(rows)))).toBe('OK');
    expect(await usedOf('ROWS')).toBe(0);
  });
});
