import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuditLog, openFileSigner } from '../../src/audit/index.ts';
import { systemClock } from '../../src/base/index.ts';
import { createDisclosureLogStore, deriveCommitted } from '../../src/storage/index.ts';
import { entryWith } from '../audit-log/entry.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { openReaders } from './readers/open-readers.ts';

const KINDS = ['HOUR', 'AGENCY', 'PURPOSE', 'CODE', 'FIELD', 'DENIAL'] as const;
const READERS = ['AG-OVERSIGHT', 'AG-A', 'AG-B', 'AG-NOBODY'] as const;
const MAY = '2026-05-01T00:00:00+08:00';
/** Whole hours, parts of hours, part of one hour, an hour and a microsecond, and nothing. */
const SPANS = [
  ['2026-05-01T00:00:00+08:00', '2026-05-04T00:00:00+08:00'],
  ['2026-05-01T07:13:21.5+08:00', '2026-05-02T22:59:59.999+08:00'],
  ['2026-05-02T10:05:00+08:00', '2026-05-02T10:40:00+08:00'],
  ['2026-05-02T09:59:59.999999+08:00', '2026-05-02T11:00:00.000001+08:00'],
  ['2026-05-01T12:30:00+08:00', '2026-05-01T13:00:00+08:00'],
  ['2027-05-01T00:00:00+08:00', '2027-05-02T00:00:00+08:00'],
] as const;

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

/** Random records of two logs over three days: fields more than once, of unknown owners, refusals, errors, the public. */
async function fillLogs(): Promise<void> {
  await database.admin((admin) =>
    admin.query(`
      select setseed(0.42);
      insert into oversight.log (log, origin, born_at)
        select log, 'lukou.test/' || log, '${MAY}' from unnest(array['one', 'two', 'empty']) log;
      insert into oversight.disclosure (log, index, id, recorded_at, stage, agency, role, actor, purpose, code, row_count,
        agreements, coordinates, denied, decisions, denials, owners)
      select log, n, gen_random_uuid(), '${MAY}'::timestamptz + floor(random() * 3 * 86400) * interval '1 second',
        (array['RELEASE', 'RELEASE', 'DENY', 'ERROR'])[1 + floor(random() * 4)],
        (array['AG-A', 'AG-B', null])[1 + floor(random() * 3)], 'analyst', 'p',
        (array['ROAD_SAFETY', 'MEDIATION', null])[1 + floor(random() * 3)],
        (array['OK', 'NOT_GRANTED'])[1 + floor(random() * 2)], floor(random() * 9), '{}', fields.names, '{}', '{}',
        array(select reason from unnest(array['NO_CASE', 'PROHIBITED']) reason where n >= 0 and random() < 0.3),
        array(select case name when 'A.x' then 'AG-A' when 'A.y' then 'AG-A' when 'B.x' then 'AG-B' end
          from unnest(fields.names) with ordinality as each (name, at) order by at)
      from unnest(array['one', 'two']) log, generate_series(0, 1999) n,
        lateral (select array(select (array['A.x', 'A.y', 'B.x', 'C.x'])[1 + floor(random() * 4)]
          from generate_series(1, n % 4) where log <> '') as names) fields;
      insert into oversight.log_derived (log, to_index) values ('one', 2000), ('two', 2000)`),
  );
}

/** Counts of every kind that a reader is told, for every span. */
async function toldTo(agency: string): Promise<readonly unknown[]> {
  const readers = openReaders(database, {}, { agency });
  try {
    return await Promise.all(
      SPANS.flatMap(([from, to]) =>
        KINDS.map((by) => readers.oversight.disclosureCounts({ by, during: { from, to } })),
      ),
    );
  } finally {
    await readers.close();
  }
}

/** The same, counted one record after the other. */
async function countedFor(agency: string): Promise<readonly unknown[]> {
  const own = agency === 'AG-OVERSIGHT' ? null : agency;
  const { rows } = await database.admin((admin) =>
    admin.query<Counted>(
      `select recorded_at::text as at, extract(epoch from recorded_at) * 1000000 as micros, stage, agency, purpose, code,
         row_count as rows, coordinates, owners, denials
       from oversight.disclosure
       where stage in ('RELEASE', 'DENY') and ($1::text is null or $1 = any(owners))`,
      [own],
    ),
  );
  return SPANS.flatMap(([from, to]) =>
    KINDS.map((by) => {
      const counts = new Map<string, { key: string; answers: number; refusals: number; rows: number }>();
      for (const row of rows) {
        if (Number(row.micros) < microsOf(from) || Number(row.micros) >= microsOf(to)) continue;
        for (const key of new Set(keysOf(row, by, own))) {
          const count = counts.get(key) ?? { key, answers: 0, refusals: 0, rows: 0 };
          count[row.stage === 'RELEASE' ? 'answers' : 'refusals'] += 1;
          count.rows += row.rows;
          counts.set(key, count);
        }
      }
      const total = ({ answers, refusals }: { answers: number; refusals: number }) => answers + refusals;
      return [...counts.values()].toSorted((a, b) =>
        by === 'HOUR' || total(a) === total(b) ? (a.key < b.key ? -1 : 1) : total(b) - total(a),
      );
    }),
  );
}

interface Counted {
  readonly micros: string;
  readonly stage: string;
  readonly agency: string | null;
  readonly purpose: string | null;
  readonly code: string;
  readonly rows: number;
  readonly coordinates: readonly string[];
  readonly owners: readonly (string | null)[];
  readonly denials: readonly string[];
}

function keysOf(row: Counted, by: (typeof KINDS)[number], own: string | null): readonly string[] {
  const chinaMs = Number(row.micros) / 1_000 + 8 * 3_600_000;
  return {
    HOUR: () => [`${new Date(chinaMs).toISOString().slice(0, 13)}:00:00+08:00`],
    AGENCY: () => [row.agency ?? 'public'],
    PURPOSE: () => [row.purpose ?? 'none'],
    CODE: () => [row.code],
    FIELD: () => row.coordinates.filter((_name, at) => own === null || row.owners[at] === own),
    DENIAL: () => row.denials,
  }[by]();
}

/** To the microsecond, which a Date does not hold. */
function microsOf(instant: string): number {
  const fraction = /\.(\d+)/.exec(instant)?.[1] ?? '';
  return Date.parse(instant.replace(/\.\d+/, '')) * 1_000 + Number(fraction.padEnd(6, '0'));
}

const tallyTo = (log: string, from: number, to: number): Promise<unknown> =>
  database.admin((admin) =>
    admin.query(`select oversight.tally_range('${log}', ${from}, ${to}, 1);
      update oversight.log_derived set tallied_to = ${to} where log = '${log}'`),
  );

async function expectSameForAll(): Promise<void> {
  for (const agency of READERS) expect(await toldTo(agency)).toEqual(await countedFor(agency));
}

it('counts the same however much of the logs is tallied, for the keeper of the log and for every agency', async () => {
  await fillLogs();
  expect((await toldTo('AG-A')).flat().length).toBeGreaterThan(100);
  await expectSameForAll();
  await tallyTo('one', 0, 700);
  await tallyTo('one', 700, 2_000);
  await tallyTo('two', 0, 1_500);
  await expectSameForAll();
}, 60_000);

it('reads whole hours from the tally, and would not notice a record that is gone', async () => {
  await fillLogs();
  await tallyTo('one', 0, 2_000);
  await tallyTo('two', 0, 2_000);
  const before = await toldTo('AG-OVERSIGHT');
  await database.admin((admin) =>
    admin.query(`set session_replication_role = replica; delete from oversight.disclosure where log = 'one'`),
  );
  // The first span is of whole hours alone.
  expect((await toldTo('AG-OVERSIGHT')).slice(0, KINDS.length)).toEqual(before.slice(0, KINDS.length));
});

it.each([700, 1_500])(
  'counts what was pruned no more, where %i records were tallied',
  async (tallied) => {
    await fillLogs();
    await tallyTo('one', 0, tallied);
    await database.admin((admin) =>
      // Who approves, and of what age it must be, other tests say.
      admin.query(`set session_replication_role = replica;
      insert into oversight.log_head (log, size, root, frontier, note)
        values ('one', 2000, sha256(''), array[sha256('')], 'a note');
      select oversight.prune_log('one', 1024, 180, 1096, sha256(''))`),
    );
    for (const agency of ['AG-OVERSIGHT', 'AG-B'])
      expect(await toldTo(agency)).toEqual(await countedFor(agency));
  },
  60_000,
);

it('tallies behind the commit, some thousand records at a time', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lukou-tally-'));
  const log = 'gateway';
  const signer = await openFileSigner({ folder, log, origin: 'lukou.test/gateway' });
  const store = createDisclosureLogStore(database.log);
  const audit = await openAuditLog({ store, signer, log, clock: systemClock });
  try {
    const talliedTo = async (): Promise<number> => {
      await deriveCommitted(database.app);
      const { rows } = await database.app.query<{ at: number }>(
        'select tallied_to::integer as at from oversight.log_derived',
      );
      return rows[0]!.at;
    };
    const write = (count: number) =>
      Promise.all(Array.from({ length: count }, () => audit.record(entryWith({ owners: [] }))));
    await write(100);
    expect(await talliedTo()).toBe(0);
    await write(2_100);
    expect(await talliedTo()).toBeGreaterThanOrEqual(2_048);
  } finally {
    await audit.close();
    await rm(folder, { recursive: true });
  }
  const day = 86_400_000;
  const [from, to] = [-day, day].map((by) => new Date(Date.now() + by).toISOString()) as [string, string];
  const readers = openReaders(database, {}, { agency: 'AG-OVERSIGHT' });
  const counts = await readers.oversight.disclosureCounts({ by: 'CODE', during: { from, to } });
  await readers.close();
  expect(counts).toEqual([{ key: 'OK', answers: 2_200, refusals: 0, rows: 0 }]);
}, 60_000);
