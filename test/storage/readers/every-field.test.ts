import { isObjectType } from 'graphql';
import { resolversBySubgraph } from '../../../resolvers/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { openReaders, type OpenReaders } from './open-readers.ts';
import { EVERYTHING, insertSample, JANUARY } from './sample.ts';
import { buildSubgraph, runStrictly, selectionOf, type SubgraphName } from './whole-schema.ts';

let database: TestDatabase;
let readers: OpenReaders;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSample(database);
});
beforeEach(() => {
  readers = openReaders(database, EVERYTHING);
});
afterEach(() => readers.close());
afterAll(() => database.drop());

const KEYS: Readonly<Record<string, string>> = {
  adminDivision: 'code: "150724"',
  roadSegment: 'id: "s1"',
  gantry: 'id: "g1"',
  roadEvent: 'id: "e1"',
  checkpoint: 'id: "c1"',
  mediationCase: 'id: "m1"',
  disclosureRecord: 'index: 0',
  disclosuresOfSubject: 'kind: PLATE, value: "蒙E12345"',
  disclosureCounts: `by: FIELD, during: { from: "${JANUARY.from}", to: "${JANUARY.to}" }`,
  unusualAccess: `kind: NIGHT, during: { from: "${JANUARY.from}", to: "${JANUARY.to}" }`,
  guardIncidentCounts: `during: { from: "${JANUARY.from}", to: "${JANUARY.to}" }`,
  accessMatrix: 'owner: "AG-TEST"',
  agreementImpact: `draft: "uid: x", during: { from: "${JANUARY.from}", to: "${JANUARY.to}" }`,
  agreementCheck: 'draft: "uid: x"',
  gantryTrajectory: `plateNo: "蒙E12345", during: { from: "${JANUARY.from}", to: "${JANUARY.to}" }`,
  caseVehicle: `plateNo: "蒙E12345", during: { from: "${JANUARY.from}", to: "${JANUARY.to}" }`,
  gantryStatistics: 'months: { from: "2025-12", to: "2026-01" }, groupBy: [GANTRY, SEGMENT]',
  passageStatistics: 'months: { from: "2025-12", to: "2026-01" }, groupBy: [CHECKPOINT, SEGMENT]',
  violationStatistics: 'months: { from: "2026-01", to: "2026-01" }, groupBy: [SEGMENT]',
  mediationStatistics: 'months: { from: "2025-12", to: "2026-01" }',
};

const ROOTS = (['traffic', 'checkpoint', 'mediation', 'oversight'] as const).flatMap((name) =>
  Object.keys(buildSubgraph(name).getQueryType()!.getFields())
    // Takes what only `caseVehicle` gives out: case-vehicles.test.ts asks both.
    .filter((root) => root !== 'companionPlate')
    .map((root) => [name, root] as const),
);

it.each(ROOTS)(
  '%s answers %s and every field below it, from rows and resolvers alone',
  async (name, root) => {
    const schema = buildSubgraph(name);
    const field = schema.getQueryType()!.getFields()[root]!;
    const operation = `{ ${selectionOf(field, 4, KEYS[root])} }`;
    const { data, errors } = await runStrictly(schema, operation, readers[name]);
    expect(errors).toBeUndefined();
    expect(data?.[root]).not.toBeNull();
  },
);

/** Fields that a reference to another agency's entity gets here. */
const EXTENSIONS: readonly [SubgraphName, string, object][] = [
  ['checkpoint', 'RoadSegment', { id: 's1' }],
  ['checkpoint', 'Gantry', { id: 'g1' }],
  ['mediation', 'RoadSegment', { id: 's1' }],
  ['mediation', 'RoadEvent', { id: 'e1' }],
  ['mediation', 'AdminDivision', { code: '150724' }],
];

it.each(EXTENSIONS)(
  '%s answers every field that it adds to %s, from a reference alone',
  async (name, type, key) => {
    const schema = buildSubgraph(name);
    const extended = schema.getType(type);
    if (!isObjectType(extended)) throw new Error(`${type} is no object type`);
    expect(Reflect.has(resolversBySubgraph[name], type)).toBe(true);
    expect(Reflect.get(resolversBySubgraph[name], type)).not.toHaveProperty('__resolveReference');
    const entry = schema.getQueryType()!.getFields();
    const [first] = Object.values(entry);
    // Any root field will do: its answer is replaced by the reference.
    const probe = { ...first!, type: extended, args: [], resolve: () => key };
    entry['probe'] = Object.assign(probe, { name: 'probe' });
    const { data, errors } = await runStrictly(schema, `{ ${selectionOf(probe, 3)} }`, readers[name]);
    expect(errors).toBeUndefined();
    expect(Object.values(data?.['probe'] as object)).not.toContain(null);
  },
);
