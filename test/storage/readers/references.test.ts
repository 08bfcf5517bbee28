import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { resolversBySubgraph } from '../../../resolvers/index.ts';
import { openReaders, type OpenReaders } from './open-readers.ts';
import { EVERYTHING, insertSample, scopeOf } from './sample.ts';
import type { SubgraphName } from './whole-schema.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSample(database);
});
afterAll(() => database.drop());

const ENTITIES: readonly [SubgraphName, string, string, string, boolean][] = [
  ['traffic', 'AdminDivision', 'code', '150724', false],
  ['traffic', 'RoadSegment', 'id', 's1', false],
  ['traffic', 'Gantry', 'id', 'g1', true],
  ['traffic', 'RoadEvent', 'id', 'e1', false],
  ['checkpoint', 'Checkpoint', 'id', 'c1', true],
  ['checkpoint', 'CheckpointPassage', 'id', 'p1', true],
  ['checkpoint', 'Violation', 'id', 'v1', true],
  ['mediation', 'MediationCase', 'id', 'm1', true],
];

describe.each(ENTITIES)('a reference to %s %s', (name, type, keyName, key, scoped) => {
  const resolve = (readers: OpenReaders, value: string): unknown => {
    const ofType = Reflect.get(resolversBySubgraph[name], type) as object;
    const resolveReference = Reflect.get(ofType, '__resolveReference') as (
      reference: object,
      context: object,
    ) => unknown;
    return resolveReference({ __typename: type, [keyName]: value }, { read: readers[name] });
  };

  it('finds its row, all references of an operation in one statement', async () => {
    const readers = openReaders(database, EVERYTHING);
    try {
      const found = await Promise.all([key, 'absent', key].map((value) => resolve(readers, value)));
      expect(found).toEqual([expect.objectContaining({ [keyName]: key }), null, expect.objectContaining({})]);
      expect(readers.sent).toHaveLength(1);
    } finally {
      await readers.close();
    }
  });

  if (!scoped) return;
  it('finds nothing outside the row scope, as if the row did not exist', async () => {
    const readers = openReaders(database, scopeOf(['1504']));
    const nobody = openReaders(database, {});
    try {
      expect(await resolve(readers, key)).toBeNull();
      expect(await resolve(nobody, key)).toBeNull();
      expect(nobody.sent).toEqual([]);
    } finally {
      await readers.close();
      await nobody.close();
    }
  });
});
