import { openSampleWorld } from '../../world/open-sample-world.ts';
import type { World } from '../../world/open-world.ts';

// docs/guard.md, "How much at once".
describe('The agreement of the traffic police with the transport centre, as it ships', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 240_000);
  afterAll(() => world.close());

  const ask = (checkpoints: number, passages: number) =>
    world.ask(
      'transport',
      `{ checkpoints(first: ${checkpoints}) { nodes { name passages(first: ${passages}) { passTime } } } }`,
      { purpose: 'ROAD_SAFETY' },
    );

  it('refuses more rows at once than its ceiling, and says which it is', async () => {
    const { status, body } = await ask(60, 100);
    expect(status).toBe(403);
    expect(body.data ?? null).toBeNull();
    expect(body.errors).toMatchObject([
      {
        message: expect.stringMatching(/police-transport:0007@3 \(1000 rows at once\)/),
        extensions: { code: 'CEILING_EXCEEDED' },
      },
    ]);
  });

  it('gives those of fewer', async () => {
    const { status, body } = await ask(2, 2);
    expect(status).toBe(200);
    expect(JSON.stringify(body.data)).toMatch(/passTime/);
  });
});
