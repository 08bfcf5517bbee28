import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOfOwners } from '../../../src/agreement/index.ts';
import { type AgencyWorld, openAgencyWorld } from '../../world/open-agency.ts';
import type { TestDatabase } from '../../postgres/database.ts';
import { copySample } from '../../world/open-sample-world.ts';

const OWNERS = ['AG-TRAFFIC-POLICE'];
const QUESTION = '{ checkpoint(id: "CP-004") { id } }';

describe('An agency’s own agreements', () => {
  let folder: string;
  let world: AgencyWorld;
  let database: TestDatabase;
  let file: string;
  let text: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-own-'));
    await cp('agreements', folder, { recursive: true });
    file = join(folder, 'traffic-police-to-transport-centre.yaml');
    text = await readFile(file, 'utf8');
    database = await copySample();
    world = await openAgencyWorld('checkpoint', database, { agreements: folder });
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  const digest = (): string => digestOfOwners(world.agency.policy, OWNERS);
  async function codeOf(policyDigest: string): Promise<unknown> {
    const { text: answer } = await world.send(await world.sign(QUESTION, {}, { policyDigest }));
    const { errors } = JSON.parse(answer) as { errors?: { extensions: { code: string } }[] };
    return errors?.[0]?.extensions.code;
  }

  it('are followed: a new version is in force at the next look, and the old one is skew', async () => {
    const before = digest();
    expect(await codeOf(before)).toBeUndefined();
    await writeFile(file, text.replace(/^version: (\d+)$/m, 'version: 99'));
    expect(await codeOf(before)).toBeUndefined();
    await world.agency.renew();
    expect(digest()).not.toBe(before);
    expect(await codeOf(before)).toBe('POLICY_VERSION_SKEW');
    expect(await codeOf(digest())).toBeUndefined();
    expect(world.messages.at(-1)).toMatch(/^In force: policy [0-9a-f]{12}\.$/);
  });

  it('are taken up once the database answers again, without another change of the files', async () => {
    const before = digest();
    await writeFile(file, text.replace(/^version: (\d+)$/m, 'version: 100'));
    await database.admin((client) => client.query('alter table oversight.agreement rename to away'));
    for (let look = 0; look < 2; look += 1)
      await expect(world.agency.renew()).rejects.toThrow(/database could not answer/);
    await database.admin((client) => client.query('alter table oversight.away rename to agreement'));
    expect(digest()).toBe(before);
    await world.agency.renew();
    expect(digest()).not.toBe(before);
  });

  it('stay as they are where a file is wrong: told once, when it has stood for two looks', async () => {
    const before = digest();
    const told = world.messages.length;
    await writeFile(file, 'kind: Nothing\n');
    await world.agency.renew();
    expect(world.messages).toHaveLength(told);
    await world.agency.renew();
    await world.agency.renew();
    expect(world.messages.slice(told)).toEqual([expect.stringMatching(/^ALARM: .*AGREEMENT_INVALID/s)]);
    expect(digest()).toBe(before);
    expect(await codeOf(before)).toBeUndefined();
  });
});
