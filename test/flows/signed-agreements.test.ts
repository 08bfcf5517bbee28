import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseDocument } from 'yaml';
import { readAgreement, signAgreement } from '../../src/agreement/index.ts';
import { keyIdOf, rawPublicKey } from '../../src/base/index.ts';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { World } from '../world/open-world.ts';

const QUESTION = '{ roadSegments(first: 1) { nodes { id } } }';

describe('A gateway that knows the agencies’ keys', () => {
  let folder: string;
  let agreements: string;
  let keysPath: string;
  const keys = new Map<string, KeyObject>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-signed-'));
    agreements = join(folder, 'agreements');
    keysPath = join(folder, 'keys.yaml');
    await cp('agreements', agreements, { recursive: true });
    for (const name of await listFiles()) await signFile(name);
    await writeKeys([...keys.keys()]);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const listFiles = async (): Promise<string[]> =>
    (await readdir(agreements)).filter((name) => name.endsWith('.yaml'));

  async function signFile(name: string): Promise<void> {
    const path = join(agreements, name);
    const text = await readFile(path, 'utf8');
    const agreement = readAgreement(parse(text), name);
    const parties = new Set(
      [agreement.assigner, agreement.assignee].filter((agency) => agency !== 'AG-PUBLIC'),
    );
    const document = parseDocument(text);
    document.set(
      'signatures',
      document.createNode([...parties].map((agency) => signAgreement(agreement, agency, keyOf(agency)))),
    );
    await writeFile(path, document.toString());
  }

  function keyOf(agency: string): KeyObject {
    const known = keys.get(agency) ?? generateKeyPairSync('ed25519').privateKey;
    keys.set(agency, known);
    return known;
  }

  async function writeKeys(agencies: readonly string[]): Promise<void> {
    const entries = agencies.map((agency) => {
      const raw = rawPublicKey(createPublicKey(keyOf(agency)));
      return { agency, keyId: keyIdOf(raw), publicKey: raw.toString('base64'), duty: 'steward' };
    });
    await writeFile(keysPath, JSON.stringify({ keys: entries }));
  }

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
      await expect(open()).rejects.toThrow(/transport-public:0004@1: signature of AG-TRANSPORT-CENTRE: /);
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
    await writeKeys([...keys.keys()].filter((agency) => agency !== 'AG-JUSTICE-BUREAU'));
    await world.gateway.renew();
    await world.gateway.renew();
    expect(world.messages.join('\n')).toMatch(/signature of AG-JUSTICE-BUREAU: unknown key/);
    await world.close();
    await expect(open()).rejects.toThrow(/signature of AG-JUSTICE-BUREAU: unknown key/);
    await writeKeys([...keys.keys()]);
  });
});
