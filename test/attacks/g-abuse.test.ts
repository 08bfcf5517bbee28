import type { TestDatabase } from '../postgres/database.ts';
import { parse, validate } from 'graphql';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { Reply, World } from '../world/open-world.ts';
import { sha256Hex } from '../../src/base/index.ts';
import { readRecord } from '../world/read-record.ts';
import { readConsumerSchema } from './consumer-schema.ts';
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

  describe('G1 nests fragments that are used again and again', () => {
    const nested = (levels: number): string =>
      `{ ...F0 } ${Array.from({ length: levels }, (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`).join(' ')}
       fragment F${levels} on Query { __typename }`;

    it('is refused in the time that its text takes, though it stands for a million fields', () =>
      expectRefused(ask(nested(20)), 'LIMIT_DEPTH'));

    it('is refused though it is not deep', () =>
      expectRefused(
        ask(`{ ${'...A '.repeat(20)} } fragment A on Query { ${'...B '.repeat(20)} }
             fragment B on Query { ${'...C '.repeat(20)} } fragment C on Query { __typename }`),
        'LIMIT_FRAGMENTS',
      ));

    it('is refused when it goes round in a circle', () =>
      expectRefused(
        ask('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
        'OPERATION_INVALID',
      ));

    it('is answered when it is small', async () => {
      expect((await ask(nested(3))).body.data).toEqual({ __typename: 'Query' });
    });
  });

  describe('G2 floods with aliases', () => {
    const aliases = (count: number): string =>
      Array.from({ length: count }, (_, at) => `a${at}: id`).join(' ');
    const segment = (fields: string): string => `{ roadSegment(id: "G10-001") { ${fields} } }`;

    it('is refused with 51 of one field', () => expectRefused(ask(segment(aliases(51))), 'LIMIT_ALIASES'));

    it('is refused when spreads make them many', () =>
      expectRefused(
        ask(`{ ...A b: roadSegment(id: "x") { ...B } } fragment A on Query { c: roadSegment(id: "y") { ...B } }
             fragment B on RoadSegment { ${aliases(25)} }`),
        'LIMIT_ALIASES',
      ));

    it('is refused when nested spreads multiply them', () =>
      expectRefused(
        ask(`${segment('...A')} fragment A on RoadSegment { ...B ...B ...B ...B }
             fragment B on RoadSegment { ...C ...C ...C ...C } fragment C on RoadSegment { ${aliases(4)} }`),
        'LIMIT_ALIASES',
      ));

    it('is answered with as many as the limit', async () => {
      const { status, body } = await ask(segment(aliases(50)));
      expect([status, Object.keys(body.data!['roadSegment']!).length]).toEqual([200, 50]);
    });
  });

  describe('G3 repeats directives', () => {
    it.each([
      ['a known one, ten times', '@skip(if: false)'.repeat(10)],
      ['an unknown one, ten times', '@aa'.repeat(10)],
    ])('is refused: %s', (_what, directives) =>
      expectRefused(ask(`{ __typename ${directives} }`), 'OPERATION_INVALID'),
    );

    it('is refused before it is validated, without a flood of errors', async () => {
      const reply = await expectRefused(ask(`{ __typename ${'@aa'.repeat(1_000)} }`), 'LIMIT_DIRECTIVES');
      expect(reply.body.errors).toHaveLength(1);
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
      await expectRefused(ask(deep(11)), 'LIMIT_DEPTH');
      expect((await ask(deep(10))).status).toBe(200);
    },
  );

  it.each(['__schema { types { name } }', '__type(name: "Gantry") { fields { name } }'])(
    'G7 learns no more of the schema than its own view: %s, openly, under an alias or in fragments',
    async (introspection) => {
      const reads = [
        `{ ${introspection} }`,
        `{ harmless: ${introspection} }`,
        `{ ... on Query { ... { ${introspection} } } }`,
        `query Hidden { ...A } fragment A on Query { ...B } fragment B on Query { ${introspection} }`,
        `{ __typename ... @include(if: true) { ${introspection} } }`,
      ];
      for (const query of reads) {
        const { status, text } = await ask(query);
        expect([query, status]).toEqual([query, 200]);
        expect(text).not.toMatch(/gantryHex|imageUrl|MediationParty/);
      }
    },
  );

  describe('G7 replays a document by its digest', () => {
    const INTROSPECTION = '{ __schema { types { name } } }';
    const byDigest = (query: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256Hex(query) } });
    const send = (body: object): Promise<Reply> => postRaw(world, { payload: JSON.stringify(body) });

    it.each([INTROSPECTION, '{ __typename }'])(
      'is refused, whatever was sent with that digest before: %s',
      async (query) => {
        await expectRefused(send({ extensions: byDigest(query) }), 'DOCUMENT_UNKNOWN');
        await send({ query, extensions: byDigest(query) });
        await expectRefused(send({ extensions: byDigest(query) }), 'DOCUMENT_UNKNOWN');
        await expectRefused(send({ documentId: `sha256:${sha256Hex(query)}` }), 'DOCUMENT_UNKNOWN');
      },
    );

    it('is refused under the digest of another document', async () => {
      const extensions = byDigest('{ __typename }');
      await expectRefused(send({ query: INTROSPECTION, extensions }), 'BAD_REQUEST');
      expect((await send({ query: '{ __typename }', extensions })).status).toBe(200);
    });
  });

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

  it.each([
    ['argument', '{ roadSegment { roadName } }', /\bid\b/],
    [
      'field of an input object',
      '{ checkpointPassages(filter: { during: {} }) { nodes { passTime } } }',
      /\bfrom\b|\bto\b|DateTime/,
    ],
    ['selection below a field', '{ checkpoints { nodes } }', /Checkpoint\b|\bname\b/],
    [
      'type of an argument',
      'query ($x: Float) { roadSegments(orderBy: $x) { nodes { id } } }',
      /RoadSegmentOrder/,
    ],
    ['type of a fragment', '{ checkpoints { nodes { ... on Query { __typename } } } }', /Checkpoint\b/],
    ['type of a field', '{ roadSegment(id: "x") { nothing } }', /RoadSegment/],
  ])('G8 is not told the name of a %s that it did not write', async (_what, query, hidden) => {
    const { body } = await expectRefused(ask(query), 'OPERATION_INVALID');
    for (const { message } of body.errors!) expect(message).not.toMatch(hidden);
    // Positive control: graphql-js itself tells.
    const told = validate(await readConsumerSchema(), parse(query)).map(({ message }) => message);
    expect(told.join('\n')).toMatch(hidden);
  });

  describe('G9 makes fields overlap', () => {
    const overlapping = (fields: number): string =>
      `{ ${Array.from({ length: fields }, () => 'adminDivision(code: "1") { code }').join(' ')} }`;

    it('is refused before fields are compared', async () => {
      for (const fields of [21, 2_000]) {
        const reply = await ask(overlapping(fields));
        expect([reply.status, codeOf(reply)]).toEqual([400, expect.stringMatching(/^LIMIT_/)]);
      }
    });

    it('costs little within the limits', async () => {
      const inner = (at: number): string => `...F${at} `.repeat(4);
      const fragments = Array.from(
        { length: 4 },
        (_, at) => `fragment F${at} on RoadSegment { ${'id roadName '.repeat(6)} }`,
      );
      const query = `{ ${Array.from({ length: 6 }, (_, at) => `roadSegment(id: "G10-001") { ${inner(at % 4)} }`).join(' ')} } ${fragments.join(' ')}`;
      const before = process.cpuUsage();
      expect((await ask(query)).status).toBe(200);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1_000).toBeLessThan(1_000);
    });
  });

  describe('G10 uses names that reach a prototype', () => {
    const SEGMENTS = 'query ($f: RoadSegmentFilter) { roadSegments(first: 1, filter: $f) { nodes { id } } }';

    it.each(['__proto__', 'constructor', 'prototype'])('is refused: %s', async (name) => {
      await expectRefused(ask(`{ ${name}: roadSegment(id: "G10-001") { id } }`), 'OPERATION_INVALID');
      await expectRefused(ask(`{ roadSegment(id: "G10-001") { ... { ${name}: id } } }`), 'OPERATION_INVALID');
      await expectRefused(
        ask(`query ($${name}: ID = "x") { roadSegment(id: $${name}) { id } }`),
        'OPERATION_INVALID',
      );
      // This one does not even get through as JSON.
      const code = name === '__proto__' ? 'BAD_REQUEST' : 'OPERATION_INVALID';
      for (const variables of [`{"${name}":{"lowGrade":true}}`, `{"f":{"${name}":{"lowGrade":true}}}`]) {
        const payload = `{"query":${JSON.stringify(SEGMENTS)},"variables":${variables}}`;
        await expectRefused(postRaw(world, { payload }), code);
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

  describe('G11 subscribes', () => {
    const SUBSCRIPTION = 'subscription { roadEventPublished { id } }';

    it.each(['subscription { __typename }', SUBSCRIPTION, `query Q { __typename } ${SUBSCRIPTION}`])(
      'is refused over one request and one answer: %s',
      async (query) => {
        await expectRefused(ask(query), 'OPERATION_INVALID');
      },
    );

    it('is refused by GET as well', async () => {
      const reply = await world.gateway.app.inject({
        method: 'GET',
        url: `/graphql?query=${encodeURIComponent('subscription { __typename }')}`,
        headers: { 'content-type': 'application/json' },
      });
      expect(reply.statusCode).toBeGreaterThanOrEqual(400);
      expect(reply.json<Reply['body']>().data).toBeUndefined();
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
      await admin('alter table checkpoint.checkpoint rename column name to planted_name');
      const { text } = await asPolice();
      await admin('alter table checkpoint.checkpoint rename column planted_name to name');
      expect(text).toContain('SUBGRAPH_FAULT');
      expect(text).not.toMatch(/planted_name|c\.name|column|select|42703/);
    });
  });
});

function codeOf({ body }: Reply): unknown {
  return body.errors?.[0]?.extensions['code'];
}
