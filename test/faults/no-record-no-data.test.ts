import { openSampleWorld } from '../world/open-sample-world.ts';
import type { World } from '../world/open-world.ts';
import type { TestDatabase } from '../postgres/database.ts';

const QUERY = '{ roadSegments(first: 2) { nodes { id roadName } } }';

describe('No record, no data', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  const admin = (sql: string): Promise<unknown> =>
    (world.database as TestDatabase).admin((client) => client.query(sql));

  it('answers while the log can be written', async () => {
    const { status, body } = await world.ask('public', QUERY);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ roadSegments: { nodes: [{ id: expect.any(String) }, {}] } });
  });

  it('answers 503 and no data while the log’s table is gone, and answers again when it is back', async () => {
    await admin('alter table oversight.log_batch rename to taken_away');
    const without = await world.ask('public', QUERY);
    const ready = await world.gateway.app.inject('/health/ready');
    await admin('alter table oversight.taken_away rename to log_batch');
    const back = await world.ask('public', QUERY);

    expect(without.status).toBe(503);
    expect(without.body).toEqual({
      errors: [
        {
          message: expect.any(String),
          extensions: { code: 'AUDIT_UNAVAILABLE', requestId: expect.any(String) },
        },
      ],
    });
    expect(without.text).not.toMatch(/roadName|taken_away|oversight|relation/);
    expect(ready.statusCode).toBe(503);
    expect(back.status).toBe(200);
  });

  it('refuses no less than data: an unrecorded refusal is a 503 too', async () => {
    await admin('alter table oversight.log_batch rename to taken_away');
    const refused = await world.ask('analyst', QUERY, { purpose: 'because' });
    await admin('alter table oversight.taken_away rename to log_batch');
    expect(refused.status).toBe(503);
  });

  it('L1 answers 503 when the log’s disk is full, and does not die', async () => {
    await admin(`create function oversight.disk_is_full() returns trigger language plpgsql as
      $$ begin raise exception 'no space' using errcode = 'disk_full'; end $$`);
    await admin(
      'create trigger full_disk before insert on oversight.log_batch execute function oversight.disk_is_full()',
    );
    const full = await world.ask('public', QUERY);
    await admin('drop trigger full_disk on oversight.log_batch');
    const freed = await world.ask('public', QUERY);
    expect([full.status, full.body.data, freed.status]).toEqual([503, undefined, 200]);
  });

  it('L3 answers 503 when the log hangs, after its deadline', async () => {
    await admin(`create function oversight.hang() returns trigger language plpgsql as
      $$ begin perform pg_sleep(7); return new; end $$`);
    await admin('create trigger hang before insert on oversight.log_batch execute function oversight.hang()');
    const hung = await world.ask('public', QUERY);
    await admin('drop trigger hang on oversight.log_batch');
    expect([hung.status, hung.body.data]).toEqual([503, undefined]);
  }, 30_000);
});
