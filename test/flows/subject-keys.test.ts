import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEpochFile, readEpochFiles } from '../../src/audit/index.ts';
import { readConfig } from '../../src/config.ts';
import { makeFirstEpoch, openRetentionDesk, openSubjectKeyDesk } from '../../src/wiring/index.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { writeAuditorToken } from '../world/write-auditor-token.ts';
import { deriveCommitted } from '../../src/storage/index.ts';

const YEAR_MS = 365 * 86_400_000;
const BY_AUDITOR = { caller: 'auditor' } as const;

let database: TestDatabase;
let folder: string;
let bySecond: { readonly tokenFile: string };

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'lukou-subject-keys-'));
  bySecond = { tokenFile: await writeAuditorToken(folder, 'another-auditor') };
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const parts = {
  readConfig: () => readConfig({ LUKOU_DATA: folder }),
  production: false,
  joinDatabase: async () => ({ ...database, [Symbol.asyncDispose]: async () => undefined }),
  onMessage: () => undefined,
};
const desk = () => openSubjectKeyDesk(parts);
const keysFolder = (): string => join(folder, 'log', 'subjects');
const states = (): readonly string[] =>
  desk()
    .list()
    .map(({ state }) => state);

/** Epochs that began so many years ago. */
async function makeEpochs(...yearsAgo: readonly number[]): Promise<void> {
  for (const [at, years] of yearsAgo.entries())
    await createEpochFile(keysFolder(), at + 2, Date.now() - years * YEAR_MS);
}

async function recordedActs(): Promise<readonly string[]> {
  await deriveCommitted(database.app);
  const { rows } = await database.app.query<{ name: string }>(
    `select operation_name as name from oversight.disclosure where log = 'gateway-operator' order by index`,
  );
  return rows.map(({ name }) => name);
}

it('A new epoch is recorded, begins in two minutes or when asked, and never in the past', async () => {
  const made = await desk().rotate(null);
  expect(made.epoch).toBe(2);
  expect(made.from.getTime() - Date.now()).toBeGreaterThan(60_000);
  const next = new Date(Date.now() + YEAR_MS);
  await expect(desk().rotate(next)).resolves.toEqual({ epoch: 3, from: next });
  expect(states()).toEqual(['of the secret', 'kept', 'kept']);
  expect(await recordedActs()).toEqual([
    'begin log',
    `begin subject epoch 2 at ${made.from.toISOString()}`,
    `begin subject epoch 3 at ${next.toISOString()}`,
  ]);
  for (const from of [new Date(), next])
    await expect(desk().rotate(from)).rejects.toMatchObject({ code: 'SETTING_INVALID' });
});

it('The key of a past epoch is destroyed when two auditors have approved it, and the log says so', async () => {
  await makeEpochs(6, 4);
  expect(await desk().destroy({ epoch: 2, by: BY_AUDITOR })).toEqual({ approvals: 1 });
  expect(await desk().destroy({ epoch: 2, by: BY_AUDITOR })).toEqual({ approvals: 1 });
  expect(states()).toEqual(['of the secret', 'kept', 'kept']);
  expect(await desk().destroy({ epoch: 2, by: bySecond })).toEqual({ approvals: 2 });
  expect(states()).toEqual(['of the secret', 'destroyed', 'kept']);
  expect(readEpochFiles(keysFolder())[0]!.key).toBeNull();
  expect((await recordedActs()).slice(-2)).toEqual([
    'approve erasing subject key 2',
    'destroy subject key 2',
  ]);
});

describe('The first epoch', () => {
  const makeFirst = (secret?: string) =>
    makeFirstEpoch(readConfig({ LUKOU_DATA: folder, ...(secret !== undefined && { LUKOU_SECRET: secret }) }));

  it('of a new data folder has a key of its own, which is destroyed like any other', async () => {
    await makeFirst();
    await makeFirst();
    expect(states()).toEqual(['kept']);
    await createEpochFile(keysFolder(), 2, Date.now() - 4 * YEAR_MS);
    await desk().destroy({ epoch: 1, by: BY_AUDITOR });
    expect(await desk().destroy({ epoch: 1, by: bySecond })).toEqual({ approvals: 2 });
    expect(states()).toEqual(['destroyed', 'kept']);
  });

  it('is of the secret where others may hash by the same, and in a folder whose log was begun without it', async () => {
    await makeFirst('a secret that several gateways share');
    expect(states()).toEqual(['of the secret']);
    await desk().rotate(null);
    await rm(keysFolder(), { recursive: true });
    await makeFirst();
    expect(states()).toEqual(['of the secret']);
  });
});

it.each([
  ['of an epoch that is not', 9, /no such epoch/],
  ['that comes of the secret', 1, /comes of the secret/],
  ['of an epoch that ended less than three years ago', 2, /not been over for 1096 days/],
  ['of the epoch under way', 3, /not been over/],
])('A key %s stays', async (_, epoch, why) => {
  await makeEpochs(6, 2);
  await expect(desk().destroy({ epoch, by: BY_AUDITOR })).rejects.toMatchObject({
    code: 'PRUNE_REFUSED',
    detail: expect.stringMatching(why),
  });
});

it('A key stays under a legal hold of any log, and at the word of anybody but an auditor', async () => {
  await makeEpochs(6, 4);
  await expect(desk().destroy({ epoch: 2, by: { caller: 'steward' } })).rejects.toMatchObject({
    code: 'PRUNE_REFUSED',
  });
  await desk().destroy({ epoch: 2, by: BY_AUDITOR });
  await openRetentionDesk(parts).hold({ log: null, reason: 'Court order 12', by: BY_AUDITOR });
  await expect(desk().destroy({ epoch: 2, by: bySecond })).rejects.toMatchObject({
    detail: expect.stringMatching(/legal hold/),
  });
  expect(states()).toEqual(['of the secret', 'kept', 'kept']);
});
