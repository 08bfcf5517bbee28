import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GUARD_GATES, type GuardGate } from '../../../src/classification/index.ts';
import { drillDatabase, makeCanary } from '../../../src/wiring/index.ts';
import { createTestDatabase } from '../../postgres/database.ts';

/** Drills a database of the test's own, with some gates left out; names the gates that let something through. */
async function drill(without: readonly GuardGate[]): Promise<{ open: string[]; kept: readonly string[] }> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'lukou-drill-test-'));
  try {
    if (without.includes('STORAGE'))
      await database.owner((owner) =>
        owner.query(`create or replace function common.carries_mark(value text) returns boolean
          language sql immutable strict parallel safe as 'select false'`),
      );
    const { gates, kept } = await drillDatabase(makeCanary(), {
      database,
      folder,
      without: new Set(without),
    });
    return { open: [...new Set(gates.filter(({ isStopped }) => !isStopped).map(({ gate }) => gate))], kept };
  } finally {
    await database.drop();
    await rm(folder, { recursive: true });
  }
}

describe('Four gates', () => {
  it('stop a mark that is brought to each of them, and keep nothing of it', async () => {
    expect(await drill([])).toEqual({ open: [], kept: [] });
  });

  it.each(GUARD_GATES)('with the %s gate off, let it through there and nowhere else', async (gate) => {
    expect(await drill([gate])).toMatchObject({ open: [gate] });
  });
});

it('The search after a drill finds a mark that was kept (positive control)', async () => {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'lukou-drill-test-'));
  try {
    const canary = makeCanary();
    await database.owner(async (owner) => {
      await owner.query(`create or replace function common.carries_mark(value text) returns boolean
        language sql immutable strict parallel safe as 'select false'`);
      await owner.query(
        `insert into oversight.guard_incident (id, detected_at, gate, rule, source_name, owners, actor, request_id)
         values (gen_random_uuid(), now(), 'EGRESS', 'x', $1, '{}', 'x', 'x')`,
        [canary.text],
      );
    });
    const { kept } = await drillDatabase(canary, { database, folder, without: new Set() });
    expect(kept).toContain('the table oversight.guard_incident');
  } finally {
    await database.drop();
    await rm(folder, { recursive: true });
  }
});
