import { openSampleWorld } from '../world/open-sample-world.ts';
import type { World } from '../world/open-world.ts';

describe('The size of an answer', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  });
  afterAll(() => world.close());

  const nested = (first: number): string =>
    `{ checkpoints(first: ${first}) { nodes { passages(first: ${first}) { checkpoint { passages(first: ${first}) { id } } } } } }`;

  it('G5 is bounded before anything is fetched, however the lists are nested', async () => {
    world.statements.length = 0;
    const { status, body } = await world.ask('analyst', nested(200), { purpose: 'ROAD_SAFETY' });
    expect([status, body.errors?.[0]?.extensions['code']]).toEqual([400, 'LIMIT_ROWS']);
    expect(body.errors?.[0]?.message).toMatch(/may answer \d+ rows, and the limit is 50000/);
    expect(world.statements).toEqual([]);
  });

  it('G5 is bounded through fragments and variables too', async () => {
    const query = `query ($n: Int!) { checkpoints(first: $n) { nodes { ...Deep } } }
      fragment Deep on Checkpoint { passages(first: $n) { checkpoint { passages(first: $n) { id } } } }`;
    const { body } = await world.ask('analyst', query, { purpose: 'ROAD_SAFETY', variables: { n: 200 } });
    expect(body.errors?.[0]?.extensions['code']).toBe('LIMIT_ROWS');
  });

  it('is no matter where lists are short', async () => {
    const { body } = await world.ask('analyst', nested(3), { purpose: 'ROAD_SAFETY' });
    expect(body.errors).toBeUndefined();
  });
});
