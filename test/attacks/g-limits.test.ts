import { openSampleWorld } from '../world/open-sample-world.ts';
import type { Reply, World } from '../world/open-world.ts';
import type { TestDatabase } from '../postgres/database.ts';
import { readRecord } from '../world/read-record.ts';

const LIMITS = {
  LUKOU_MAX_DOCUMENT_BYTES: '1024',
  LUKOU_MAX_TOKENS: '100',
  LUKOU_MAX_DEPTH: '4',
  LUKOU_MAX_FIELDS: '10',
  LUKOU_MAX_ROOT_FIELDS: '3',
  LUKOU_MAX_ALIASES: '2',
  LUKOU_MAX_DIRECTIVES: '2',
  LUKOU_MAX_FRAGMENTS: '2',
  LUKOU_MAX_VARIABLE_DEPTH: '2',
  LUKOU_MAX_LIST_SIZE: '50',
  LUKOU_MAX_ROWS: '100',
  LUKOU_MAX_OPERATIONS: '1',
};

interface Request {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

const T = '__typename';
const parents = (levels: number): string =>
  `{ adminDivision(code: "150702") ${'{ parent '.repeat(levels)}{ code }${' }'.repeat(levels)} }`;
const operations = (count: number): Request => ({
  query: Array.from({ length: count }, (_, at) => `query Q${at} { ${T} }`).join(' '),
  operationName: 'Q0',
});
const segments = (first: string): string => `roadSegments(first: ${first}) { nodes { id } }`;
const ids = (count: number): string[] => Array.from({ length: count }, () => 'x');

/** What is refused by one limit, and what is as large as that limit allows. */
const AT_THE_EDGE: readonly (readonly [code: string, what: string, allowed: Request, refused: Request])[] = [
  [
    'LIMIT_DOCUMENT_BYTES',
    'a comment',
    { query: `{ ${T} }#`.padEnd(1_024, 'x') },
    { query: `{ ${T} }#`.padEnd(1_025, 'x') },
  ],
  [
    'LIMIT_DOCUMENT_BYTES',
    'characters of three bytes',
    { query: `{ ${T} }#`.padEnd(300, '路') },
    { query: `{ ${T} }#`.padEnd(400, '路') },
  ],
  ['LIMIT_TOKENS', 'operations', operations(20), operations(21)],
  ['LIMIT_DEPTH', 'fields', { query: parents(2) }, { query: parents(3) }],
  [
    'LIMIT_DEPTH',
    'inline fragments',
    { query: `{ ... { ... { ${T} } } }` },
    { query: `{ adminDivision(code: "150702") { parent { ... { ... { code } } } } }` },
  ],
  [
    'LIMIT_FIELDS',
    'one field again and again',
    { query: `{ roadSegment(id: "G10-001") { ${'id '.repeat(9)} } }` },
    { query: `{ roadSegment(id: "G10-001") { ${'id '.repeat(10)} } }` },
  ],
  [
    'LIMIT_FIELDS',
    'a fragment spread twice',
    { query: `{ roadSegment(id: "G10-001") { ...F ...F } } fragment F on RoadSegment { id id id id }` },
    { query: `{ roadSegment(id: "G10-001") { ...F ...F } } fragment F on RoadSegment { id id id id id }` },
  ],
  ['LIMIT_ROOT_FIELDS', 'fields', { query: `{ ${T} ${T} ${T} }` }, { query: `{ ${T} ${T} ${T} ${T} }` }],
  [
    'LIMIT_ROOT_FIELDS',
    'fields in fragments',
    { query: `{ ...F ${T} } fragment F on Query { ${T} ${T} }` },
    { query: `{ ...F ...F } fragment F on Query { ${T} ${T} }` },
  ],
  ['LIMIT_ALIASES', 'aliases', { query: `{ a: ${T} b: ${T} }` }, { query: `{ a: ${T} b: ${T} c: ${T} }` }],
  [
    'LIMIT_ALIASES',
    'aliases in a fragment spread twice',
    { query: `{ ...F ...F } fragment F on Query { a: ${T} }` },
    { query: `{ ...F ...F } fragment F on Query { a: ${T} b: ${T} }` },
  ],
  [
    'LIMIT_DIRECTIVES',
    'directives',
    { query: `{ ${T} @skip(if: false) @include(if: true) }` },
    { query: `{ ${T} @skip(if: false) @include(if: true) ... @include(if: true) { ${T} } }` },
  ],
  [
    'LIMIT_FRAGMENTS',
    'fragments of both kinds',
    { query: `{ ...F ... { ${T} } } fragment F on Query { ${T} }` },
    { query: `{ ...F ... { ...F } } fragment F on Query { ${T} }` },
  ],
  [
    'LIMIT_VARIABLE_DEPTH',
    'objects',
    { query: `{ ${T} }`, variables: { a: { b: {} } } },
    { query: `{ ${T} }`, variables: { a: { b: { c: {} } } } },
  ],
  [
    'LIMIT_LIST_SIZE',
    'a literal size',
    { query: `{ ${segments('50')} }` },
    { query: `{ ${segments('51')} }` },
  ],
  [
    'LIMIT_LIST_SIZE',
    'a size in a variable',
    { query: `query ($n: Int!) { ${segments('$n')} }`, variables: { n: 50 } },
    { query: `query ($n: Int!) { ${segments('$n')} }`, variables: { n: 51 } },
  ],
  [
    'LIMIT_LIST_SIZE',
    'a size in the default of a variable',
    { query: `query ($n: Int! = 50) { ${segments('$n')} }` },
    { query: `query ($n: Int! = 51) { ${segments('$n')} }` },
  ],
  [
    'LIMIT_LIST_SIZE',
    'a list among the variables',
    { query: `{ ${T} }`, variables: { ids: ids(50) } },
    { query: `{ ${T} }`, variables: { ids: ids(51) } },
  ],
  [
    'LIMIT_ROWS',
    'a list in a list',
    { query: '{ roadSegments(first: 5) { nodes { gantries { id } } } }' },
    { query: '{ roadSegments(first: 9) { nodes { gantries { id } } } }' },
  ],
];

describe('A limit on operations', () => {
  let narrow: World;
  let wide: World;
  beforeAll(async () => {
    narrow = await openSampleWorld(LIMITS);
    wide = await openSampleWorld();
  }, 120_000);
  afterAll(async () => {
    await narrow.close();
    await wide.close();
  });

  const ask = (world: World, { query, ...options }: Request): Promise<Reply> =>
    world.ask('public', query, options);
  const codeOf = ({ body }: Reply): unknown => body.errors?.[0]?.extensions['code'];

  it.each(AT_THE_EDGE)(
    'refuses with %s: one too many, and no fewer (%s)',
    async (code, _what, allowed, refused) => {
      const answered = await ask(narrow, allowed);
      expect(answered.status).toBe(200);
      expect(codeOf(answered)).not.toBe(code);
      narrow.statements.length = 0;
      const reply = await ask(narrow, refused);
      expect([reply.status, codeOf(reply), reply.body.data]).toEqual([400, code, undefined]);
      expect(narrow.statements).toEqual([]);
      expect((await readRecord(narrow, reply)).result).toMatchObject({ code, rows: 0 });
      // Positive control: nothing but this limit was in the way.
      expect((await ask(wide, refused)).status).toBe(200);
    },
  );

  it('refuses with LIMIT_CONCURRENCY a second operation of one caller, until the first has ended', async () => {
    const send = (ip: string, query: string) =>
      narrow.gateway.app.inject({
        method: 'POST',
        url: '/graphql',
        remoteAddress: ip,
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify({ query }),
      });
    const database = narrow.database as TestDatabase;
    await database.admin(async (client) => {
      await client.query('begin');
      await client.query('lock table traffic.road_segment in access exclusive mode');
      const first = send('192.0.2.1', '{ roadSegment(id: "G10-001") { id } }');
      const isWaiting = async (): Promise<boolean> => {
        const { rows } = await client.query('select from pg_locks where not granted');
        return rows.length > 0;
      };
      while (!(await isWaiting())) await new Promise((resolve) => setImmediate(resolve));

      const second = await send('192.0.2.1', `{ ${T} }`);
      expect([second.statusCode, second.headers['retry-after']]).toEqual([429, '1']);
      const body = second.json<Reply['body']>();
      expect(body.errors?.[0]?.extensions['code']).toBe('LIMIT_CONCURRENCY');
      const record = await readRecord(narrow, { status: 429, text: '', body });
      expect(record).toMatchObject({
        src: { ip: '192.0.2.1' },
        result: { status: 429, code: 'LIMIT_CONCURRENCY' },
      });
      expect((await send('192.0.2.2', `{ ${T} }`)).statusCode).toBe(200);

      await client.query('rollback');
      expect((await first).json<Reply['body']>().data).toEqual({ roadSegment: { id: 'G10-001' } });
    });
    expect((await send('192.0.2.1', `{ ${T} }`)).statusCode).toBe(200);
  });
});
