import { parse } from 'graphql';
import { type AskedFields, listAskedFields } from '../../../src/federation/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { declaredColumns, fieldsOf } from './declared-columns.ts';
import { openReaders } from './open-readers.ts';
import { EVERYTHING, insertSample, JANUARY } from './sample.ts';
import { buildSubgraph, runStrictly, selectionOf, type SubgraphName } from './whole-schema.ts';

/** An operation that reads rows of a type, whatever is asked for of them. */
const READING: Readonly<Record<string, (fields: string) => string>> = {
  Checkpoint: (fields) => `checkpoints { nodes { ${fields} } }`,
  CheckpointPassage: (fields) =>
    `checkpointPassages(filter: { during: { from: "${JANUARY.from}", to: "${JANUARY.to}" } }) { nodes { ${fields} } }`,
  DetentionMediation: (fields) => `detentionMediations { nodes { ${fields} } }`,
  DisputeWarning: (fields) => `disputeWarnings { nodes { ${fields} } }`,
  FlowObservation: (fields) => `roadSegment(id: "s1") { flowObservations(first: 20) { ${fields} } }`,
  Gantry: (fields) => `gantries { nodes { ${fields} } }`,
  GantryPassage: (fields) => `gantry(id: "g1") { passages(first: 20) { ${fields} } }`,
  JointWarning: (fields) => `jointWarnings(first: 20) { ${fields} }`,
  MediationCase: (fields) => `mediationCases { nodes { ${fields} } }`,
  RoadEvent: (fields) =>
    `roadEvents(filter: { during: { from: "${JANUARY.from}", to: "${JANUARY.to}" } }) { nodes { ${fields} } }`,
  RoadSegment: (fields) => `roadSegments(orderBy: AADT_DESC) { edges { cursor node { ${fields} } } }`,
  Violation: (fields) => `violations { nodes { ${fields} } pageInfo { endCursor } }`,
};

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSample(database);
});
afterAll(() => database.drop());

/** Answers an operation from whole rows, or from those columns that it asks for. */
async function answerOf(
  name: SubgraphName,
  operation: string,
  asked?: AskedFields,
): Promise<{ readonly data: unknown; readonly isNarrowed: boolean }> {
  const readers = openReaders(database, EVERYTHING, {
    agency: 'AG-TRAFFIC-POLICE',
    ...(asked && { asked }),
  });
  try {
    const { data, errors } = await runStrictly(buildSubgraph(name), operation, readers[name]);
    expect(errors).toBeUndefined();
    return { data, isNarrowed: readers.runs.some(({ statement }) => statement.leftOut !== undefined) };
  } finally {
    await readers.close();
  }
}

it.each((await declaredColumns()).map(([name, { type }]) => [name, type] as const))(
  '%s answers each field of %s alike from whole rows and from what it needs of them',
  async (name, type) => {
    const narrowed: string[] = [];
    for (const field of fieldsOf(name, type)) {
      const operation = `{ ${READING[type]!(selectionOf(field, 1))} }`;
      const whole = await answerOf(name, operation);
      const asked = await answerOf(name, operation, listAskedFields(buildSubgraph(name), parse(operation)));
      expect(asked.data).toEqual(whole.data);
      expect(whole.isNarrowed).toBe(false);
      expect(JSON.stringify(whole.data)).toContain(`"${field.name}":`);
      if (asked.isNarrowed) narrowed.push(field.name);
    }
    // As many as a statement has forms; more where it is planned anew.
    expect(narrowed.length).toBeGreaterThan(7);
  },
);

it.each([
  ['mediation', '{ mediationCases { nodes { id caseNo } } }', 'mediation_case'],
  ['traffic', '{ roadSegments { nodes { id roadName } } }', 'road_segment'],
] as const)('%s asks the database for no column of %s that nobody wants', async (name, operation, table) => {
  const schema = buildSubgraph(name);
  const readers = openReaders(database, EVERYTHING, { asked: listAskedFields(schema, parse(operation)) });
  await runStrictly(schema, operation, readers[name]);
  await readers.close();
  const [run] = readers.runs;
  const [list, source] = run!.statement.text.split('\nfrom ');
  expect(source).toContain(table);
  expect(list!.split(',').length).toBeLessThan(4);
});
