import { readFileSync } from 'node:fs';
import { type EnumTypeDefinitionNode, Kind, parse } from 'graphql';
import { DRILL_WAYS, type Drilled, type KeptDrill } from '../../../src/audit/index.ts';
import { canonicalJson, sha256Hex, stoppedClock } from '../../../src/base/index.ts';
import type { Principal } from '../../../src/identity/index.ts';
import { keepDrill } from '../../../src/request/index.ts';
import { createDrillStore } from '../../../src/storage/index.ts';
import { copySample } from '../../world/open-sample-world.ts';
import { openWorld, type World, WORLD_NOW } from '../../world/open-world.ts';
import { queryRecords } from '../../world/query-records.ts';

const PASSED: Drilled = {
  gates: [
    { gate: 'SCHEMA', way: 'DESCRIPTION', isStopped: true, by: 'no-secrecy-marks' },
    { gate: 'EGRESS', way: 'ANSWER', isStopped: true, by: 'EGRESS_WITHHELD' },
  ],
  controls: [
    { gate: 'EGRESS', way: 'ANSWER', isPassed: true, by: 'it was answered' },
    { gate: null, way: 'SEARCH_OF_FILES', isPassed: true, by: 'found where it is' },
  ],
  kept: [],
};
const FAILED: Drilled = { ...PASSED, kept: ['the table oversight.disclosure'] };
const AUDITOR = {
  role: 'auditor',
  agency: 'AG-OVERSIGHT',
  pseudonym: 'p1_auditor',
  authMethod: 'jwt',
} as unknown as Principal;

it('A drill has the ways that the schema names', () => {
  const { definitions } = parse(readFileSync('schema/oversight.graphql', 'utf8'));
  const ways = definitions.find(
    (node): node is EnumTypeDefinitionNode =>
      node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'GuardDrillWay',
  );
  expect(ways?.values?.map(({ name }) => name.value)).toEqual([...DRILL_WAYS]);
});

describe('The result of a drill', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(await copySample());
  }, 120_000);
  afterAll(() => world.close());

  const keep = (person: Principal | null, drilled: Drilled, at: string): Promise<KeptDrill> =>
    keepDrill(person, drilled, {
      drills: createDrillStore(world.database.app),
      log: world.gateway.audit,
      logName: world.gateway.audit.log,
      clock: stoppedClock(at),
    });

  async function list(as: 'auditor' | 'steward' | 'justice-steward' | 'analyst', first = 20, after = '') {
    const query = `{ guardDrills(first: ${first}${after}) {
      nodes { id drilledAt actor agency passed gates { gate way isStopped by } controls { gate way isPassed by } kept log index }
      pageInfo { endCursor }
    } }`;
    const { body } = await world.ask(as, query, { purpose: as === 'analyst' ? 'ROAD_SAFETY' : 'OVERSIGHT' });
    return body;
  }
  const nodesOf = (body: Awaited<ReturnType<typeof list>>) =>
    body.data!['guardDrills'] as { nodes: KeptDrill[]; pageInfo: { endCursor: string } };

  it('is recorded and kept, and told to those who answer for data and for the log, newest first', async () => {
    const first = await keep(null, PASSED, WORLD_NOW);
    const second = await keep(AUDITOR, FAILED, '2026-03-02T10:00:00+08:00');
    const { drilledAtMs: _first, ...firstRow } = { ...first, drilledAt: '2026-03-02T09:00:00+08:00' };
    const { drilledAtMs: _second, ...secondRow } = { ...second, drilledAt: '2026-03-02T10:00:00+08:00' };
    expect(firstRow).toMatchObject({ actor: 'operator', agency: null, passed: true });
    expect(secondRow).toMatchObject({ actor: 'p1_auditor', agency: 'AG-OVERSIGHT', passed: false });
    for (const who of ['auditor', 'steward', 'justice-steward'] as const) {
      const page = nodesOf(await list(who, 1));
      expect(page.nodes).toEqual([secondRow]);
      const next = nodesOf(await list(who, 1, `, after: "${page.pageInfo.endCursor}"`));
      expect(next.nodes).toEqual([firstRow]);
    }
    expect((await list('analyst')).data).toEqual({ guardDrills: null });
  });

  it('stands in the log with the digest of what was found', async () => {
    const { id, log, index } = await keep(AUDITOR, PASSED, '2026-03-02T11:00:00+08:00');
    const [record] = await queryRecords<{ operation_name: string; actor: string; leaf: Buffer }>(
      world.database.log,
      'select d.operation_name, d.actor, l.leaf from oversight.disclosure d, oversight.read_leaves($1, $2::bigint, $2::bigint + 1) l where d.log = $1 and d.index = $2',
      [log, index],
    );
    expect(record).toMatchObject({ operation_name: `guard drill ${id}: passed`, actor: 'p1_auditor' });
    expect(record!.leaf.toString('utf8')).toContain(sha256Hex(canonicalJson(PASSED)));
  });

  it('is changed and removed by nobody, and never holds a mark', async () => {
    for (const text of [
      'update oversight.guard_drill set passed = true',
      'delete from oversight.guard_drill',
    ])
      await expect(world.database.app.query(text)).rejects.toMatchObject({ code: '42501' });
    await expect(
      world.database.owner((owner) => owner.query('update oversight.guard_drill set passed = true')),
    ).rejects.toMatchObject({ code: 'STORAGE_FAULT', detail: expect.stringContaining('42501') });
    await expect(
      keep(null, { ...PASSED, kept: ['the file 机密★10年.csv'] }, WORLD_NOW),
    ).rejects.toMatchObject({
      code: 'MARK_REFUSED',
    });
  });
});
