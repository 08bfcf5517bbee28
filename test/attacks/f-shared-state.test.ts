import { openSampleWorld } from '../world/open-sample-world.ts';
import type { Asker, AskOptions, Reply, World } from '../world/open-world.ts';
import type { TestDatabase } from '../postgres/database.ts';

const QUERY = `query Same($id: ID!, $first: Int!) {
  checkpoint(id: $id) { id name usage passages(first: $first) { id plateNo passTime imageUrl } }
}`;

// One document; everyone sees something else of it.
const ASKERS: readonly (readonly [asker: Asker, options: AskOptions])[] = [
  ['transport', { purpose: 'ROAD_SAFETY' }],
  ['analyst', { purpose: 'ROAD_SAFETY' }],
  ['analyst', { purpose: 'PUBLIC_SAFETY' }],
  ['analyst', { purpose: 'PUBLIC_SAFETY', caseReference: 'A-2026-0107' }],
  ['justice', { purpose: 'MEDIATION' }],
  ['public', {}],
];
const VARIABLES = [
  { id: 'CP-001', first: 2 },
  { id: 'CP-002', first: 3 },
  { id: 'CP-009', first: 1 },
];
const ASKS = ASKERS.flatMap(([asker, options]) =>
  VARIABLES.map((variables) => ({ asker, options: { ...options, variables } })),
);

describe('Requests at the same time', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  it('F17 with one document under one cached plan get their own answers', async () => {
    const alone: string[] = [];
    for (const { asker, options } of ASKS) alone.push(answerOf(await world.ask(asker, QUERY, options)));
    // Positive control: no two of the asks have one answer, but for what is hidden from the asker or denied.
    expect(new Set(alone).size).toBeGreaterThanOrEqual(12);
    for (let round = 0; round < 5; round += 1) {
      const shuffled = ASKS.map((ask, at) => ({ ...ask, at })).toSorted(
        (a, b) => ((a.at * 7 + round) % 18) - ((b.at * 7 + round) % 18),
      );
      const replies = await Promise.all(
        shuffled.map(
          async ({ asker, options, at }) => [at, answerOf(await world.ask(asker, QUERY, options))] as const,
        ),
      );
      for (const [at, answer] of replies) expect(answer).toBe(alone[at]);
    }
  });

  it('F22 read each row for themselves: one caller’s row is not handed to another', async () => {
    const query = '{ roadSegments(first: 200) { nodes { checkpoints { id } } } }';
    const asks = Array.from({ length: 6 }, (_, at) =>
      world.ask(at % 2 === 0 ? 'analyst' : 'transport', query, { purpose: 'ROAD_SAFETY' }),
    );
    const seen = (await Promise.all(asks)).map(({ text }) => text.includes('"CP-009"'));
    expect(seen).toEqual([true, false, true, false, true, false]);
  });

  it('F22 read each row anew: what changed since the last request is seen', async () => {
    const name = async (): Promise<unknown> =>
      (await world.ask('analyst', '{ checkpoint(id: "CP-001") { name } }', { purpose: 'ROAD_SAFETY' })).body
        .data;
    const before = await name();
    await (world.database as TestDatabase).admin((client) =>
      client.query(`update checkpoint.checkpoint set name = '改名卡口' where id = 'CP-001'`),
    );
    expect(before).toEqual({ checkpoint: { name: expect.stringContaining('那吉') } });
    expect(await name()).toEqual({ checkpoint: { name: '改名卡口' } });
  });
});

/** All of a reply but the names of its own record. */
function answerOf({ status, body }: Reply): string {
  const { receipt: _receipt, ...extensions } = body.extensions;
  return JSON.stringify([status, body.data, body.errors, extensions]);
}
