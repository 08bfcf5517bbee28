import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const value = async (expression: string): Promise<unknown> =>
  (await database.app.query<{ value: unknown }>(`select ${expression} as value`)).rows[0]!.value;

it.each([
  [`timestamptz '2026-01-31T14:15:00Z'`, '2026-01-31T22:15:00.000+08:00'],
  [`timestamptz '2026-01-31T22:15:00.1+08'`, '2026-01-31T22:15:00.100+08:00'],
  [`timestamptz(3) '2026-01-31T22:15:00.123456+08'`, '2026-01-31T22:15:00.123+08:00'],
  // Shanghai kept summer time then: still the same instant, at +08:00.
  [`timestamptz '1988-07-01T04:00:00Z'`, '1988-07-01T12:00:00.000+08:00'],
  [`timestamptz '1890-01-01T00:00:00Z'`, '1890-01-01T08:00:00.000+08:00'],
  [`date '2026-01-31'`, '2026-01-31'],
  [`timestamp '2026-01-31 22:15:00'`, '2026-01-31 22:15:00'],
  [`interval '90 minutes'`, '01:30:00'],
  [`9007199254740991::bigint`, 9007199254740991],
  [`array[1, null]::bigint[]`, [1, null]],
  [`0.1::numeric`, '0.1'],
  [`0.1::float8`, 0.1],
  [`'{"a": [1]}'::jsonb`, { a: [1] }],
  [`null::timestamptz`, null],
])('%s arrives as %j', async (expression, expected) => {
  expect(await value(expression)).toEqual(expected);
});

it('never rounds a whole number', async () => {
  await expect(value('9007199254740993::bigint')).rejects.toThrow('beyond 2^53');
});

it('refuses an instant that no calendar text can say', async () => {
  await expect(value(`timestamptz 'infinity'`)).rejects.toThrow('outside the years');
});

it('keeps instants to the millisecond, so that a cursor made of one finds its row again', async () => {
  const { rows } = await database.owner((owner) =>
    owner.query<{ place: string }>(
      `select attrelid::regclass || '.' || attname as place from pg_attribute
         join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
        where atttypid = 'timestamptz'::regtype and atttypmod <> 3 and relkind in ('r', 'p')
          and nspname in ('reference', 'traffic', 'checkpoint', 'mediation', 'oversight')`,
    ),
  );
  expect(rows).toEqual([]);
});
