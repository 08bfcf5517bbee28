import { parse } from 'graphql';
import { refuseKeptClassified } from '../../../src/wiring/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';

const CLASSIFIED = '@classified(reason: "x")';

describe('What is classified, and could still be kept', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const check = (sdl: string): Promise<void> =>
    refuseKeptClassified([{ name: 'traffic', document: parse(sdl) }], database);

  it('refuses the start by its record type or its column', async () => {
    await expect(check(`type GantryPassage { vehiclePlate: String ${CLASSIFIED} }`)).rejects.toMatchObject({
      code: 'SCHEMA_INVALID',
      detail: expect.stringMatching(/^GantryPassage\.vehiclePlate is classified/),
    });
    await expect(check(`type Checkpoint ${CLASSIFIED} { id: ID }`)).rejects.toThrow(/^.*Checkpoint is/);
    await database.owner((owner) => owner.query('alter table traffic.gantry add column secret_power text'));
    await expect(check(`type Gantry { secretPower: String ${CLASSIFIED} }`)).rejects.toThrow(
      /Gantry\.secretPower/,
    );
  });

  it('is nothing where neither is called so (positive control)', async () => {
    for (const sdl of [
      `type GantryPassage { account: String ${CLASSIFIED} }`,
      `type Gantry { hiddenPower: String ${CLASSIFIED} } type Bunker ${CLASSIFIED} { id: ID }`,
      'type GantryPassage { vehiclePlate: String }',
    ])
      await expect(check(sdl)).resolves.toBeUndefined();
  });
});
