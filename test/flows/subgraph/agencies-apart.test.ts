import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SUBGRAPHS } from '../../../src/wiring/index.ts';
import { type AgencyWorld, openAgencyWorld } from '../../world/open-agency.ts';
import { copySample, openSampleWorld } from '../../world/open-sample-world.ts';
import type { Reply, World } from '../../world/open-world.ts';
import { readRecord } from '../../world/read-record.ts';
import { askExample } from '../../world/read-example.ts';

/** Who gives under the agreements that an agency holds, by the beginning of their files' names. */
const OWN_FILES = {
  traffic: 'transport-centre',
  checkpoint: 'traffic-police',
  mediation: 'justice-bureau',
  oversight: 'oversight',
} as const;

/** Fields of three agencies, keys of others under other names, arguments on others' fields, masks, denials. */
const ACROSS = `{
  checkpoints(first: 5) {
    nodes {
      place: id
      name
      segment { again: id roadName aadt roadAccidentCases(first: 3) { number: id status } }
      passages(first: 3) { passTime plateNo imageUrl }
    }
  }
  roadSegments(first: 5) { nodes { segment: id roadName checkpoints { id segment { id } } } }
}`;

describe('Agencies apart, each with its own database and no agreements but its own', () => {
  let folder: string;
  let whole: World;
  let apart: World;
  const agencies: AgencyWorld[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-apart-'));
    const listed: object[] = [];
    for (const name of SUBGRAPHS) {
      const agreements = join(folder, name);
      await mkdir(agreements);
      for (const file of await readdir('agreements'))
        if (file.startsWith(OWN_FILES[name]))
          await copyFile(join('agreements', file), join(agreements, file));
      const keyFolder = join(folder, 'gateway-key');
      const agency = await openAgencyWorld(name, await copySample(), { agreements, keyFolder });
      agencies.push(agency);
      await agency.agency.app.listen({ host: '127.0.0.1', port: 0 });
      const { port } = agency.agency.app.server.address() as AddressInfo;
      listed.push({ name, url: `http://127.0.0.1:${port}/graphql` });
    }
    await writeFile(join(folder, 'supergraph.yaml'), JSON.stringify({ subgraphs: listed }));
    whole = await openSampleWorld();
    apart = await openSampleWorld({ LUKOU_DATA: folder, LUKOU_SUPERGRAPH: join(folder, 'supergraph.yaml') });
  }, 180_000);
  afterAll(async () => {
    await apart?.close();
    await whole?.close();
    for (const agency of agencies) await agency.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** What an answer says, byte for byte, without its receipt. */
  const contents = ({ status, body }: Reply): string =>
    JSON.stringify([status, body.data, body.errors, body.extensions.disclosure]);

  it.each([
    ['transport', 'ROAD_SAFETY'],
    ['analyst', 'ROAD_SAFETY'],
    ['analyst', 'PUBLIC_SAFETY'],
    ['justice', 'MEDIATION'],
    ['detention', 'MEDIATION'],
    ['public', null],
  ] as const)('answer as in one process, byte for byte, when %s asks for %s', async (caller, purpose) => {
    const before = apart.statements.length;
    const [one, other] = await Promise.all(
      [whole, apart].map((world) => world.ask(caller, ACROSS, { purpose })),
    );
    expect(other!.body.errors).toEqual(one!.body.errors);
    expect(contents(other!)).toBe(contents(one!));
    expect(apart.statements).toHaveLength(before);
  });

  it('say whom they tell about, as in one process: by the same keyed hashes, also where plates are masked', async () => {
    const [one, other] = await Promise.all(
      [whole, apart].map(async (world) => {
        const reply = await world.ask('transport', ACROSS, { purpose: 'ROAD_SAFETY' });
        return (await readRecord(world, reply)).subjects.toSorted();
      }),
    );
    expect(one!.length).toBeGreaterThan(1);
    expect(other).toEqual(one);
  });

  it('answer with rows of three agencies: the control for what is compared above', async () => {
    const { body } = await apart.ask('analyst', ACROSS, { purpose: 'ROAD_SAFETY' });
    const { checkpoints } = body.data as {
      checkpoints: { nodes: { segment: object; passages: object[] }[] };
    };
    expect(checkpoints.nodes).toHaveLength(5);
    expect(checkpoints.nodes[0]).toMatchObject({
      segment: { roadName: '绥满高速', roadAccidentCases: expect.any(Array) },
      passages: { length: 3 },
    });
  });

  it('answer every example as in one process, byte for byte', async () => {
    const names = (await readdir('examples')).filter((name) => name.endsWith('.graphql'));
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const example = name.replace('.graphql', '');
      const [one, other] = await Promise.all([whole, apart].map((world) => askExample(world, example)));
      expect([name, other!.body.errors]).toEqual([name, one!.body.errors]);
      expect([name, contents(other!) === contents(one!)]).toEqual([name, true]);
    }
  }, 120_000);
});
