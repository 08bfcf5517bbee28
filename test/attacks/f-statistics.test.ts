import { type GraphQLEnumType, isEnumType } from 'graphql';
import { copyAgreements, type AgreementsCopy } from '../world/copy-agreements.ts';
import { copySample, openSampleWorld } from '../world/open-sample-world.ts';
import { openWorld, type AskOptions, type Reply, type World } from '../world/open-world.ts';
import { readConsumerSchema } from './consumer-schema.ts';

const STATISTICS = 'traffic-police-to-transport-centre-statistics.yaml';
const FEBRUARY = 'months: { from: "2026-02", to: "2026-02" }';
const SPAN = 'during: { from: "2026-02-01T00:00:00+08:00", to: "2026-03-01T00:00:00+08:00" }';
/** The plate is shown masked here, and its clause is the only one about it. */
const MASKED_PLATE = (text: string): string =>
  text
    .replace('      - CheckpointPassage.plateNo\n', '')
    .replace(/ {2}- \{ caller: [^}]*\}, read: CheckpointPassage\.plateNo, expect: deny \}\n/, '')
    .replace(/ {2}- \{\n[^-]*aggregate: CheckpointPassage\.plateNo,\n[^-]*\}\n/, '')
    .replace(
      'prohibition:',
      '  - { id: p9, action: read, target: CheckpointPassage.plateNo, mask: { fn: plate.region } }\nprohibition:',
    );

async function openWith(change: (text: string) => string): Promise<{ world: World; copy: AgreementsCopy }> {
  const copy = await copyAgreements({ [STATISTICS]: change });
  return { world: await openWorld(await copySample(), { LUKOU_AGREEMENTS: copy.folder }), copy };
}

const asTransport: AskOptions = { purpose: 'STATISTICS' };
const codesOf = ({ body }: Reply): unknown[] =>
  (body.errors ?? []).map(({ extensions }) => extensions['code']);

describe('F9 a table of what is masked, denied or prohibited', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  it('is null where no clause opens it, without a question to the agency', async () => {
    world.statements.length = 0;
    const query = `{ passageStatistics(${FEBRUARY}) { passages } }`;
    const { body } = await world.ask('transport', query, { purpose: 'ROAD_SAFETY' });
    expect(body.data).toEqual({ passageStatistics: null });
    expect(world.statements).toEqual([]);
  });

  it.each([
    [
      'the hour of passages, which is read and not grouped by',
      'passageStatistics',
      'groupBy: [HOUR]',
      'passages',
    ],
    [
      'the segment of violations, which is not granted',
      'violationStatistics',
      'groupBy: [SEGMENT]',
      'violations',
    ],
  ])('cannot be grouped by %s, however it is written', async (_, field, group, count) => {
    world.statements.length = 0;
    const [name, value] = group.split(': ');
    const asked = [
      { query: `{ ${field}(${FEBRUARY}, ${group}) { ${count} } }` },
      { query: `{ a: ${field}(${FEBRUARY}, ${group}) { b: ${count} } }` },
      { query: `{ ...on Query { ${field}(${FEBRUARY}, ${group}) { suppressed } } }` },
      {
        query: `query Q($by: [${field === 'passageStatistics' ? 'PassageGroup' : 'ViolationGroup'}!]!) {
          ${field}(${FEBRUARY}, ${name}: $by) { ${count} } }`,
        variables: { by: [value!.slice(1, -1)] },
      },
    ];
    for (const { query, variables } of asked) {
      const reply = await world.ask('transport', query, { ...asTransport, ...(variables && { variables }) });
      expect([query, reply.status, codesOf(reply)]).toEqual([query, 403, ['UNAUTHORIZED_ARGUMENT']]);
    }
    expect(world.statements).toEqual([]);
  });

  it('has no least and no greatest value, of any field', async () => {
    const types = Object.values((await readConsumerSchema()).getTypeMap());
    const measures = types
      .filter((type) => isEnumType(type) && type.name.endsWith('Measure'))
      .flatMap((type) => (type as GraphQLEnumType).getValues());
    expect(measures).not.toEqual([]);
    expect(measures.filter(({ name }) => /MIN|MAX|LEAST|GREATEST|FIRST|LAST/.test(name))).toEqual([]);
  });

  it('can be grouped by what is granted', async () => {
    const query = `{ passageStatistics(${FEBRUARY}, groupBy: [VEHICLE_GROUP], measures: [VEHICLES]) { vehicleGroup passages } }`;
    const reply = await world.ask('transport', query, asTransport);
    expect(codesOf(reply)).toEqual([]);
    expect(reply.body.data!['passageStatistics']).not.toEqual([]);
  });

  it('is one table in one answer: aliases, fragments and counts agree, and none is finer than its rule', async () => {
    const query = `query {
      one: passageStatistics(${FEBRUARY}, groupBy: [CHECKPOINT]) { ...Row }
      two: passageStatistics(${FEBRUARY}, groupBy: [CHECKPOINT, CHECKPOINT]) { ...Row }
      checkpoints(first: 200) { nodes { id passageCount(${SPAN}) again: passageCount(${SPAN}) } }
    } fragment Row on PassageStatistic { checkpoint { id } passages suppressed }`;
    const { body } = await world.ask('transport', query, asTransport);
    expect(body.errors).toBeUndefined();
    const { one, two, checkpoints } = body.data as {
      one: { checkpoint: { id: string }; passages: number | null; suppressed: boolean }[];
      two: unknown;
      checkpoints: { nodes: { id: string; passageCount: number | null; again: number | null }[] };
    };
    expect(one.some(({ passages }) => passages !== null)).toBe(true);
    expect(two).toEqual(one);
    const told = new Map(one.map((row) => [row.checkpoint.id, row.suppressed ? null : row.passages]));
    for (const { id, passageCount, again } of checkpoints.nodes)
      expect([id, passageCount, again]).toEqual([id, told.get(id) ?? null, told.get(id) ?? null]);
    for (const { passages } of one)
      if (passages !== null) expect([passages % 5, passages >= 10]).toEqual([0, true]);
  });
});

describe('F9 a measure of a masked field', () => {
  const query = `{ passageStatistics(${FEBRUARY}, measures: [VEHICLES]) { vehicles } }`;

  it('is refused where the field is masked and no clause sums it up', async () => {
    const { world, copy } = await openWith(MASKED_PLATE);
    try {
      const reply = await world.ask('transport', query, asTransport);
      expect([reply.status, codesOf(reply)]).toEqual([403, ['UNAUTHORIZED_ARGUMENT']]);
    } finally {
      await world.close();
      await copy[Symbol.asyncDispose]();
    }
  }, 120_000);

  it('is told of groups where the agreement says so', async () => {
    const { world, copy } = await openWith((text) => text.replace('version: 1', 'version: 2'));
    try {
      const { body } = await world.ask('transport', query, asTransport);
      const [row] = body.data!['passageStatistics'] as { vehicles: number }[];
      expect(row!.vehicles).toBeGreaterThan(0);
      expect(row!.vehicles % 5).toBe(0);
    } finally {
      await world.close();
      await copy[Symbol.asyncDispose]();
    }
  }, 120_000);
});
