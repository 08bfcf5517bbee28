import { readFileSync } from 'node:fs';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { Asker, World } from '../world/open-world.ts';

const README = readFileSync('README.md', 'utf8');

describe('README.md', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  const query = /```graphql\n([\s\S]*?)```/.exec(README)![1]!;
  const answers = [...README.matchAll(/<!-- example: (\w+) -->\n+```json\n([\s\S]*?)```/g)];

  it('shows two answers to one query', () => expect(answers).toHaveLength(2));

  it.each(answers.map(([, asker, json]) => ({ asker, json })))(
    'shows what $asker really gets',
    async ({ asker, json }) => {
      const { body } = await world.ask(asker as Asker, query, { purpose: 'ROAD_SAFETY' });
      const { receipt, disclosure } = body.extensions;
      expect(receipt.resultSha256).toMatch(/^[0-9a-f]{64}$/);
      const shown = JSON.parse(json!) as object;
      expect({
        data: body.data,
        errors: body.errors?.map(({ message, path }) => ({ message, path })),
        disclosure: disclosure.map(withoutId),
      }).toEqual(shown);
    },
  );

  it('asks a query with curl that works', async () => {
    const [, payload] = /-d '(\{"query".*?\})'/.exec(README)!;
    const { query: shown } = JSON.parse(payload!) as { query: string };
    const { status, body } = await world.ask('transport', shown, { purpose: 'ROAD_SAFETY' });
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(readFileSync('README.zh-CN.md', 'utf8')).toContain(payload);
  });

  it('names files that exist', () => {
    const links = [...README.matchAll(/\]\(([^)#]+?)\)/g)].map(([, path]) => path!);
    for (const path of links)
      expect(() => readFileSync(path.endsWith('/') ? `${path}../README.md` : path)).not.toThrow();
  });
});

function withoutId(disclosure: object): object {
  const { explainId: _id, ...shown } = disclosure as { explainId: string };
  return shown;
}
