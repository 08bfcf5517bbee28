import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdsText } from '../../../src/classification/index.ts';
import { makeCanary } from '../../../src/wiring/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { openWorld, type World } from '../../world/open-world.ts';

const SUPERGRAPH = `subgraphs:
  - { name: traffic, local: true }
  - { name: checkpoint, local: true }
  - { name: mediation, local: true }
  - { name: oversight, local: true }
  - { name: weather, url: 'http://127.0.0.1:9/', foreign: true, schema: weather.graphql }
`;

const describeWeather = (description: string, directive = '@sensitivity(level: PUBLIC)'): string => `
  extend schema @owner(agency: "AG-WEATHER")
    @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
  type Query { "Warnings in force." weatherWarnings: [WeatherWarning!] @sensitivity(level: PUBLIC) }
  "${description}" type WeatherWarning @key(fields: "id") { "Id." id: ID! ${directive} }
`;

describe('A schema that the guard refuses', () => {
  const canary = makeCanary();
  let database: TestDatabase;
  let folder: string;
  beforeEach(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'lukou-schema-incident-'));
    await writeFile(join(folder, 'supergraph.yaml'), SUPERGRAPH);
  });
  afterEach(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const write = (sdl: string): Promise<void> => writeFile(join(folder, 'weather.graphql'), sdl);
  const open = (): Promise<World> =>
    openWorld(database, { LUKOU_SUPERGRAPH: join(folder, 'supergraph.yaml') });
  const listIncidents = (): Promise<readonly object[]> =>
    database.owner(
      async (owner) =>
        (
          await owner.query<object>(
            'select gate, rule, source_name as source, actor from oversight.guard_incident',
          )
        ).rows,
    );
  const INCIDENT = {
    gate: 'SCHEMA',
    rule: 'no-secrecy-marks',
    source: 'schema of weather',
    actor: 'operator',
  };

  it('opens an incident where a gateway starts with it, and says nothing of the mark', async () => {
    await write(describeWeather(canary.text));
    const error: unknown = await open().catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'SCHEMA_INVALID' });
    expect(holdsText(String(error), canary.token)).toBe(false);
    expect(await listIncidents()).toEqual([INCIDENT]);
  });

  it('opens one a day where a running gateway is to take it in, and what was in force stays', async () => {
    await write(describeWeather('A warning.'));
    const world = await open();
    try {
      expect(await listIncidents()).toEqual([]);
      await write(describeWeather(canary.text));
      await world.gateway.renew();
      expect(await listIncidents()).toEqual([INCIDENT]);
      await write(describeWeather(`${canary.text} again`));
      await world.gateway.renew();
      expect(await listIncidents()).toEqual([INCIDENT]);
      expect(world.messages.join('\n')).toMatch(/the SCHEMA gate stopped what may not be online/);
      expect((await world.ask('public', '{ __typename }')).body.data).toEqual({ __typename: 'Query' });
      expect(holdsText(world.messages.join('\n'), canary.token)).toBe(false);
    } finally {
      await world.close();
    }
  });

  it('opens none where a schema is only wrong (control)', async () => {
    await write(describeWeather('A warning.', ''));
    await expect(open()).rejects.toMatchObject({ code: 'SCHEMA_INVALID' });
    expect(await listIncidents()).toEqual([]);
  });
});
