import * as z from 'zod';
import { defineColumns, defineStatement, openSession, type Session } from '../../src/storage/index.ts';
import { openAppPool } from '../postgres/app-pool.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
type Letters = Record<'id' | (typeof LETTERS)[number], string>;

const shape = z.strictObject({
  id: z.string(),
  a: z.string(),
  b: z.string(),
  c: z.string(),
  d: z.string(),
  e: z.string(),
  f: z.string(),
});
const columns = defineColumns<Letters>({
  type: 'Letters',
  sql: { id: 't.id', a: 't.a', b: 't.b', c: 't.c', d: 't.d', e: 't.e', f: 't.f' },
  madeFrom: { pair: ['a', 'b'], count: [] },
});
const letters = {
  scoped: false,
  row: shape,
  columns,
  text: (list: string) => `
select ${list}
from (values ('1', 'A', 'B', 'C', 'D', 'E', 'F')) as t (id, a, b, c, d, e, f)`,
};

let database: TestDatabase;
const open: Session[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});
afterAll(() => database.drop());

function begin(shapeChecked = true, onStatement: (name: string) => void = () => undefined): Session {
  const { app: pool, signer } = database;
  open.push(openSession({ pool, signer, scope: {}, shapeChecked, onStatement }));
  return open.at(-1)!;
}

function asking(...fields: string[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([['Letters', new Set(fields)]]);
}

/** Every set of letters. */
const SETS = Array.from({ length: 2 ** LETTERS.length }, (_none, set) =>
  LETTERS.filter((_letter, index) => (set & (1 << index)) !== 0),
);

it.each([
  [['b'], { id: '1', b: 'B', e: 'E' }],
  [['pair'], { id: '1', a: 'A', b: 'B', e: 'E' }],
  [['count'], { id: '1', e: 'E' }],
  [[], { id: '1', e: 'E' }],
])('reads what %j is made from, the key, and what is always read', async (fields, row) => {
  const statement = defineStatement({ ...letters, name: 'test.list-letters', always: ['e'] as const });
  expect(await begin().run(statement.narrow!(asking(...fields)), [])).toEqual([row]);
});

it('reads the whole row for a field that nobody has declared, and for every field at once', () => {
  const statement = defineStatement({ ...letters, name: 'test.whole-letters' });
  expect(statement.narrow!(asking('a', 'forgotten'))).toBe(statement);
  expect(statement.narrow!(asking(...LETTERS))).toBe(statement);
});

it('reads no more than its key of a type that is not asked for', () => {
  const statement = defineStatement({ ...letters, name: 'test.other-letters' });
  expect(statement.narrow!(new Map()).text).toMatch(/^select t\.id as "id"\n/);
});

it('throws where a field is read that was left out', async () => {
  const statement = defineStatement({ ...letters, name: 'test.forgotten-letters' });
  const [row] = await begin().run(statement.narrow!(asking('a')), []);
  expect(row!.a).toBe('A');
  expect(() => row!.b).toThrow('A row of test.forgotten-letters was read for b');
});

it('would answer null for it if nobody looked (positive control)', async () => {
  const statement = defineStatement({ ...letters, name: 'test.unwatched-letters' });
  const [row] = await begin(false).run(statement.narrow!(asking('a')), []);
  expect(row!.b).toBeUndefined();
});

it('still checks the shape of what it reads', async () => {
  const row = shape.extend({ a: z.literal('Z') });
  const statement = defineStatement({ ...letters, row, name: 'test.wrong-letters' });
  await expect(begin().run(statement.narrow!(asking('a', 'b')), [])).rejects.toMatchObject({
    detail: 'Statement test.wrong-letters returned a row of another shape: a (invalid_value).',
  });
  await expect(begin().run(statement.narrow!(asking('b')), [])).resolves.toHaveLength(1);
});

it('tells the name of the statement, whatever it reads', async () => {
  const told: string[] = [];
  const statement = defineStatement({ ...letters, name: 'test.told-letters' });
  await begin(true, (name) => told.push(name)).run(statement.narrow!(asking('c')), []);
  expect(told).toEqual(['test.told-letters']);
});

it('fills no connection with forms of statements, and answers each question', async () => {
  const pool = openAppPool(database, { max: 1 });
  const session = openSession({ pool, signer: database.signer, scope: {} });
  const whole = ['test.one', 'test.other'].map((name) => defineStatement({ ...letters, name, scoped: true }));
  // Twice, so that what was forgotten is asked for again.
  for (const statement of [...whole, ...whole]) {
    for (const fields of SETS)
      expect(await session.run(statement.narrow!(asking(...fields)), [])).toEqual([
        expect.objectContaining(Object.fromEntries(fields.map(valueOf))),
      ]);
  }
  const { rows } = await pool.query<{ name: string }>('select name from pg_prepared_statements');
  expect(rows).toHaveLength(101);
  expect(rows.map(({ name }) => name)).toContain('lukou.bind-scope');
  await pool.end();
});

it('gives every form a name of its own that PostgreSQL keeps whole', () => {
  const name = `test.${'a'.repeat(50)}`;
  const statement = defineStatement({ ...letters, name });
  const names = SETS.map((fields) => statement.narrow!(asking(...fields)).preparedAs ?? name);
  expect(new Set(names).size).toBe(SETS.length);
  expect(Math.max(...names.map((one) => one.length))).toBeLessThan(64);
  expect(() => defineStatement({ ...letters, name: `${name}a` })).toThrow('at most 55 characters');
});

it('takes no more columns than a set holds', () => {
  const sql = Object.fromEntries(Array.from({ length: 32 }, (_none, n) => [`column${n}`, `t.column${n}`]));
  expect(() => defineColumns<Record<string, string>>({ type: 'Wide', sql, madeFrom: {} })).toThrow(
    'Wide has 32 columns',
  );
});

function valueOf(letter: string): [string, string] {
  return [letter, letter.toUpperCase()];
}
