import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { sha256Hex, stoppedClock } from '../../../src/base/index.ts';
import {
  createContextSigner,
  createContextVerifier,
  openGatewayKey,
  requireSameBody,
  trustGateways,
} from '../../../src/identity/index.ts';

const NOW = '2026-03-02T08:00:00+08:00';
const ask = {
  agency: 'AG-JUSTICE-BUREAU',
  role: 'partner',
  purpose: 'MEDIATION',
  caseReference: '呼调〔2026〕7号',
};

let folder: string;
let keyFile: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lukou-gateway-key-'));
  keyFile = path.join(folder, 'keys', 'gateway-key.jwk.json');
});
afterEach(() => rm(folder, { recursive: true }));

const openKey = () => openGatewayKey(path.join(folder, 'keys'));

async function speak(trusted: Awaited<ReturnType<typeof openKey>>[]) {
  const clock = stoppedClock(NOW);
  const keys = trusted.map(({ publicJwk }) => publicJwk);
  const gateways = await trustGateways({ gateways: [{ name: 'lukou', keys }] } as never);
  const verify = createContextVerifier({ subgraph: 'mediation', gateways, clock });
  const signAs = async (key: Awaited<ReturnType<typeof openKey>>, body: string | Uint8Array) => {
    const common = { gateway: 'lukou', subgraph: 'mediation', policyDigest: 'b'.repeat(64), clock };
    const sign = createContextSigner({ ...common, key });
    const headers = await sign(body, { grant: { ask } as never, requestId: 'r-1', nowMs: clock.nowMs() });
    return headers['lukou-context'];
  };
  return { verify, signAs };
}

it('What a gateway signs, an agency that lists its key believes, once', async () => {
  const key = await openKey();
  const { verify, signAs } = await speak([key]);
  const text = '{"query":"{ mediationCases { nodes { id } } }","variables":{}}';
  for (const body of [text, Buffer.from(text)]) {
    const context = await verify(await signAs(key, body));
    expect(context).toEqual({
      gateway: 'lukou',
      ask,
      requestId: 'r-1',
      nowMs: Date.parse(NOW),
      policyDigest: 'b'.repeat(64),
      bodySha256: sha256Hex(text),
    });
    expect(() => requireSameBody(context, Buffer.from(text))).not.toThrow();
  }
});

it('A key is replaced without a pause: the agency lists both for a while', async () => {
  const old = await openKey();
  await rm(path.dirname(keyFile), { recursive: true });
  const next = await openKey();
  expect(next.publicJwk.kid).not.toBe(old.publicJwk.kid);
  const both = await speak([old, next]);
  for (const key of [old, next])
    await expect(both.verify(await both.signAs(key, 'x'))).resolves.toBeDefined();
  const after = await speak([next]);
  await expect(after.verify(await after.signAs(old, 'x'))).rejects.toMatchObject({ reason: 'KEY_UNKNOWN' });
});

it('The key is made once, for its owner alone, and its public half holds no private part', async () => {
  const [one, other] = await Promise.all([openKey(), openKey()]);
  expect(other.publicJwk).toEqual(one.publicJwk);
  expect((await openKey()).publicJwk).toEqual(one.publicJwk);
  expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  const { d } = JSON.parse(await readFile(keyFile, 'utf8')) as { d: string };
  expect(JSON.stringify(one.publicJwk)).not.toContain(d);
});

it('A key that others may read is refused, and a damaged one is not quoted', async () => {
  await openKey();
  await chmod(keyFile, 0o644);
  await expect(openKey()).rejects.toMatchObject({
    detail: expect.stringMatching(/gateway's key\. Run: chmod 600/),
  });
  await chmod(keyFile, 0o600);
  await writeFile(keyFile, '{"d":"private"}');
  const refusal = await openKey().catch((cause: unknown) => cause);
  expect(refusal).toMatchObject({ code: 'SETTING_INVALID' });
  expect(inspect(refusal, { depth: 9 })).not.toContain('private');
});
