import { createTestDatabase } from '../postgres/database.ts';
import { insertSample } from '../storage/readers/sample.ts';
import { copyAgreements } from '../world/copy-agreements.ts';
import { openWorld, type Reply, type World } from '../world/open-world.ts';
import { readRecord } from '../world/read-record.ts';
import { withoutNames } from './without-names.ts';

const FILE = 'justice-bureau-to-transport-centre.yaml';
const POINT_AT_ONE = (text: string): string =>
  text.replace('target: [RoadSegment', 'target: [Query.mediationCase, RoadSegment');
// The guard off: the same fields and their records are open.
const SHOW_THEM = (text: string): string =>
  POINT_AT_ONE(text)
    .replace(/action: point/, 'action: read')
    .replace(/ {4}contact: .*\n/, '')
    .replace(
      'target: [Query',
      'target: [MediationCase.id, MediationCase.disputeKind, MediationCase.acceptedAt, Query',
    )
    .replace('expect: pointer', 'expect: allow')
    .replace('expect: deny }', 'expect: allow }');

// Other fields, other numbers, another order: where there was a case there is one still, and nowhere else.
const OTHER_CASES = `
  update mediation.mediation_case set case_no = 'other-' || id, dispute_kind = 'ROAD_ACCIDENT', status = 'CONCLUDED',
    amount_yuan = 7, facts = 'other', accepted_at = '2026-01-11T09:00:00+08:00' where id in ('m1', 'm4');
  delete from mediation.mediation_case where id = 'm2';
  insert into mediation.mediation_case (id, case_no, dispute_kind, status, division_code, segment_id, road_event_id, accepted_at, online_label)
  select 'more-' || n, 'more-' || n, 'ROAD_ACCIDENT', 'ACCEPTED', '150724', 's4', 'e1',
    timestamptz '2026-01-06T08:00:00+08:00' + n * interval '1 hour', 'INTERNAL' from generate_series(1, 9) n`;

const QUERIES = [
  '{ roadSegments(first: 200) { nodes { id roadAccidentCases { id disputeKind } } } }',
  '{ roadSegment(id: "s1") { cases: roadAccidentCases(first: 1) { id } again: roadAccidentCases(first: 200) { id caseNo } } }',
  '{ roadSegment(id: "s4") { ...F } } fragment F on RoadSegment { roadAccidentCases { __typename parties { name } } }',
  '{ roadSegment(id: "s1") { ... on RoadSegment { roadAccidentCases(first: 2) { ... on MediationCase { id } } } } }',
  '{ roadSegments(first: 3) { edges { node { id roadAccidentCases { segment { roadAccidentCases { id } } } } } } }',
  '{ gantries(first: 200) { nodes { id segment { roadAccidentCases { id } } } } }',
  '{ roadEvents(first: 200) { nodes { id roadAccidentCases { acceptedAt } } } }',
  '{ m1: mediationCase(id: "m1") { id disputeKind } m4: mediationCase(id: "m4") { id } none: mediationCase(id: "none") { id } }',
  'query Q($n: Int!) { roadSegment(id: "s1") { roadAccidentCases(first: $n) { id } } }',
] as const;

const ASK = { purpose: 'EMERGENCY_RESPONSE', variables: { n: 5 } };

describe('A pointer', () => {
  let one: World;
  let other: World;
  let shownOne: World;
  let shownOther: World;
  let narrow: World;
  const worlds: World[] = [];
  const copies: AsyncDisposable[] = [];

  beforeAll(async () => {
    const pointing = await copyAgreements({ [FILE]: POINT_AT_ONE });
    const showing = await copyAgreements({ [FILE]: SHOW_THEM });
    const narrowed = await copyAgreements({
      [FILE]: (text) =>
        POINT_AT_ONE(text).replace(
          'MediationCase: all',
          'MediationCase: [{ leftOperand: spatial, operator: isAnyOf, rightOperand: ["150724"] }]',
        ),
    });
    copies.push(pointing, showing, narrowed);
    one = await open('', pointing.folder);
    other = await open(OTHER_CASES, pointing.folder);
    shownOne = await open('', showing.folder);
    shownOther = await open(OTHER_CASES, showing.folder);
    narrow = await open('', narrowed.folder);
  }, 180_000);
  afterAll(async () => {
    for (const world of worlds) await world.close();
    for (const copy of copies) await copy[Symbol.asyncDispose]();
  });

  async function open(more: string, agreements: string): Promise<World> {
    const database = await createTestDatabase();
    await insertSample(database);
    if (more !== '') await database.admin((client) => client.query(more));
    const world = await openWorld(database, { LUKOU_AGREEMENTS: agreements, LUKOU_LOG: 'asked' });
    worlds.push(world);
    return world;
  }

  it('tells that there is a record, and whom to ask, by place', async () => {
    const { body } = await one.ask('transport', QUERIES[0], ASK);
    expect(body.errors).toBeUndefined();
    expect(JSON.stringify(body.data)).not.toMatch(/m1|ROAD_ACCIDENT/);
    const exists = found(body);
    expect(exists.filter(({ exists: there }) => there)).toHaveLength(2);
    expect(exists.filter(({ exists: there }) => !there).length).toBeGreaterThan(0);
    expect(body.extensions.disclosure[0]).toEqual({
      path: ['roadSegments', 'nodes', 0, 'roadAccidentCases'],
      decision: 'pointer',
      code: 'POINTER',
      explainId: expect.stringMatching(/^x1_[0-9a-f]{22}$/),
      exists: expect.any(Boolean),
      contact: { agency: 'AG-JUSTICE-BUREAU', text: expect.stringContaining('司法局') },
    });
  });

  it.each(QUERIES)(
    'F18 gives the same bytes, and sends the same statements, whatever the records hold: %s',
    async (query) => {
      one.statements.length = other.statements.length = 0;
      const [first, second] = [
        await one.ask('transport', query, ASK),
        await other.ask('transport', query, ASK),
      ];
      expect(first.body.errors).toBeUndefined();
      expect(first.status).toBe(200);
      expect(found(first.body).length).toBeGreaterThan(0);
      expect(told(second)).toBe(told(first));
      expect(other.statements.toSorted()).toEqual(one.statements.toSorted());
    },
  );

  it('F18 gives other bytes where the records are shown: the difference is there', async () => {
    const changed = [];
    for (const query of QUERIES) {
      const [first, second] = [
        await shownOne.ask('transport', query, ASK),
        await shownOther.ask('transport', query, ASK),
      ];
      if (told(first) !== told(second)) changed.push(query);
    }
    expect(changed.length).toBeGreaterThanOrEqual(5);
  });

  it('F18 tells nothing of rows outside the row scope: they do not exist', async () => {
    const there = async (world: World): Promise<readonly boolean[]> => {
      const query =
        '{ s1: roadSegment(id: "s1") { c: roadAccidentCases { id } } s4: roadSegment(id: "s4") { c: roadAccidentCases { id } } }';
      return found((await world.ask('transport', query, ASK)).body).map(({ exists }) => exists);
    };
    expect(await there(one)).toEqual([true, true]);
    expect(await there(narrow)).toEqual([true, false]);
  });

  it('counts as no row, and is in the record', async () => {
    const reply = await one.ask(
      'transport',
      '{ roadSegment(id: "s1") { id roadAccidentCases { id } } }',
      ASK,
    );
    const { fields, result, agreements } = await readRecord(one, reply);
    expect(result.rows).toBe(1);
    expect(fields).toContainEqual([
      'RoadSegment.roadAccidentCases',
      'pointer',
      'urn:agr:hlbe:justice-transport:0016@1#p1',
    ]);
    expect(fields.map(([coordinate]) => coordinate)).not.toContain('MediationCase.id');
    expect(agreements).toContainEqual(
      expect.objectContaining({
        uid: 'urn:agr:hlbe:justice-transport:0016',
        handling: ['INTERNAL_USE_ONLY', 'NO_DECISION_ON_THIS_ALONE'],
      }),
    );
  });
});

function found(body: Reply['body']): readonly { readonly exists: boolean }[] {
  return body.extensions.disclosure.filter(
    (entry): entry is { readonly exists: boolean } => 'exists' in entry,
  );
}

function told({ text, body }: Reply): string {
  return `${withoutNames(text)} ${body.extensions.receipt.resultSha256}`;
}
