import fc from 'fast-check';
import * as z from 'zod';
import { defineStatement, openSession } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The value as it comes back from PostgreSQL. */
async function sent(type: string, value: unknown): Promise<unknown> {
  const statement = defineStatement({
    name: `test.echo-${type.replace('[]', 's')}`,
    text: `select $1::${type} as value`,
    row: z.object({ value: z.unknown() }),
    scoped: false,
  });
  const session = openSession({ pool: database.app, signer: database.signer, scope: {} });
  return (await session.run(statement, [value]))[0]!.value;
}

// PostgreSQL keeps no zero byte in a text.
const anyText = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));

it('brings any list of texts over as it is', async () => {
  const lists = fc.array(
    fc.oneof(anyText, fc.constantFrom(null, 'NULL', '', '"', '\\', '{a,b}', '豫A"12\\3')),
  );
  await fc.assert(
    fc.asyncProperty(lists, async (list) => expect(await sent('text[]', list)).toEqual(list)),
    { numRuns: 200 },
  );
});

it.each([
  ['text', '蒙E12345'],
  ['text', null],
  ['integer', -7],
  ['float8', 0.1],
  ['boolean', false],
  ['integer[]', [1, null, 3]],
  ['boolean[]', [true, false]],
  ['text[]', []],
])('sends %s %j', async (type, value) => {
  expect(await sent(type, value)).toEqual(value);
});

it('sends what is absent as null', async () => {
  expect(await sent('text', undefined)).toBeNull();
});

it('would break a list on its quotation marks if they were not escaped (positive control)', async () => {
  await expect(database.app.query('select $1::text[] as value', ['{"a"b"}'])).rejects.toThrow(
    'malformed array literal',
  );
});

it.each([[{}], [new Date(0)], [1n], [Symbol('a')], [() => 1], [[{}]]])('sends no %p', async (value) => {
  await expect(sent('text', value)).rejects.toMatchObject({
    detail: 'raised on our side (TypeError), statement test.echo-text.',
  });
});
