import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Hex } from '../../../src/base/index.ts';
import { copySample } from '../../world/open-sample-world.ts';
import { type Asker, openWorld, type World } from '../../world/open-world.ts';

const TRANSPORT = 'urn:agr:hlbe:police-transport:0007';
const PUBLIC = 'urn:agr:hlbe:transport-public:0004';
const WORDS = `query Words($uid: ID!) { agreements(first: 20, filter: { uid: $uid }) { nodes {
  uid version sha256 state document loadedAt suspension { from by reason } signatures { agency keyId state }
} } }`;

interface Words {
  readonly version: number;
  readonly sha256: string;
  readonly state: string;
  readonly document: string | null;
  readonly suspension: object | null;
  readonly signatures: readonly object[] | null;
}

describe('What the API tells of an agreement’s words', () => {
  let folder: string;
  let world: World;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-words-'));
    await cp('agreements', folder, { recursive: true });
    world = await openWorld(await copySample(), { LUKOU_AGREEMENTS: folder });
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  async function read(asker: Asker, uid: string): Promise<readonly Words[]> {
    const { body } = await world.ask(asker, WORDS, { purpose: 'OVERSIGHT', variables: { uid } });
    expect(body.errors).toBeUndefined();
    return (body.data as { agreements: { nodes: Words[] } }).agreements.nodes;
  }

  it('is the text that its digest is of, to its parties and the keeper of the log', async () => {
    for (const asker of ['steward', 'auditor'] as const) {
      const [found] = (await read(asker, TRANSPORT)).toReversed();
      expect(sha256Hex(found!.document!)).toBe(found!.sha256);
      expect(JSON.parse(found!.document!)).toMatchObject({ uid: TRANSPORT, version: found!.version });
      expect(found!.state).toBe('IN_FORCE');
    }
  });

  it('is no word and no signature to who is no party, who sees what is decided all the same', async () => {
    const [found] = (await read('justice-steward', TRANSPORT)).toReversed();
    expect(found).toMatchObject({ state: 'IN_FORCE', document: null, signatures: null, suspension: null });
  });

  it('says who has not signed, where the file holds no signature', async () => {
    const [found] = (await read('steward', TRANSPORT)).toReversed();
    expect(found!.signatures).toEqual([
      { agency: 'AG-TRAFFIC-POLICE', keyId: null, state: 'MISSING' },
      { agency: 'AG-TRANSPORT-CENTRE', keyId: null, state: 'MISSING' },
    ]);
  });

  it('says that a version is suspended, by whom and why, and that a newer one took its place', async () => {
    const [first] = (await read('auditor', PUBLIC)).toReversed();
    const list = join(folder, 'suspensions.yaml');
    await writeFile(
      list,
      `suspensions:\n  - uid: ${PUBLIC}\n    version: ${first!.version}\n    from: 2026-03-01T00:00:00+08:00\n    by: AG-TRANSPORT-CENTRE\n    reason: A complaint is looked into.\n`,
    );
    await world.gateway.renew();
    await world.gateway.renew();
    expect((await read('auditor', PUBLIC)).at(-1)).toMatchObject({
      state: 'SUSPENDED',
      suspension: {
        from: '2026-03-01T00:00:00+08:00',
        by: 'AG-TRANSPORT-CENTRE',
        reason: 'A complaint is looked into.',
      },
    });
    await rm(list);
    const path = join(folder, 'transport-centre-to-public.yaml');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(/^version: \d+$/m, `version: ${first!.version + 1}`));
    await world.gateway.renew();
    await world.gateway.renew();
    expect((await read('auditor', PUBLIC)).map(({ state }) => state).slice(-2)).toEqual([
      'SUPERSEDED',
      'IN_FORCE',
    ]);
  });
});
