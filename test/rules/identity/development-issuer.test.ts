import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { stoppedClock } from '../../../src/base/index.ts';
import {
  assertDevelopmentIssuerMayRun,
  checkTokenForm,
  createAuthenticator,
  createDevelopmentIssuer,
  developmentIssuerBanner,
  localKeySource,
  SAMPLE_CALLERS,
  type SampleCallerName,
} from '../../../src/identity/index.ts';
import { expectRefused } from './forge-token.ts';

const names = Object.keys(SAMPLE_CALLERS) as SampleCallerName[];
const place = { host: '127.0.0.1', production: false };
const pseudonymKey = new Uint8Array(32).fill(7);
const clock = stoppedClock('2026-03-02T08:00:00+08:00');

let parent: string;
let keyFolder: string;
let keyFile: string;
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'lukou-identity-'));
  keyFolder = path.join(parent, 'keys');
  keyFile = path.join(keyFolder, 'development-issuer.jwk.json');
});
afterEach(() => rm(parent, { recursive: true }));

async function open(options: { host?: string; production?: boolean } = {}) {
  const developmentIssuer = await createDevelopmentIssuer({ keyFolder, clock });
  const authenticate = createAuthenticator({
    developmentIssuer,
    place: { ...place, ...options },
    audience: 'lukou',
    clock,
    pseudonymKey,
  });
  return { developmentIssuer, authenticate };
}

it.each(names)('signs a token that makes its bearer the sample caller %s', async (name) => {
  const { developmentIssuer, authenticate } = await open();
  const token = await developmentIssuer.tokenFor(name);
  const { agency, role, subject } = SAMPLE_CALLERS[name];
  const expiresAtMs = Date.parse('2026-03-02T16:00:00+08:00');
  expect(await authenticate(`Bearer ${token}`)).toMatchObject({ agency, role, subject, expiresAtMs });
});

it('signs every token with an id of its own', async () => {
  const { developmentIssuer } = await open();
  const ids = await Promise.all(
    ['a', 'b'].map(async () => checkTokenForm(await developmentIssuer.tokenFor('auditor'))),
  );
  expect(new Set(ids.map(({ claims }) => claims.jti)).size).toBe(2);
});

it('makes its key once, for its owner alone', async () => {
  const first = await open();
  const kept = await readFile(keyFile, 'utf8');
  expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  expect((await stat(keyFolder)).mode & 0o777).toBe(0o700);
  expect(await readdir(keyFolder)).toEqual(['development-issuer.jwk.json']);
  const second = await open();
  expect(await readFile(keyFile, 'utf8')).toBe(kept);
  const token = await first.developmentIssuer.tokenFor('justice');
  await expect(second.authenticate(`Bearer ${token}`)).resolves.toMatchObject({ subject: 'sample-justice' });
});

it('agrees on one key when two first runs meet', async () => {
  const [one, two] = await Promise.all([open(), open()]);
  const token = await one.developmentIssuer.tokenFor('justice');
  await expect(two.authenticate(`Bearer ${token}`)).resolves.toMatchObject({ subject: 'sample-justice' });
});

it('does not accept the development issuer of another folder', async () => {
  const { developmentIssuer } = await open();
  const token = await developmentIssuer.tokenFor('analyst');
  keyFolder = path.join(parent, 'elsewhere');
  const { authenticate } = await open();
  await expectRefused(authenticate(`Bearer ${token}`), 'KEY_UNKNOWN');
});

it('refuses a key that others may read, saying how to close it', async () => {
  await open();
  await chmod(keyFile, 0o640);
  await expect(open()).rejects.toMatchObject({
    code: 'SETTING_INVALID',
    detail: expect.stringContaining('chmod 600'),
  });
});

it.each(['', '{', '{}', '{"kty":"OKP","crv":"Ed25519","x":"AA","d":"private"}'])(
  'refuses a damaged key %j without quoting it',
  async (content) => {
    await open();
    await writeFile(keyFile, content);
    const refusal = await open().catch((cause: unknown) => cause);
    expect(refusal).toMatchObject({ code: 'SETTING_INVALID' });
    expect(inspect(refusal, { depth: 9 })).not.toContain('private');
  },
);

describe('where it may run', () => {
  it.each(['127.0.0.1', '127.8.9.10', '::1', '[::1]', 'localhost', 'LOCALHOST'])('runs on %s', (host) => {
    expect(() => assertDevelopmentIssuerMayRun({ host, production: false })).not.toThrow();
  });
  it.each([
    '0.0.0.0',
    '::',
    '',
    '10.0.0.8',
    '192.168.1.1',
    '::ffff:10.0.0.8',
    'lukou.example',
    '127.0.0.1.example',
    '127.1',
    'localhost.',
  ])('refuses host %j, naming the way out', (host) => {
    expect(() => assertDevelopmentIssuerMayRun({ host, production: false })).toThrow(/docs\/identity\.md/);
  });
  it('refuses to run where NODE_ENV is production', () => {
    expect(() => assertDevelopmentIssuerMayRun({ ...place, production: true })).toThrow(
      /NODE_ENV is production/,
    );
  });
  it('cannot be taken into a gateway that may not have it', async () => {
    await expect(open({ host: '0.0.0.0' })).rejects.toMatchObject({ code: 'SETTING_INVALID' });
    await expect(open({ production: true })).rejects.toMatchObject({ code: 'SETTING_INVALID' });
  });
  it('cannot be taken beside a configured issuer', async () => {
    const developmentIssuer = await createDevelopmentIssuer({ keyFolder, clock });
    // The types forbid it too, so the test has to look away from them.
    const both: unknown = {
      developmentIssuer,
      place,
      issuers: [developmentIssuer.trusted],
      keys: localKeySource(new Map()),
      audience: 'lukou',
      clock,
      pseudonymKey,
    };
    const options = both as Parameters<typeof createAuthenticator>[0];
    expect(() => createAuthenticator(options)).toThrow(/may not run/);
  });
});

it('says loudly, in both languages, what it is', () => {
  expect(developmentIssuerBanner()).toMatch(/DEVELOPMENT ISSUER/);
  expect(developmentIssuerBanner()).toMatch(/切勿接入真实数据/);
});

it('has one sample caller for each role that a token may claim', () => {
  expect([...new Set(Object.values(SAMPLE_CALLERS).map(({ role }) => role))].toSorted()).toEqual([
    'analyst',
    'auditor',
    'partner',
    'steward',
  ]);
});
