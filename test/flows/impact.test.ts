import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeDraft } from '../../src/wiring/index.ts';
import { openSampleWorld } from '../world/open-sample-world.ts';
import { WORLD_NOW, type World } from '../world/open-world.ts';

const SHIPPED = 'agreements/traffic-police-to-transport-centre.yaml';
const PASSAGES = '{ checkpoints(first: 1) { nodes { passages(first: 1) { plateNo passTime imageUrl } } } }';
const BEFORE = new Date(Date.parse(WORLD_NOW) - 86_400_000);

describe('The impact of a draft', () => {
  let folder: string;
  let world: World;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-impact-'));
    world = await openSampleWorld();
    for (const purpose of ['ROAD_SAFETY', 'ROAD_SAFETY', 'EMERGENCY_RESPONSE'])
      await world.ask('transport', PASSAGES, { purpose });
    await world.ask('analyst', PASSAGES, { purpose: 'ROAD_SAFETY' });
    await world.ask('public', PASSAGES);
    await world.ask('analyst', PASSAGES, { purpose: 'curiosity' });
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  async function judge(change: (text: string) => string, since = BEFORE) {
    const path = join(folder, 'draft.yaml');
    await writeFile(path, change(await readFile(SHIPPED, 'utf8')));
    return judgeDraft(world.database, path, undefined, since);
  }

  it('is nothing where the draft says the same', async () => {
    expect(await judge((text) => text.replace('version: 3', 'version: 4'))).toMatchObject({
      recordsRead: 5,
      recordsChanged: 0,
      impacts: [],
    });
  });

  it('is every decision that would come out otherwise, with how often it was made and for whom', async () => {
    const { impacts, recordsChanged } = await judge((text) => text.replaceAll('plate.region', 'redact'));
    expect(recordsChanged).toBe(3);
    expect(impacts).toEqual([
      {
        who: 'AG-TRANSPORT-CENTRE partner ROAD_SAFETY',
        coordinate: 'CheckpointPassage.plateNo',
        before: 'mask:plate.region',
        after: 'mask:redact',
        kind: 'masked otherwise',
        records: 2,
      },
      expect.objectContaining({ who: 'AG-TRANSPORT-CENTRE partner EMERGENCY_RESPONSE', records: 1 }),
    ]);
  });

  it('tells of the same mask with other parameters: an hour or a quarter of it', async () => {
    const { impacts } = await judge((text) => text.replaceAll('PT1H', 'PT15M'));
    expect(impacts).toContainEqual(
      expect.objectContaining({
        coordinate: 'CheckpointPassage.passTime',
        before: 'mask:time.bucket(PT1H)',
        after: 'mask:time.bucket(PT15M)',
        kind: 'masked otherwise',
      }),
    );
  });

  it('tells what would be newly denied', async () => {
    const { impacts } = await judge((text) =>
      text.slice(0, text.indexOf('tests:')).replace('[ROAD_SAFETY, ', '['),
    );
    expect(new Set(impacts.map(({ kind }) => kind))).toEqual(new Set(['newly denied']));
    expect(impacts.every(({ who }) => who.endsWith('ROAD_SAFETY'))).toBe(true);
  });

  it('looks back no further than it is asked to', async () => {
    const tomorrow = new Date(Date.parse(WORLD_NOW) + 86_400_000);
    expect((await judge((text) => text, tomorrow)).recordsRead).toBe(0);
  });
});
