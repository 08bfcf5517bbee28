import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteSubgraph, type RemoteSubgraphOptions } from '../../../src/federation/index.ts';
import { readConfig } from '../../../src/config.ts';
import { openGatewayKey } from '../../../src/identity/index.ts';
import { startSubgraph } from '../../../src/wiring/index.ts';
import { issueCertificate, makeAuthority } from '../../world/make-certificate.ts';
import { copySample } from '../../world/open-sample-world.ts';
import { type AgencyWorld, openAgencyWorld, TRANSPORT } from '../../world/open-agency.ts';

const authority = makeAuthority('authority');
const stranger = makeAuthority('stranger');
const agency = issueCertificate('agency', authority);
const gateway = issueCertificate('gateway', authority);
const other = issueCertificate('other', stranger);

const QUESTION = '{ checkpoint(id: "CP-004") { id } }';

describe('An agency that asks for client certificates', () => {
  let world: AgencyWorld;
  let url: string;
  beforeAll(async () => {
    const certificates = { cert: agency.cert, key: agency.key, clientCa: authority.cert };
    world = await openAgencyWorld('checkpoint', await copySample(), { certificates });
    await world.agency.app.listen({ host: '127.0.0.1', port: 0 });
    url = `https://127.0.0.1:${(world.agency.app.server.address() as AddressInfo).port}/graphql`;
  }, 120_000);
  afterAll(() => world.close());

  async function ask(options: Omit<Partial<RemoteSubgraphOptions>, 'name'>): Promise<unknown> {
    const remote = createRemoteSubgraph({ name: 'checkpoint', url, ...options });
    try {
      const grant = { ask: TRANSPORT } as never;
      return await remote.execute({
        operation: QUESTION,
        variables: {},
        caller: { grant, requestId: 'request-1', nowMs: world.clock.nowMs() },
        signal: AbortSignal.timeout(10_000),
        isMutation: false,
      });
    } finally {
      await remote.close();
    }
  }
  const authorise: RemoteSubgraphOptions['authorise'] = async () => (await world.sign(QUESTION)).headers;
  const known = { ca: authority.cert, cert: gateway.cert, key: gateway.key };

  it('answers a gateway that shows one of its authority, with a context', async () => {
    expect(await ask({ tls: known, authorise })).toEqual({ data: { checkpoint: { id: 'CP-004' } } });
  });

  it.each([
    ['none', { ca: authority.cert }],
    ['one of another authority', { ca: authority.cert, cert: other.cert, key: other.key }],
  ])('does not speak with who shows %s', async (_what, tls) => {
    await expect(ask({ tls, authorise })).rejects.toMatchObject({ code: 'SUBGRAPH_FAULT' });
  });

  it('refuses who shows a certificate and no context: the one does not stand for the other', async () => {
    const before = world.refusals.length;
    await expect(ask({ tls: known })).rejects.toThrow(/401/);
    expect(world.refusals.slice(before)).toEqual(['CONTEXT_MISSING']);
  });

  it('is not believed by a gateway that knows another authority', async () => {
    const before = world.refusals.length;
    await expect(ask({ tls: { ...known, ca: stranger.cert }, authorise })).rejects.toMatchObject({
      code: 'SUBGRAPH_FAULT',
    });
    expect(world.refusals).toHaveLength(before);
  });
});

describe('The settings of an agency’s door', () => {
  let folder: string;
  const file = (name: string): string => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-door-'));
    await chmod(folder, 0o711);
    const key = await openGatewayKey(file('keys'));
    const jwk = JSON.stringify(key.publicJwk);
    const contents = {
      'cert.pem': agency.cert,
      'key.pem': agency.key,
      'other-key.pem': other.key,
      'words.pem': 'no certificate',
      'gateways.yaml': `gateways: [{name: lukou, keys: [${jwk}]}]`,
      'twice.yaml': `gateways: [{name: a, keys: [${jwk}]}, {name: b, keys: [${jwk}]}]`,
      'three.yaml': `gateways: [{name: a, keys: [${jwk}, ${jwk}, ${jwk}]}]`,
      'kid.yaml': `gateways: [{name: a, keys: [${jwk.replace(key.publicJwk.kid, 'A'.repeat(43))}]}]`,
      'private.yaml': `gateways: [{name: a, keys: [${jwk.replace('{', '{"d":"secret",')}]}]`,
      'list.yaml': 'gateways: []',
      'not.yaml': 'gateways: [',
    };
    for (const [name, text] of Object.entries(contents)) await writeFile(file(name), text);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const files = new Set(['LUKOU_GATEWAYS', 'LUKOU_TLS_CERT', 'LUKOU_TLS_KEY', 'LUKOU_TLS_CLIENT_CA']);
  /** Every name of a file is one in the test's folder. Nothing is started: each of these is refused before. */
  const start = (settings: Record<string, string>): Promise<unknown> => {
    const all = { LUKOU_GATEWAYS: 'gateways.yaml', LUKOU_AGREEMENTS: 'agreements', ...settings };
    const named = Object.entries(all).map(([name, value]) => [name, files.has(name) ? file(value) : value]);
    const config = readConfig({ LUKOU_DATA: file('data'), ...(Object.fromEntries(named) as object) });
    const never = (): void => undefined;
    const progress = { update: never, finish: never };
    return startSubgraph('checkpoint', config, { tell: never, progress });
  };

  it.each<[string, Record<string, string>, RegExp]>([
    ['off loopback without TLS', { HOST: '0.0.0.0' }, /Set LUKOU_TLS_CERT and LUKOU_TLS_KEY/],
    ['on a name without TLS', { HOST: 'agency.example' }, /can be reached from other machines/],
    ['a certificate without a key', { LUKOU_TLS_CERT: 'cert.pem' }, /go together/],
    ['a key without a certificate', { LUKOU_TLS_KEY: 'key.pem' }, /go together/],
    ['client certificates without TLS', { LUKOU_TLS_CLIENT_CA: 'cert.pem' }, /Set all three/],
    [
      'a certificate that is not there',
      { LUKOU_TLS_CERT: 'x.pem', LUKOU_TLS_KEY: 'key.pem' },
      /cannot be read/,
    ],
    ['a certificate of words', { LUKOU_TLS_CERT: 'words.pem', LUKOU_TLS_KEY: 'key.pem' }, /holds no PEM/],
    ['another’s key', { LUKOU_TLS_CERT: 'cert.pem', LUKOU_TLS_KEY: 'other-key.pem' }, /do not fit/],
    [
      'an authority of words',
      { LUKOU_TLS_CERT: 'cert.pem', LUKOU_TLS_KEY: 'key.pem', LUKOU_TLS_CLIENT_CA: 'words.pem' },
      /LUKOU_TLS_CLIENT_CA: .* holds no PEM/,
    ],
    ['no agreements', { LUKOU_AGREEMENTS: '' }, /LUKOU_AGREEMENTS is not set/],
    ['no file of gateways', { LUKOU_GATEWAYS: 'nothing.yaml' }, /cannot be read/],
    ['a file that is not YAML', { LUKOU_GATEWAYS: 'not.yaml' }, /is not YAML/],
    ['an empty list of gateways', { LUKOU_GATEWAYS: 'list.yaml' }, /gateways/],
    ['one key for two gateways', { LUKOU_GATEWAYS: 'twice.yaml' }, /is listed already/],
    ['three keys for one gateway', { LUKOU_GATEWAYS: 'three.yaml' }, /gateways\.0\.keys/],
    ['a kid that is not the key’s', { LUKOU_GATEWAYS: 'kid.yaml' }, /not the thumbprint/],
    ['a private key', { LUKOU_GATEWAYS: 'private.yaml' }, /Unrecognized key: "d"/],
  ])('refuse %s, and say what to do', async (_what, settings, message) => {
    const refusal = await start(settings).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'SETTING_INVALID', message: expect.stringMatching(message) });
    expect(String(refusal)).not.toContain('secret');
  });
});
