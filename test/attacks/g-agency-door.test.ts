import { type ClientRequest, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestDatabase } from '../postgres/database.ts';
import { copySample } from '../world/open-sample-world.ts';
import { type AgencyWorld, openAgencyWorld, type SignedParts } from '../world/open-agency.ts';
import { until } from '../world/until.ts';

const BOMB = `{ checkpoint(id: "CP-004") { passages(first: 200) { checkpoint { passages(first: 200) {
  checkpoint { passages(first: 200) { id } } } } } } }`;
const OF_REFERENCES = `query ($r: [_Any!]!) {
  found: _entities(representations: $r) { ... on Checkpoint { passages(first: 200) { id } } } }`;
const references = (count: number) => ({
  r: Array.from({ length: count }, () => ({ __typename: 'Checkpoint', id: 'CP-004' })),
});

describe('G The door of an agency, asked by a gateway that keeps no limits', () => {
  let database: TestDatabase;
  let world: AgencyWorld;
  beforeAll(async () => {
    database = await copySample();
    world = await openAgencyWorld('checkpoint', database);
  }, 120_000);
  afterAll(() => world.close());

  async function ask(query: string, variables: object = {}): Promise<{ codes: string[]; data: unknown }> {
    const { text } = await world.send(await world.sign(query, variables));
    const { data, errors = [] } = JSON.parse(text) as {
      data: unknown;
      errors?: { extensions: { code: string } }[];
    };
    return { data, codes: errors.map(({ extensions }) => extensions.code) };
  }

  it.each<[string, string, string, object]>([
    ['of 150 bytes for eight million rows', 'LIMIT_ROWS', BOMB, {}],
    [
      'with its size in a variable',
      'LIMIT_ROWS',
      BOMB.replaceAll('200', '$n').replace('{', 'query ($n: Int!) {'),
      { n: 200 },
    ],
    [
      'with its size in a default',
      'LIMIT_ROWS',
      BOMB.replaceAll('200', '$n').replace('{', 'query ($n: Int = 200) {'),
      {},
    ],
    ['about many references with lists below', 'LIMIT_ROWS', OF_REFERENCES, references(300)],
    ['about more references than any answer has rows', 'LIMIT_LIST_SIZE', OF_REFERENCES, references(50_001)],
    ['that nests without end', 'LIMIT_DEPTH', `${'{ a '.repeat(5_000)}${'}'.repeat(5_000)}`, {}],
    ['of too many words', 'LIMIT_TOKENS', `{ ${'id '.repeat(20_000)} }`, {}],
    ['of too many fields', 'LIMIT_FIELDS', `{ checkpoint(id: "CP-004") { ${'id '.repeat(3_000)} } }`, {}],
  ])('refuses a question %s with %s, before a statement is sent', async (_what, code, query, variables) => {
    const before = world.statements.length;
    expect(await ask(query, variables)).toEqual({ data: null, codes: [code] });
    expect(world.statements).toHaveLength(before);
  });

  it('answers the same questions in measure: the control', async () => {
    const few = await ask(BOMB.replaceAll('200', '2'));
    expect(few.codes).toEqual([]);
    expect(JSON.stringify(few.data)).toContain('"passages"');
    const { data, codes } = await ask(OF_REFERENCES, references(3));
    expect(codes).toEqual([]);
    expect((data as { found: { passages: unknown[] }[] }).found[2]!.passages).toHaveLength(200);
  });

  describe('when its asker goes away', () => {
    const NESTED = '{ checkpoint(id: "CP-004") { passages(first: 2) { checkpoint { name } } } }';

    /** Asks over a socket; while the first statement waits for a lock, the asker leaves or stays. Returns what was sent. */
    async function sentWhere(asker: 'leaves' | 'stays'): Promise<readonly string[]> {
      const { app } = world.agency;
      const parts = await world.sign(NESTED);
      const before = world.statements.length;
      await database.admin(async (client) => {
        await client.query('begin; lock table checkpoint.checkpoint in access exclusive mode');
        const asking = askOverSocket(parts);
        const ended = new Promise((resolve) => asking.once('close', resolve));
        await until(async () => {
          const { rows } = await client.query('select from pg_locks where not granted');
          return rows.length > 0;
        });
        if (asker === 'leaves') {
          asking.destroy();
          await until(async () => (await countConnections(app.server)) === 0);
        }
        await client.query('rollback');
        await ended;
      });
      await until(() => database.app.idleCount === database.app.totalCount);
      return world.statements.slice(before);
    }

    beforeAll(() => world.agency.app.listen({ host: '127.0.0.1', port: 0 }));

    function askOverSocket({ headers, body }: SignedParts): ClientRequest {
      const { port } = world.agency.app.server.address() as AddressInfo;
      const options = { host: '127.0.0.1', port, path: '/graphql', method: 'POST', agent: false as const };
      const sent = request({ ...options, headers: { 'content-type': 'application/json', ...headers } });
      sent.on('response', (response) => response.resume());
      // Leaving is what the test is about.
      sent.on('error', () => undefined);
      return sent.end(body);
    }

    it('sends no statement after the one under way', async () => {
      const whole = await sentWhere('stays');
      expect(whole.length).toBeGreaterThan(1);
      expect(await sentWhere('leaves')).toEqual(whole.slice(0, 1));
    });
  });
});

async function countConnections(server: Server): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
  );
}
