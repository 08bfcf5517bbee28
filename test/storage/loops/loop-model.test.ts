import * as fc from 'fast-check';
import type { Pool } from 'pg';
import { type MachineName, MACHINES } from '../../../src/loops/index.ts';
import { createLoopDesk } from '../../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { insertRows } from '../readers/insert-rows.ts';
import { unboundPool } from '../readers/open-readers.ts';
import { CASE } from './kept-items.ts';
import { begin, happenings, type KeptItem } from './model.ts';

describe('Whatever happens to an item that the database keeps', () => {
  let database: TestDatabase;
  let everything: Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    everything = unboundPool(database);
    await insertRows(everything, 'mediation.mediation_case', [CASE]);
  }, 60_000);
  afterAll(async () => {
    await everything.end();
    await database.drop();
  });

  async function live(
    name: MachineName,
    openDesk: KeptItem['openDesk'] = createLoopDesk,
    numRuns = 8,
  ): Promise<number> {
    let steps = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 1 }), happenings, async (beginning, what) => {
        const begun = await begin(name, beginning, { database, everything, openDesk });
        await fc.asyncModelRun(() => begun, what);
        steps += begun.model.way.length;
      }),
      { numRuns, seed: 20_260_302, endOnFailure: true },
    );
    return steps;
  }

  it.each(Object.keys(MACHINES) as MachineName[])(
    '%s goes by its table, loses no deadline, and keeps every step once',
    async (name) => {
      expect(await live(name)).toBeGreaterThan(10);
    },
    60_000,
  );

  // Positive controls: what keeps the items has one fault each.
  it.each<[string, KeptItem['openDesk']]>([
    [
      'forgets who took the steps before',
      (client, scope) => {
        const desk = createLoopDesk(client, scope);
        return { ...desk, lock: async (...of) => keep(await desk.lock(...of), { history: [] }) };
      },
    ],
    [
      'forgets deadlines',
      (client, scope) => {
        const desk = createLoopDesk(client, scope);
        return { ...desk, move: (name, step) => desk.move(name, { ...step, dueAtMs: null }) };
      },
    ],
    [
      'takes what was read long ago for what is',
      (client, scope) => {
        const desk = createLoopDesk(client, scope);
        return { ...desk, lock: async (...of) => keep(await desk.lock(...of), { version: 0 }) };
      },
    ],
  ])(
    'and a desk that %s is found out',
    async (_fault, openDesk) => {
      await expect(live('Violation', openDesk, 30)).rejects.toThrow(/Property failed/);
    },
    60_000,
  );

  it('and so is a database that lets files turn loops back', async () => {
    await database.owner((owner) => owner.query('drop trigger keep_moved_state on traffic.road_event'));
    await expect(live('RoadEvent', createLoopDesk, 30)).rejects.toThrow(/Property failed/);
  }, 60_000);
});

const keep = <Item extends object>(item: Item | null, change: Partial<Item>): Item | null =>
  item === null ? null : { ...item, ...change };
