import { OPERATIONS } from '../../../bench/query/operations.ts';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import type { World } from '../../world/open-world.ts';

describe('The join of 20 segments over three agencies', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  it('costs one statement for each selected relation, however many rows there are', async () => {
    const join = OPERATIONS.find(({ name }) => name.includes('join'))!;
    world.statements.length = 0;
    const { body } = await world.ask('analyst', join.query, { purpose: 'ROAD_SAFETY' });
    expect(body.errors).toBeUndefined();
    const { nodes } = (body.data as { roadSegments: { nodes: { checkpoints: object[] }[] } }).roadSegments;
    expect(nodes).toHaveLength(20);
    expect(nodes.some(({ checkpoints }) => checkpoints.length > 0)).toBe(true);
    expect(world.statements).toHaveLength(3);
  });

  it('does not ask an agency whose fields are denied', async () => {
    world.statements.length = 0;
    const { body } = await world.ask(
      'public',
      '{ roadSegments(first: 20) { nodes { id checkpoints { name } } } }',
    );
    expect(body.errors).toEqual([
      expect.objectContaining({ path: ['roadSegments', 'nodes', 'checkpoints'] }),
    ]);
    expect(world.statements).toHaveLength(1);
  });
});
