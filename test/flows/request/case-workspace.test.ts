import { readFileSync } from 'node:fs';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import type { AskOptions, Asker, Reply, World } from '../../world/open-world.ts';
import { readLeaf, readRecord } from '../../world/read-record.ts';

const [SOUGHT, COMPANION, PASSER_BY] = ['蒙E7K001', '蒙E7K002', '蒙E7K003'] as const;
const CASE = { purpose: 'PUBLIC_SAFETY', caseReference: 'A-2026-0107' };
const DURING = { from: '2026-02-01T00:00:00+08:00', to: '2026-03-01T00:00:00+08:00' };
// The questions of docs/case-workspace.md, as they stand there.
const PAGE = readFileSync('docs/case-workspace.md', 'utf8');
const [WORKSPACE = '', OPEN = '', RING = ''] = [...PAGE.matchAll(/```graphql\n(.*?)```/gs)].map(
  ([, query]) => query!,
);

interface Workspace {
  readonly caseVehicle: {
    readonly passages: { readonly nodes: readonly { passTime: string; checkpoint: { id: string } }[] };
    readonly stays: readonly object[];
    readonly companions: readonly { readonly id: string }[];
    readonly searchRing: { readonly number: number; readonly cursor: string };
  };
  readonly gantryTrajectory: { readonly nodes: readonly { transTime: string; vehiclePlate: string }[] };
}

describe('The workspace of a case', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
    const { ingest } = world.database;
    await ingest.query(
      `insert into checkpoint.passage (id, checkpoint_id, division_code, usage, pass_time, plate_no, vehicle_group, online_label)
       select 'convoy-' || plate || c.at, c.id, c.division_code, c.usage,
         timestamptz '2026-02-10T08:00:00+08:00' + c.at * interval '3 hours' + v.at * interval '20 seconds', plate, 'PASSENGER_CAR', 'RESTRICTED'
       from (select *, row_number() over (order by id) as at from checkpoint.checkpoint where usage = 'TRAFFIC' limit 4) c
       cross join unnest($1::text[]) with ordinality as v (plate, at)
       where v.at < 3 or c.at < 3`,
      [[SOUGHT, COMPANION, PASSER_BY]],
    );
    await ingest.query(
      `insert into traffic.gantry_passage (id, gantry_id, segment_id, division_code, trans_time, vehicle_plate, vehicle_group, online_label)
       select 'convoy-' || g.id, g.id, g.segment_id, g.division_code,
         timestamptz '2026-02-10T09:00:00+08:00' + g.at * interval '1 hour', $1, 'PASSENGER_CAR', 'RESTRICTED'
       from (select *, row_number() over (order by id desc) as at from traffic.gantry limit 3) g`,
      [SOUGHT],
    );
  }, 120_000);
  afterAll(() => world.close());

  const ask = (query: string, variables: object, options: AskOptions = CASE, asker: Asker = 'analyst') =>
    world.ask(asker, query, {
      ...options,
      variables: { plate: SOUGHT, during: DURING, ...variables },
    });
  const codesOf = ({ body }: Reply): unknown[] =>
    (body.errors ?? []).map(({ extensions }) => extensions['reason'] ?? extensions['code']);
  const workspaceOf = ({ body }: Reply): Workspace => body.data as unknown as Workspace;
  const usesOf = async (clause: string): Promise<number> => {
    const { rows } = await world.database.app.query<{ used: number }>(
      `select coalesce(sum(used), 0)::int as used from oversight.budget_use where clause = $1 and agreement ~ '(police-own:0006|transport-police:0022)$'`,
      [clause],
    );
    return rows[0]!.used;
  };
  const recordsAbout = async (value: string): Promise<readonly number[]> => {
    const query = `query Who($value: String!) {
      disclosuresOfSubject(kind: PLATE, value: $value) { nodes { index } }
    }`;
    const options = { purpose: 'OVERSIGHT', caseReference: '呼监审（2026）0011号', variables: { value } };
    const { body } = await world.ask('auditor', query, options);
    const { disclosuresOfSubject } = body.data as { disclosuresOfSubject: { nodes: { index: number }[] } };
    return disclosuresOfSubject.nodes.map(({ index }) => index);
  };

  it('tells one vehicle’s way over checkpoints and gantries, its stays and companions, in one query and one record', async () => {
    const reply = await ask(WORKSPACE, {});
    expect(reply.body.errors).toBeUndefined();
    const { caseVehicle, gantryTrajectory } = workspaceOf(reply);
    const at = caseVehicle.passages.nodes.map(({ passTime }) => passTime);
    expect(at).toHaveLength(4);
    expect(at).toEqual(at.toSorted());
    expect(gantryTrajectory.nodes.map(({ transTime }) => transTime.slice(11, 16))).toEqual([
      '10:00',
      '11:00',
      '12:00',
    ]);
    expect(new Set(gantryTrajectory.nodes.map(({ vehiclePlate }) => vehiclePlate))).toEqual(
      new Set(['蒙E*****']),
    );
    // The passer-by shared two checkpoints: that is chance, and nobody hears of it.
    expect(caseVehicle.companions).toEqual([expect.objectContaining({ checkpoints: 4, passages: 4 })]);
    const record = await readRecord(world, reply);
    expect(record).toMatchObject({
      purpose: { code: 'PUBLIC_SAFETY', caseRef: CASE.caseReference },
      stage: 'RELEASE',
    });
    expect(record.agreements.map(({ uid }) => uid.split(':').slice(-2).join(':')).toSorted()).toEqual([
      'police-own:0006',
      'transport-police:0022',
    ]);
    expect(await readLeaf(world, reply)).not.toContain('7K00');
    expect(await recordsAbout(SOUGHT)).toContain(reply.body.extensions.receipt.index);
    expect([await usesOf('p7'), await usesOf('p8')]).toEqual([1, 1]);
  });

  it.each<[string, Asker, AskOptions, string]>([
    ['without a case', 'analyst', { purpose: 'PUBLIC_SAFETY' }, 'CASE_REQUIRED'],
    ['for another purpose', 'analyst', { purpose: 'ROAD_SAFETY' }, 'PURPOSE_NOT_GRANTED'],
    [
      'with a case that is closed',
      'analyst',
      { ...CASE, caseReference: 'A-2025-0931' },
      'CASE_REFERENCE_REFUSED',
    ],
    ['by another agency with that case', 'transport', CASE, 'CASE_REFERENCE_REFUSED'],
  ])('%s nothing is told, and no passage is read', async (_how, asker, options, code) => {
    world.statements.length = 0;
    const reply = await ask(WORKSPACE, {}, options, asker);
    expect(new Set(codesOf(reply))).toEqual(new Set([code]));
    expect(JSON.stringify(reply.body.data ?? null)).not.toMatch(/CP-|2026-02/);
    expect(world.statements.filter((name) => /sighting|companion|trajectory|reachable/.test(name))).toEqual(
      [],
    );
  });

  it('opens a companion’s plate as a step of its own, which its records are found by; another case’s pseudonym opens nothing', async () => {
    const [companion] = workspaceOf(await ask(WORKSPACE, {})).caseVehicle.companions;
    expect(await recordsAbout(COMPANION)).toEqual([]);
    const opened = await ask(OPEN, { companion: companion!.id });
    expect(opened.body.data).toEqual({ companionPlate: COMPANION });
    expect(await recordsAbout(COMPANION)).toEqual([opened.body.extensions.receipt.index]);
    const leaf = await readLeaf(world, opened);
    expect(leaf).not.toContain('7K00');
    // Who has the log alone cannot find the plate by its answer's digest: they would have to guess a salt as well.
    expect(opened.body.extensions).toMatchObject({ salt: expect.stringMatching(/^[\w-]{22}$/) });
    // The vehicle that it tells of, and not its pseudonym as if that were another one.
    expect(JSON.parse(leaf)).toMatchObject({ subjects: [expect.any(String)] });
    expect(await usesOf('companions')).toBe(1);
    const matchedBefore = await usesOf('p7');
    const thrice = `query Open($companion: ID!) {
      a: companionPlate(companion: $companion) b: companionPlate(companion: $companion) c: companionPlate(companion: $companion)
    }`;
    expect((await ask(thrice, { companion: companion!.id })).body.errors).toBeUndefined();
    expect([await usesOf('companions'), (await usesOf('p7')) - matchedBefore]).toEqual([4, 3]);
    const elsewhere = await ask(
      OPEN,
      { companion: companion!.id },
      { ...CASE, caseReference: '呼公交（2026）0142号' },
    );
    expect(codesOf(elsewhere)).toEqual(['ARGUMENT_INVALID']);
  });

  it('widens a search ring by ring, each with a record of its own, and for no other case', async () => {
    const rings: Reply[] = [];
    for (let after: string | null = null; rings.length < 3;) {
      const reply = await ask(RING, { after });
      rings.push(reply);
      after = workspaceOf(reply).caseVehicle.searchRing.cursor;
    }
    expect(rings.map((reply) => workspaceOf(reply).caseVehicle.searchRing.number)).toEqual([1, 2, 3]);
    expect(new Set(rings.map(({ body }) => body.extensions.receipt.index)).size).toBe(3);
    const { cursor: after } = workspaceOf(rings[1]!).caseVehicle.searchRing;
    for (const [variables, options] of [
      [{ after }, { ...CASE, caseReference: '呼公交（2026）0142号' }],
      [{ after, plate: COMPANION }, CASE],
      [{ after: 'ring-3' }, CASE],
    ] as const)
      expect(codesOf(await ask(RING, variables, options))).toEqual(['CURSOR_INVALID']);
  });
});
