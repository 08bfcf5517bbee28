import { openSampleWorld } from '../../world/open-sample-world.ts';
import type { Reply, World } from '../../world/open-world.ts';
import { readRecord } from '../../world/read-record.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

describe('The media type of an answer', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  const send = (accept: string | undefined, query = '{ __typename }') =>
    world.gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...(accept !== undefined && { accept }) },
      payload: JSON.stringify({ query }),
    });

  it.each([
    [undefined, JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['application/*', JSON_TYPE],
    ['application/json', JSON_TYPE],
    ['APPLICATION/JSON; charset=utf-8', JSON_TYPE],
    ['application/graphql-response+json', GRAPHQL_TYPE],
    ['application/graphql-response+json, application/json;q=0.9', GRAPHQL_TYPE],
    ['application/json;q=0.5, application/graphql-response+json;q=0.4', JSON_TYPE],
    ['application/graphql-response+json, application/json', GRAPHQL_TYPE],
    ['application/json, application/graphql-response+json', JSON_TYPE],
    ['text/html, */*;q=0.1', JSON_TYPE],
    ['application/json;q=0, */*', GRAPHQL_TYPE],
  ])('for %j is %s', async (accept, type) => {
    const reply = await send(accept);
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, type]);
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  it.each(['text/html', 'multipart/mixed', 'application/json;q=0', 'application/pdf, image/*'])(
    'is refused where none is accepted, before anything is fetched: %s',
    async (accept) => {
      world.statements.length = 0;
      const reply = await send(accept, '{ roadSegment(id: "G10-001") { id } }');
      const body = reply.json<Reply['body']>();
      expect([reply.statusCode, body.errors?.[0]?.extensions['code'], body.data]).toEqual([
        406,
        'NOT_ACCEPTABLE',
        undefined,
      ]);
      expect(world.statements).toEqual([]);
      const record = await readRecord(world, { status: 406, text: '', body });
      expect(record.result).toMatchObject({ code: 'NOT_ACCEPTABLE', rows: 0, status: 406 });
    },
  );

  it('comes with the word that nobody may keep it, also where nothing was understood', async () => {
    const kept = async (accept: string | undefined, query: string) =>
      (await send(accept, query)).headers['cache-control'];
    expect(await kept('text/html', '{ __typename }')).toBe('no-store');
    for (const query of ['', '{', '{ nothing }', '{ roadSegment(id: "G10-001") { id } }'])
      expect(await kept(undefined, query)).toBe('no-store');
    const batch = await world.gateway.app.inject({ method: 'POST', url: '/graphql', payload: [] });
    expect([batch.statusCode, batch.headers['cache-control']]).toEqual([400, 'no-store']);
  });

  it('says 200 of a wrong operation to those alone who accept nothing newer than application/json', async () => {
    const status = async (accept: string | undefined, query: string): Promise<number> => {
      const reply = await send(accept, query);
      expect(reply.json<Reply['body']>().data).toBeUndefined();
      const record = await readRecord(world, { status: 0, text: '', body: reply.json() });
      expect(record.result.status).toBe(reply.statusCode);
      return reply.statusCode;
    };
    for (const query of ['{', '{ nothing }', `{ ${'__typename '.repeat(21)} }`]) {
      expect(await status('application/json', query)).toBe(200);
      for (const accept of [undefined, '*/*', 'application/graphql-response+json', 'application/json, */*'])
        expect(await status(accept, query)).toBe(400);
    }
  });
});
