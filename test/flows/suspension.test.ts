import { cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replayDisclosure } from '../../src/wiring/index.ts';
import type { TestDatabase } from '../postgres/database.ts';
import { copySample } from '../world/open-sample-world.ts';
import { openWorld, type Reply, type World, WORLD_NOW } from '../world/open-world.ts';
import { until } from '../world/until.ts';
import { queryRecords, RECORDS } from '../world/query-records.ts';

const ROADS = '{ roadSegments(first: 1) { nodes { id roadName } } }';
const UID = 'urn:agr:hlbe:transport-public:0004';
const END = Date.parse('2031-01-01T00:00:00+08:00');

describe('A suspension', () => {
  let folder: string;
  let database: TestDatabase;
  let world: World;
  let nowMs = Date.parse(WORLD_NOW);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-suspension-'));
    await cp('agreements', folder, { recursive: true });
    database = await copySample();
    world = await open();
  }, 120_000);
  beforeEach(() => {
    nowMs = Date.parse(WORLD_NOW);
  });
  afterEach(async () => {
    await lift();
    await world.gateway.renew();
    await world.gateway.renew();
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  const open = (parts = {}): Promise<World> =>
    openWorld(database, { LUKOU_AGREEMENTS: folder }, { clock: { nowMs: () => nowMs }, ...parts });
  const listPath = (): string => join(folder, 'suspensions.yaml');
  const lift = (): Promise<void> => rm(listPath(), { force: true });
  const ask = (): Promise<Reply> => world.ask('public', ROADS);
  const isAnswered = ({ body }: Reply): boolean => JSON.stringify(body.data ?? null).includes('"id"');
  const reasonOf = ({ body }: Reply): unknown => body.errors?.[0]?.extensions['reason'];

  /** Beside it and renamed: nobody reads half a list. */
  async function writeList(text: string): Promise<void> {
    await writeFile(`${listPath()}.new`, text);
    await rename(`${listPath()}.new`, listPath());
  }

  const inForce = (): number =>
    world.gateway.policy.agreements.find(({ uid }) => uid === UID)?.version ?? Number.NaN;
  const suspend = (
    from = '2026-03-01T00:00:00+08:00',
    reason = 'A complaint is looked into.',
  ): Promise<void> =>
    writeList(
      `suspensions:\n  - uid: ${UID}\n    version: ${inForce()}\n    from: ${from}\n    by: AG-TRANSPORT-CENTRE\n    reason: ${reason}\n`,
    );

  async function operatorRecords(): Promise<readonly { name: string; uids: string[]; policy: string }[]> {
    const rows = await queryRecords<{ leaf: Buffer }>(
      world.database.log,
      `select leaf from ${RECORDS} where stage = 'ADMIN' and operation_name ~ 'suspen' order by index`,
    );
    return rows.map(({ leaf }) => {
      const record = JSON.parse(leaf.toString('utf8')) as {
        op: { name: string };
        policyDigest: string;
        agreements: { uid: string }[];
      };
      const { op, policyDigest: policy, agreements } = record;
      return { name: op.name, uids: agreements.map(({ uid }) => uid), policy };
    });
  }

  it('takes an agreement out of force, is recorded, and is lifted by taking it off the list', async () => {
    expect(isAnswered(await ask())).toBe(true);
    const before = world.gateway.policy.digest;
    const recorded = (await operatorRecords()).length;
    await suspend();
    await world.gateway.renew();
    const denied = await ask();
    expect([isAnswered(denied), reasonOf(denied)]).toEqual([false, 'NOT_IN_FORCE']);
    const between = world.gateway.policy.digest;
    expect(between).not.toBe(before);
    await writeList('suspensions: []\n');
    await world.gateway.renew();
    expect(isAnswered(await ask())).toBe(true);
    expect((await operatorRecords()).slice(recorded)).toEqual([
      { name: 'suspend agreement', uids: [UID], policy: between },
      { name: 'lift suspension', uids: [UID], policy: before },
    ]);
  });

  it('begins at its millisecond', async () => {
    await suspend('2026-03-02T09:00:00.500+08:00');
    await world.gateway.renew();
    nowMs += 499;
    expect(isAnswered(await ask())).toBe(true);
    nowMs += 1;
    expect(isAnswered(await ask())).toBe(false);
  });

  it('stays while other files change', async () => {
    await suspend();
    await world.gateway.renew();
    await writeFile(join(folder, 'another.yaml'), '');
    await world.gateway.renew();
    expect(isAnswered(await ask())).toBe(false);
    await rm(join(folder, 'another.yaml'));
    await world.gateway.renew();
    expect(isAnswered(await ask())).toBe(false);
  });

  it.each([
    ['is no YAML', 'suspensions: [\n'],
    [
      'names no agreement of the set',
      `suspensions:\n  - { uid: ${UID}, version: 9, from: 2026-03-01T00:00:00+08:00, by: AG-TRANSPORT-CENTRE, reason: x }\n`,
    ],
    ['uses an alias', 'suspensions: &a []\nb: *a\n'],
  ])('stays in force where the list %s, and an alarm is raised', async (_what, text) => {
    await suspend();
    await world.gateway.renew();
    await writeList(text);
    await world.gateway.renew();
    await world.gateway.renew();
    expect(isAnswered(await ask())).toBe(false);
    expect(world.messages.at(-1)).toMatch(/^ALARM: new agreements refused.*[^]*suspensions/);
  });

  it('is part of what a past decision is made from again', async () => {
    await suspend();
    await world.gateway.renew();
    const denied = await ask();
    await lift();
    await world.gateway.renew();
    const answered = await ask();
    for (const reply of [denied, answered]) {
      const { isIdentical } = await replayDisclosure(
        database,
        'gateway',
        reply.body.extensions.receipt.index,
      );
      expect(isIdentical).toBe(true);
    }
  });

  it('or none, an agreement is over at the millisecond at which it ends', async () => {
    nowMs = END - 1;
    expect(isAnswered(await ask())).toBe(true);
    nowMs = END;
    const denied = await ask();
    expect([isAnswered(denied), reasonOf(denied)]).toEqual([false, 'NOT_IN_FORCE']);
  });

  it('is recorded by a gateway that starts with it, and lifted by one that follows its files', async () => {
    await world.close();
    database = await copySample();
    await suspend();
    world = await open({ lookEveryMs: 20 });
    expect(isAnswered(await ask())).toBe(false);
    expect((await operatorRecords()).map(({ name }) => name)).toEqual(['suspend agreement']);
    await lift();
    await until(async () => isAnswered(await ask()));
    await suspend();
    await until(async () => !isAnswered(await ask()));
  });
});
