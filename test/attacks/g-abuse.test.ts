import type { TestDatabase } from '../postgres/database.ts';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { Reply, World } from '../world/open-world.ts';
import { readRecord } from '../world/read-record.ts';
import { postRaw } from './post-raw.ts';

describe('An abusive operation', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  const ask = (query: string, variables: Record<string, unknown> = {}): Promise<Reply> =>
    world.ask('public', query, { variables });

  /** Refused before anything is fetched, with one record. */
  async function expectRefused(asking: Promise<Reply>, code: string): Promise<Reply> {
    world.statements.length = 0;
    const reply = await asking;
    expect([reply.status, codeOf(reply), reply.body.data]).toEqual([400, code, undefined]);
    expect(world.statements).toEqual([]);
    expect((await readRecord(world, reply)).result.code).toBe(code);
    return reply;
  }

  describe('G2 floods with aliases', () => {
    const aliases = (count: number): string =>
      Array.from({ length: count }, (_, at) => `a${at}: __typename`).join(' ');

    it('is refused with 501 of one field', () =>
      expectRefused(ask(`{ ${aliases(501)} }`), 'OPERATION_TOO_LARGE'));

    it('is refused when spreads make them many', () =>
      expectRefused(
        ask(`{ ...A b: roadSegment(id: "x") { ...B } } fragment A on Query { ${aliases(251)} }
             fragment B on RoadSegment { ${aliases(250)} }`),
        'OPERATION_TOO_LARGE',
      ));

    it('is refused when nested spreads multiply them', () =>
      expectRefused(
        ask(`{ ...A } fragment A on Query { ...B ...B ...B ...B } fragment B on Query { ...C ...C ...C ...C }
             fragment C on Query { ${aliases(40)} }`),
        'OPERATION_TOO_LARGE',
      ));

    it('is answered with as many as the limit', async () => {
      const { status, body } = await ask(`{ ${aliases(500)} }`);
      expect([status, Object.keys(body.data!).length]).toEqual([200, 500]);
    });
  });

  describe('G3 repeats directives', () => {
    it.each([
      ['a known one, ten times', '@skip(if: false)'.repeat(10)],
      ['an unknown one, ten times', '@aa'.repeat(10)],
    ])('is refused: %s', (_what, directives) =>
      expectRefused(ask(`{ __typename ${directives} }`), 'OPERATION_INVALID'),
    );

    it('is refused without a flood of errors', async () => {
      const reply = await expectRefused(ask(`{ __typename ${'@aa'.repeat(1_000)} }`), 'OPERATION_INVALID');
      expect(reply.text.length).toBeLessThan(20_000);
    });

    it('is answered with one of each', async () => {
      const { body } = await ask('{ __typename @skip(if: false) @include(if: true) }');
      expect(body.data).toEqual({ __typename: 'Query' });
    });
  });

  it.each(['__schema', '__type', 'IntrospectionQuery', '_service'])(
    'G4 does not get deeper under the name %s',
    async (name) => {
      const deep = (levels: number): string =>
        `query ${name} { adminDivision(code: "150702") ${'{ parent '.repeat(levels)}{ code }${' }'.repeat(levels)} }`;
      await expectRefused(ask(deep(11)), 'OPERATION_TOO_LARGE');
      expect((await ask(deep(10))).status).toBe(200);
    },
  );

  it.each(['__schema { types { name } }', '__type(name: "Gantry") { fields { name } }'])(
    'G7 learns no schema: %s, openly, under an alias or in fragments',
    async (introspection) => {
      const reads = [
        `{ ${introspection} }`,
        `{ harmless: ${introspection} }`,
        `{ ... on Query { ... { ${introspection} } } }`,
        `query Hidden { ...A } fragment A on Query { ...B } fragment B on Query { ${introspection} }`,
        `{ __typename ${introspection} @include(if: true) }`,
      ];
      for (const query of reads) {
        const { text } = await expectRefused(ask(query), 'OPERATION_INVALID');
        expect(text).not.toMatch(/gantryHex|imageUrl|MediationParty/);
      }
    },
  );

  it('G6 is not answered in a batch', async () => {
    const one = { query: '{ __typename }' };
    await expectRefused(postRaw(world, { payload: JSON.stringify([one, one]) }), 'BAD_REQUEST');
    await expectRefused(postRaw(world, { payload: JSON.stringify([one]) }), 'BAD_REQUEST');
    expect((await postRaw(world, { payload: JSON.stringify(one) })).status).toBe(200);
  });

  const MISSPELT: readonly {
    readonly what: string;
    readonly query: string;
    readonly variables?: Record<string, unknown>;
    readonly right: RegExp;
  }[] = [
    { what: 'field', query: '{ checkpointPassage { nodes { id } } }', right: /checkpointPassages/ },
    {
      what: 'inner field',
      query: '{ checkpointPassages { nodes { imageUr plateNumber } } }',
      right: /imageUrl|plateNo\b/,
    },
    { what: 'argument', query: '{ roadSegments(fist: 1) { nodes { id } } }', right: /first/ },
    {
      what: 'filter',
      query: '{ checkpointPassages(filter: { plateN: "x" }) { nodes { id } } }',
      right: /plateNo/,
    },
    { what: 'enum value', query: '{ roadSegments(orderBy: AADT) { nodes { id } } }', right: /AADT_DESC/ },
    {
      what: 'type of a variable',
      query: 'query ($f: GantryFilte) { gantries(filter: $f) { nodes { id } } }',
      right: /GantryFilter/,
    },
    { what: 'type of a fragment', query: '{ ... on Quer { __typename } }', right: /Query/ },
    { what: 'directive', query: '{ __typename @skp(if: true) }', right: /@skip/ },
    {
      what: 'filter in a variable',
      query: 'query ($f: CheckpointPassageFilter) { checkpointPassages(filter: $f) { nodes { id } } }',
      variables: { f: { plateN: 'x' } },
      right: /plateNo/,
    },
    {
      what: 'enum value in a variable',
      query: 'query ($o: RoadSegmentOrder!) { roadSegments(orderBy: $o) { nodes { id } } }',
      variables: { o: 'AADT' },
      right: /AADT_DESC/,
    },
  ];

  it.each(MISSPELT)(
    'G8 is not told the right name of a misspelt $what',
    async ({ query, variables, right }) => {
      const { text } = await expectRefused(ask(query, variables), 'OPERATION_INVALID');
      expect(text).not.toMatch(/did you mean/i);
      expect(text).not.toMatch(right);
    },
  );

  describe('G10 uses names that reach a prototype', () => {
    const SEGMENTS = 'query ($f: RoadSegmentFilter) { roadSegments(first: 1, filter: $f) { nodes { id } } }';

    it.each(['__proto__', 'constructor', 'prototype'])('is refused: %s', async (name) => {
      await expectRefused(ask(`{ ${name}: roadSegment(id: "G10-001") { id } }`), 'OPERATION_INVALID');
      await expectRefused(ask(`{ roadSegment(id: "G10-001") { ... { ${name}: id } } }`), 'OPERATION_INVALID');
      await expectRefused(
        ask(`query ($${name}: ID = "x") { roadSegment(id: $${name}) { id } }`),
        'OPERATION_INVALID',
      );
      for (const variables of [`{"${name}":{"lowGrade":true}}`, `{"f":{"${name}":{"lowGrade":true}}}`]) {
        const payload = `{"query":${JSON.stringify(SEGMENTS)},"variables":${variables}}`;
        await expectRefused(postRaw(world, { payload }), 'OPERATION_INVALID');
      }
      expect(({} as Record<string, unknown>)['lowGrade']).toBeUndefined();
    });

    it('is answered with names that only look so', async () => {
      const { body } = await ask(
        '{ toString: roadSegment(id: "G10-001") { hasOwnProperty: id valueOf: roadCode __defineGetter__: aadt } }',
      );
      expect(body.data).toEqual({
        toString: { hasOwnProperty: 'G10-001', valueOf: 'G10', __defineGetter__: expect.any(Number) },
      });
    });
  });

  describe('G12 meets an error of the database that quotes a row', () => {
    const QUERY = '{ roadSegment(id: "G10-001") { roadName checkpoints { name } } }';
    const admin = (sql: string): Promise<unknown> =>
      (world.database as TestDatabase).admin((client) => client.query(sql));
    const asPolice = (): Promise<Reply> => world.ask('analyst', QUERY, { purpose: 'ROAD_SAFETY' });

    it('hears that an agency could not answer, and gets the other agencies’ fields', async () => {
      await admin(`
        create function common.planted(value text) returns boolean language plpgsql as $$ begin
          raise exception 'row (%) violates check', value using detail = 'Key (plate_no)=(蒙E12345) exists.'; end $$;
        create policy planted on checkpoint.checkpoint as restrictive for select to lukou_app
          using (common.planted(name))`);
      const faultsBefore = world.faults.length;
      const reply = await asPolice();
      await admin('drop policy planted on checkpoint.checkpoint');

      expect(reply.body.data).toEqual({ roadSegment: { roadName: '绥满高速', checkpoints: null } });
      expect(reply.body.errors).toEqual([
        {
          message: 'An agency could not answer. The other agencies’ fields are complete.',
          path: ['roadSegment', 'checkpoints'],
          extensions: { code: 'SUBGRAPH_FAULT', subgraph: 'checkpoint' },
        },
      ]);
      const told = world.faults
        .slice(faultsBefore)
        .map((fault) => String(fault))
        .join('\n');
      expect(told).toContain('SQLSTATE P0001');
      for (const text of [reply.text, told]) expect(text).not.toMatch(/蒙E|那吉|violates|plate_no/);
      expect((await asPolice()).body.errors).toBeUndefined();
    });

    it('hears no more when a column is gone', async () => {
      await admin('alter table checkpoint.checkpoint rename column org_code to planted_org_code');
      const { text } = await asPolice();
      await admin('alter table checkpoint.checkpoint rename column planted_org_code to org_code');
      expect(text).toContain('SUBGRAPH_FAULT');
      expect(text).not.toMatch(/org_code|column|select|42703/);
    });
  });
});

function codeOf({ body }: Reply): unknown {
  return body.errors?.[0]?.extensions['code'];
}
