import type { AddressInfo } from 'node:net';
import { type AuditResult, serverAudits } from 'graphql-http';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { World } from '../world/open-world.ts';

/**
 * What the audits call optional (MAY), and this gateway leaves out on purpose: it answers no GET that a browser could
 * send from another site's page without asking first. With a header of our own each of them is answered.
 */
const LEFT_OUT: ReadonlySet<string> = new Set(['5A70', 'D6D5', '6A70']);

describe('GraphQL over HTTP, by the audits of graphql-http', () => {
  let world: World;
  let url: string;
  beforeAll(async () => {
    world = await openSampleWorld();
    await world.gateway.app.listen({ host: '127.0.0.1', port: 0 });
    url = `http://127.0.0.1:${(world.gateway.app.server.address() as AddressInfo).port}/graphql`;
  }, 120_000);
  afterAll(() => world.close());

  const run = (fetchFn: typeof fetch = fetch): Promise<AuditResult[]> =>
    Promise.all(serverAudits({ url, fetchFn }).map(({ fn }) => fn()));
  const listFailures = (results: readonly AuditResult[]): readonly string[] =>
    results.filter(({ status }) => status !== 'ok').map(({ id, name, status }) => `${status} ${id} ${name}`);

  it('passes all 61, with no error and no warning; optional ones are left out on purpose', async () => {
    const results = await run();
    expect(results).toHaveLength(61);
    const failures = listFailures(results).filter((line) => !LEFT_OUT.has(line.split(' ')[1]!));
    expect(failures).toEqual([]);
    for (const { id, name, status } of results) {
      if (LEFT_OUT.has(id)) expect([status, name]).toEqual(['notice', expect.stringMatching(/^MAY /)]);
    }
  });

  it('passes those too, when they say who sends them', async () => {
    const results = await run((input, init) =>
      fetch(input, { ...init, headers: { ...init?.headers, 'apollo-require-preflight': 'true' } }),
    );
    expect(listFailures(results)).toEqual([]);
  });

  it('would fail where the answers were others (positive control)', async () => {
    const results = await run(async (input, init) => {
      const response = await fetch(input, init);
      return new Response(await response.text(), { status: 500, headers: response.headers });
    });
    expect(results.filter(({ status }) => status === 'error').length).toBeGreaterThan(10);
  });

  it('records each of them', async () => {
    const count = async (): Promise<number> => {
      const { rows } = await world.database.log.query<{ count: number }>(
        'select sum(cardinality(ends))::integer as count from oversight.log_batch',
      );
      return rows[0]!.count;
    };
    const before = await count();
    await run();
    expect((await count()) - before).toBe(61);
  });
});
