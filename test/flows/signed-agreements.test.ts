import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { World } from '../world/open-world.ts';
import { signAgreements } from '../world/sign-agreements.ts';

const QUESTION = '{ roadSegments(first: 1) { nodes { id } } }';

describe('A gateway that knows the agencies’ keys', () => {
  let folder: string;
  let agreements: string;
  let keysPath: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-signed-'));
    agreements = join(folder, 'agreements');
    keysPath = join(folder, 'keys.yaml');
    await cp('agreements', agreements, { recursive: true });
    await signAgreements(agreements, { folder: join(folder, 'keys'), list: keysPath });
  });
  afterAll(() => rm(folder, { recursive: true }));

  const open = (): Promise<World> =>
    openSampleWorld({ LUKOU_AGREEMENTS: agreements, LUKOU_AGENCY_KEYS: keysPath });

  async function withFile(
    name: string,
    change: (text: string) => string,
    work: () => Promise<void>,
  ): Promise<void> {
    const path = join(agreements, name);
    const before = await readFile(path, 'utf8');
    await writeFile(path, change(before));
    try {
      await work();
    } finally {
      await writeFile(path, before);
    }
  }

  const PUBLIC = 'transport-centre-to-public.yaml';

  it('answers under agreements that both parties have signed', async () => {
    const world = await open();
    expect((await world.ask('public', QUESTION)).status).toBe(200);
    await world.close();
  });

  it.each<[string, (text: string) => string]>([
    ['is not signed', (text) => text.slice(0, text.indexOf('signatures:'))],
    ['was changed after it was signed', (text) => text.replace('until: 20', 'until: 21')],
  ])('does not start where one %s', async (_what, change) => {
    await withFile(PUBLIC, change, async () => {
      await expect(open()).rejects.toThrow(/transport-public:0004@2: signature of AG-TRANSPORT-CENTRE: /);
    });
  });

  it('keeps what is in force where a file is changed while it runs, and raises an alarm', async () => {
    const world = await open();
    const { digest } = world.gateway.policy;
    await withFile(
      PUBLIC,
      (text) => text.replace('until: 20', 'until: 21'),
      async () => {
        await world.gateway.renew();
        await world.gateway.renew();
        expect(world.gateway.policy.digest).toBe(digest);
        expect(world.messages.join('\n')).toMatch(/ALARM.*signature of AG-TRANSPORT-CENTRE: does not fit/s);
      },
    );
    await world.close();
  });

  it('takes no agreement of an agency whose key was taken off the list', async () => {
    const world = await open();
    const list = await readFile(keysPath, 'utf8');
    const { keys } = JSON.parse(list) as { keys: { agency: string }[] };
    const others = keys.filter(({ agency }) => agency !== 'AG-JUSTICE-BUREAU');
    await writeFile(keysPath, JSON.stringify({ keys: others }));
    await world.gateway.renew();
    await world.gateway.renew();
    expect(world.messages.join('\n')).toMatch(/signature of AG-JUSTICE-BUREAU: unknown key/);
    await world.close();
    await expect(open()).rejects.toThrow(/signature of AG-JUSTICE-BUREAU: unknown key/);
    await writeFile(keysPath, list);
  });
});
