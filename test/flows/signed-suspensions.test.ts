import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseDocument } from 'yaml';
import { readAgreement, signAgreement } from '../../src/agreement/index.ts';
import { keyIdOf, rawPublicKey } from '../../src/base/index.ts';
import { AgreementFiles, liftSuspension, suspendAgreement } from '../../src/wiring/index.ts';

const AGENCY = 'AG-TRANSPORT-CENTRE';
const FILE = 'transport-centre-to-public.yaml';
const SEAL = Buffer.alloc(32, 5);

describe('Suspensions where the agencies’ keys are known', () => {
  let folder: string;
  let agreements: string;
  let keysPath: string;
  let keyPath: string;
  let name: string;
  let messages: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-suspended-'));
    agreements = join(folder, 'agreements');
    keysPath = join(folder, 'keys.yaml');
    keyPath = join(folder, 'steward.key');
    messages = [];
    await mkdir(agreements);
    const { privateKey } = generateKeyPairSync('ed25519');
    await writeFile(keyPath, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    const raw = rawPublicKey(createPublicKey(privateKey));
    const entry = { agency: AGENCY, keyId: keyIdOf(raw), publicKey: raw.toString('base64'), duty: 'steward' };
    await writeFile(keysPath, JSON.stringify({ keys: [entry] }));
    const text = await readFile(join('agreements', FILE), 'utf8');
    const agreement = readAgreement(parse(text), FILE);
    name = `${agreement.uid}@${agreement.version}`;
    const document = parseDocument(text);
    document.set('signatures', document.createNode([signAgreement(agreement, AGENCY, privateKey)]));
    await writeFile(join(agreements, FILE), document.toString());
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** A process that keeps what it learns in the data folder. */
  const start = (): AgreementFiles =>
    new AgreementFiles({
      path: agreements,
      keysPath,
      saved: { path: join(folder, 'agreements.saved'), key: SEAL },
      onMessage: (message) => messages.push(message),
    });
  const suspendedIn = async (files: AgreementFiles): Promise<string[]> =>
    (await files.read()).suspensions.map(({ uid, version }) => `${uid}@${version}`);
  const listPath = (): string => join(agreements, 'suspensions.yaml');
  const suspend = (reason = 'A complaint.') =>
    suspendAgreement(
      { folder: agreements, name, agency: AGENCY, keyPath, reason },
      Date.parse('2026-03-01T00:00:00+08:00'),
    );
  const lift = () =>
    liftSuspension({ folder: agreements, name, agency: AGENCY, keyPath, reason: 'It was unfounded.' });

  it('are written and lifted with a signature, and can be written again', async () => {
    const files = start();
    for (const reason of ['A complaint.', 'Another.']) {
      await suspend(reason);
      expect(await suspendedIn(files)).toEqual([name]);
      await expect(suspend()).rejects.toThrow(/already/);
      await lift();
      expect(await suspendedIn(files)).toEqual([]);
    }
    expect(messages).toEqual([]);
  });

  it('hold unsigned too, with an alarm that is raised once', async () => {
    const [uid, version] = name.split('@');
    const files = start();
    await writeFile(
      listPath(),
      `suspensions:\n  - { uid: "${uid}", version: ${version}, from: 2026-03-01T00:00:00+08:00, by: ${AGENCY}, reason: x }\n`,
    );
    expect(await suspendedIn(files)).toEqual([name]);
    expect(await suspendedIn(files)).toEqual([name]);
    expect(messages).toEqual([expect.stringMatching(/^ALARM: suspensions:[^]*is not signed by a steward/)]);
  });

  it.each(['while it runs', 'while it is stopped'])(
    'are not lifted by taking the list away %s',
    async (when) => {
      await suspend();
      const files = start();
      expect(await suspendedIn(files)).toEqual([name]);
      const list = await readFile(listPath(), 'utf8');
      await rm(listPath());
      const next = when === 'while it runs' ? files : start();
      expect(await suspendedIn(next)).toEqual([name]);
      expect(messages).toEqual([expect.stringMatching(/taken off the list without a signed lift/)]);
      // Written there as it was, it can be lifted.
      await writeFile(listPath(), list);
      await lift();
      expect(await suspendedIn(next)).toEqual([]);
      expect(await suspendedIn(start())).toEqual([]);
    },
  );

  it('say so where what was kept of them is not their own', async () => {
    await suspend();
    expect(await suspendedIn(start())).toEqual([name]);
    await writeFile(join(folder, 'agreements.saved.suspensions'), 'forged\n');
    await rm(listPath());
    expect(await suspendedIn(start())).toEqual([]);
    expect(messages).toEqual([expect.stringMatching(/^ALARM: .* is damaged or not our own/)]);
  });
});
