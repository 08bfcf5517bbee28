import type { TestDatabase } from '../postgres/database.ts';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { Reply, World } from '../world/open-world.ts';
import { readLeaf, readRecord } from '../world/read-record.ts';

const MARKED = '双方因机密★10年文件遗失争执。';
const MARK = '机密★10年';
const SAFE = 'MC-000002';
const PLANTED = 'MC-000001';

describe('C5 A secrecy mark that got past every earlier gate', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
    const { admin } = world.database as TestDatabase;
    // Positive control: as long as the constraint stands, not even a superuser can write it.
    await expect(admin((client) => client.query(plant()))).rejects.toThrow(/23514/);
    await admin(async (client) => {
      await client.query('alter domain common.open_text drop constraint open_text_check');
      await client.query(plant());
      await client.query(
        'alter domain common.open_text add constraint open_text_check check (not common.carries_mark(value)) not valid',
      );
    });
  }, 120_000);
  afterAll(() => world.close());

  const askFacts = (id: string): Promise<Reply> =>
    world.ask('justice', 'query Q($id: ID!) { mediationCase(id: $id) { id facts } }', {
      purpose: 'MEDIATION',
      variables: { id },
    });

  async function expectWithheld(reply: Reply): Promise<void> {
    expect(reply.status).toBe(403);
    expect(reply.body.data).toBeUndefined();
    expect(reply.body.errors).toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'EGRESS_WITHHELD' }) }),
    ]);
    expect(await readRecord(world, reply)).toMatchObject({
      stage: 'DENY',
      result: { rows: 0, status: 403, code: 'EGRESS_WITHHELD' },
    });
    for (const text of [reply.text, await readLeaf(world, reply)]) expect(text).not.toMatch(/机密|遗失|★/);
  }

  it('does not leave: the answer is withheld as a whole, and recorded', async () => {
    await expectWithheld(await askFacts(PLANTED));
  });

  it('does not leave under an alias, in a list, or from another agency’s row', async () => {
    const segment = (
      await world.ask('justice', '{ roadSegments(first: 1) { nodes { id } } }', { purpose: 'MEDIATION' })
    ).body.data;
    const { nodes } = (segment as { roadSegments: { nodes: { id: string }[] } }).roadSegments;
    await (world.database as TestDatabase).admin((client) =>
      client.query(
        `update mediation.mediation_case set segment_id = '${nodes[0]!.id}', dispute_kind = 'ROAD_ACCIDENT', accepted_at = now() where id = '${PLANTED}'`,
      ),
    );
    for (const query of [
      `{ mediationCase(id: "${PLANTED}") { caseNo: facts } }`,
      '{ mediationCases(first: 1) { edges { node { ... on MediationCase { facts } } } } }',
      `{ roadSegment(id: "${nodes[0]!.id}") { roadName roadAccidentCases(first: 1) { facts } } }`,
    ]) {
      await expectWithheld(await world.ask('justice', query, { purpose: 'MEDIATION' }));
    }
  });

  it('withholds nothing else: the neighbour’s row is answered, and so is the rest of this one', async () => {
    expect((await askFacts(SAFE)).body.data).toEqual({
      mediationCase: { id: SAFE, facts: expect.any(String) },
    });
    const { body } = await world.ask('justice', `{ mediationCase(id: "${PLANTED}") { id caseNo } }`, {
      purpose: 'MEDIATION',
    });
    expect(body.data).toEqual({ mediationCase: { id: PLANTED, caseNo: expect.any(String) } });
  });

  it('does not concern who sees the text masked away', async () => {
    const { status, body } = await world.ask('analyst', `{ mediationCase(id: "${PLANTED}") { id facts } }`, {
      purpose: 'ROAD_SAFETY',
    });
    expect([status, body.data]).toEqual([200, { mediationCase: { id: PLANTED, facts: null } }]);
  });

  it('opens one incident for the person and the day, with a keyed hash and no word of it', async () => {
    await askFacts(PLANTED);
    const { rows } = await world.database.app.query(
      `select gate, rule, owners, agency, mark_hash as "markHash", i::text as row,
         oversight.guard_state(id) as state
       from oversight.guard_incident i where agency = 'AG-JUSTICE-BUREAU' and mark_hash is not null`,
    );
    expect(rows).toEqual([
      {
        gate: 'EGRESS',
        rule: 'cn.mark',
        owners: ['AG-JUSTICE-BUREAU'],
        agency: 'AG-JUSTICE-BUREAU',
        markHash: expect.stringMatching(/^m1_/),
        row: expect.not.stringMatching(/机密|遗失|★/),
        state: 'BLOCKED',
      },
    ]);
  });

  it.each([
    ['as an alias', '{ TOP_SECRET_NOFORN: __typename }'],
    [
      'as an alias of a field that is denied',
      '{ mediationCases(first: 1) { nodes { COSMIC_TOP_SECRET: facts } } }',
    ],
    ['as the name of an operation', 'query NATO_SECRET { __typename }'],
    ['as a name that the schema lacks', '{ TOP_SECRET_NOFORN }'],
    ['as a literal that does not fit', '{ roadSegments(first: "机密★10年") { nodes { id } } }'],
  ])('does not come back %s', async (_where, query) => {
    const reply = await world.ask('public', query);
    expect([reply.status, reply.body.errors?.[0]?.extensions['code']]).toEqual([403, 'EGRESS_WITHHELD']);
    expect(await readRecord(world, reply)).toMatchObject({ result: { code: 'EGRESS_WITHHELD' } });
    const { rows } = await world.database.app.query('select i::text as row from oversight.guard_incident i');
    const kept = JSON.stringify([rows, world.messages, world.faults.map(String)]);
    for (const text of [reply.text, await readLeaf(world, reply), kept])
      expect(text).not.toMatch(/机密|★|SECRET/);
  });

  it.each([
    [
      'a variable',
      'query ($n: Int!) { roadSegments(first: $n) { nodes { id } } }',
      { variables: { n: MARK } },
    ],
    ['an operation asked for', 'query A { __typename } query B { __typename }', { operationName: MARK }],
  ])('is not repeated, nor recorded, as %s that does not fit', async (_where, query, options) => {
    const reply = await world.ask('public', query, options);
    expect(reply.status).toBe(400);
    for (const text of [reply.text, await readLeaf(world, reply)]) expect(text).not.toMatch(/机密|★/);
  });

  it('comes back where it is no mark (positive control)', async () => {
    const { body } = await world.ask('public', '{ top_secret_garden: __typename }');
    expect(body.data).toEqual({ top_secret_garden: 'Query' });
    const refused = await world.ask('public', '{ roadSegments(first: "秘密花园") { nodes { id } } }');
    expect(refused.text).toContain('秘密花园');
  });

  it('in what the caller says is not recorded either', async () => {
    for (const headers of [
      { 'lukou-purpose': encodeURIComponent('机密★10年') },
      { 'lukou-case': encodeURIComponent('机密★10年') },
    ] as Record<string, string>[]) {
      const reply = await world.ask('public', '{ __typename }', { headers });
      expect(reply.status).toBe(403);
      expect(await readLeaf(world, reply)).not.toMatch(/机密|%E6/);
    }
  });
});

function plant(): string {
  return `update mediation.mediation_case set facts = '${MARKED}' where id = '${PLANTED}'`;
}
