import { requireCatalogue } from '../../../src/agreement/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { shippedSchema } from '../../rules/agreement/shipped-files.ts';
import { openReaders, type OpenReaders } from './open-readers.ts';
import { EVERYTHING, insertSample } from './sample.ts';

const MONTHS = { from: '2025-12', to: '2026-01' };
const { inputs } = requireCatalogue(shippedSchema());

type Row = Readonly<Record<string, unknown>>;
/** Each table, by the enum that it can be grouped by. */
const TABLES: Readonly<Record<string, (readers: OpenReaders, group: never) => Promise<readonly object[]>>> = {
  PassageGroup: ({ checkpoint }, group) =>
    checkpoint.passageStatistics({ months: MONTHS, groupBy: [group], measures: [] }),
  ViolationGroup: ({ checkpoint }, group) =>
    checkpoint.violationStatistics({ months: MONTHS, groupBy: [group], measures: [] }),
  MediationGroup: ({ mediation }, group) => mediation.mediationStatistics(MONTHS, [group]),
  GantryPassageGroup: ({ traffic }, group) =>
    traffic.gantryStatistics({ months: MONTHS, groupBy: [group], measures: [] }),
};
const KEYS = [
  'divisionCode',
  'segmentId',
  'checkpointId',
  'gantryId',
  'vehicleGroup',
  'hour',
  'violationCode',
  'disputeKind',
  'result',
];

const GROUPS = [...inputs].flatMap(([position, backings]) => {
  const [name = '', value = ''] = position.split('.');
  return backings.some(({ use }) => use === 'group')
    ? [[name, value, backings.map((one) => one.coordinate)] as const]
    : [];
});

let database: TestDatabase;
let readers: OpenReaders | undefined;
beforeAll(async () => {
  database = await createTestDatabase();
  await insertSample(database);
  // The sample's cases have no outcome yet, and its violations no plate.
  await database.admin(async (admin) => {
    await admin.query("update mediation.mediation_case set result = 'SUCCESS'");
    await admin.query("update checkpoint.violation set plate_no = '蒙E' || id");
  });
});
afterEach(() => readers?.close());
afterAll(() => database.drop());

/** Which keys the rows of a table have, where rows may be grouped by these fields. */
async function keysOf(name: string, value: string, granted: readonly string[]): Promise<readonly string[]> {
  readers = openReaders(database, EVERYTHING, {
    statistics: {
      ruleOf: () => ({ k: 1, roundTo: 1 }),
      mayGroupBy: (coordinate) => granted.includes(coordinate),
    },
  });
  const rows = (await TABLES[name]!(readers, value as never)) as readonly Row[];
  expect(rows.length).toBeGreaterThan(0);
  await readers.close();
  return KEYS.filter((key) => rows.some((row) => row[key] !== null && row[key] !== undefined));
}

it('every table of the schema is known here', () => {
  expect([...new Set(GROUPS.map(([name]) => name))].toSorted()).toEqual(Object.keys(TABLES).toSorted());
});

// A table that could be grouped by more than its cells are made of would be told in blocks of another question's cells.
it.each(GROUPS)(
  '%s.%s is in the cells where its field may be grouped by, and only there',
  async (name, value, fields) => {
    expect(await keysOf(name, value, fields)).toHaveLength(1);
    const others = GROUPS.filter(
      ([table, , shown]) => table === name && !shown.some((one) => fields.includes(one)),
    );
    expect(
      await keysOf(
        name,
        value,
        others.flatMap(([, , shown]) => shown),
      ),
    ).toEqual([]);
  },
);
