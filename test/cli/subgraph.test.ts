import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { systemClock } from '../../src/base/index.ts';
import { openSampleWorld } from '../world/open-sample-world.ts';
import { type Reply, type World } from '../world/open-world.ts';
import { askExample } from '../world/read-example.ts';
import { until } from '../world/until.ts';

const run = promisify(execFile);

const PASSAGES = `{
  checkpoint(id: "CP-004") {
    name
    segment { roadName aadt }
    passages(first: 20) { passTime plateNo speedKph imageUrl }
  }
}`;
const FOR_ROADS = { purpose: 'ROAD_SAFETY' };

describe('An agency with a process of its own', () => {
  let folder: string;
  let env: Record<string, string>;
  let agency: { process: ChildProcess; url: string; said: string[] };
  let whole: World;
  let apart: World;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-agencies-'));
    // As root the database server runs as another account, which must pass through.
    await chmod(folder, 0o711);
    await keepAgreements('all', () => true);
    await keepAgreements('police', (name) => name.startsWith('traffic-police'));
    const key = await lukou(['gateway-key'], { LUKOU_DATA: at('gateway') });
    await writeFile(at('gateways.yaml'), `gateways:\n  - name: test-gateway\n    keys:\n      - ${key}`);
    env = {
      PATH: process.env['PATH']!,
      PORT: '0',
      LUKOU_DATA: at('agency'),
      LUKOU_AGREEMENTS: at('police'),
      LUKOU_GATEWAYS: at('gateways.yaml'),
      LUKOU_SAMPLE: 'small',
    };
    agency = await startAgency();
    await writeFile(
      at('supergraph.yaml'),
      `subgraphs:
  - {name: traffic, local: true}
  - {name: checkpoint, url: "${agency.url}"}
  - {name: mediation, local: true}
  - {name: oversight, local: true}
`,
    );
    const settings = { LUKOU_AGREEMENTS: at('all'), LUKOU_DATA: at('gateway') };
    const elsewhere = { LUKOU_SUPERGRAPH: at('supergraph.yaml'), LUKOU_GATEWAY_NAME: 'test-gateway' };
    // The agency's process has the machine's clock, so the gateways have it too.
    whole = await openSampleWorld(settings, { clock: systemClock });
    apart = await openSampleWorld({ ...settings, ...elsewhere }, { clock: systemClock });
  }, 240_000);
  afterAll(async () => {
    await whole?.close();
    await apart?.close();
    await endAgency();
    await rm(folder, { recursive: true, force: true });
  });

  const at = (name: string): string => join(folder, name);

  async function lukou(args: string[], settings: Record<string, string>): Promise<string> {
    const variables = { PATH: process.env['PATH']!, ...settings };
    return (await run(process.execPath, ['bin/lukou.cjs', ...args], { env: variables })).stdout;
  }

  async function keepAgreements(name: string, isKept: (file: string) => boolean): Promise<void> {
    await mkdir(at(name));
    for (const file of await readdir('agreements'))
      if (file.endsWith('.yaml') && isKept(file))
        await copyFile(join('agreements', file), join(at(name), file));
  }

  async function startAgency(): Promise<typeof agency> {
    const child = spawn(process.execPath, ['bin/lukou.cjs', 'subgraph', 'checkpoint'], { env });
    const said: string[] = [];
    createInterface(child.stderr).on('line', (line) => said.push(line));
    for await (const line of createInterface(child.stdout)) {
      const ready = /^lukou subgraph checkpoint ready (http:\S+)$/.exec(line);
      if (ready !== null) return { process: child, url: ready[1]!, said };
    }
    throw new Error(said.join('\n'));
  }

  async function endAgency(): Promise<unknown> {
    if (agency === undefined || agency.process.exitCode !== null) return null;
    const ended = once(agency.process, 'close');
    agency.process.kill('SIGTERM');
    const [code] = (await ended) as [unknown];
    return code;
  }

  /** What an answer says, byte for byte, without its receipt. */
  const contents = ({ status, body }: Reply): string =>
    JSON.stringify([status, body.data, body.errors, body.extensions.disclosure]);

  it.each(['transport', 'analyst', 'justice', 'auditor'] as const)(
    'answers as in one process, byte for byte, when %s asks',
    async (caller) => {
      const [one, other] = await Promise.all(
        [whole, apart].map((world) => world.ask(caller, PASSAGES, FOR_ROADS)),
      );
      expect(contents(other!)).toBe(contents(one!));
      if (caller === 'transport')
        expect(other!.body.data).toMatchObject({ checkpoint: { segment: { roadName: '绥满高速' } } });
    },
  );

  it('answers every example as in one process, byte for byte', async () => {
    const names = (await readdir('examples')).filter((name) => name.endsWith('.graphql'));
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const example = name.replace('.graphql', '');
      const [one, other] = await Promise.all([whole, apart].map((world) => askExample(world, example)));
      expect([name, other!.body.errors, contents(other!) === contents(one!)]).toEqual([
        name,
        one!.body.errors,
        true,
      ]);
    }
  }, 120_000);

  it('asked its own database, and the gateway’s was not asked', async () => {
    const before = apart.statements.length;
    await apart.ask(
      'transport',
      '{ checkpoint(id: "CP-004") { name passages(first: 1) { passTime } } }',
      FOR_ROADS,
    );
    expect(apart.statements).toHaveLength(before);
  });

  it('answers nobody else, and says so at its terminal without a value', async () => {
    const answered = await fetch(agency.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'lukou-context': 'secret-value' },
      body: JSON.stringify({ query: PASSAGES }),
    });
    expect(answered.status).toBe(401);
    // The terminal's lines come through a pipe, and later than the answer.
    await until(() => agency.said.includes('refused: ENCODING_NOT_CANONICAL from 127.0.0.1'));
    expect(agency.said.join('\n')).not.toContain('secret-value');
  });

  it('keeps the gateway’s key to its owner, and prints the public half only', async () => {
    const path = join(at('gateway'), 'gateway-key', 'gateway-key.jwk.json');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const { d } = JSON.parse(await readFile(path, 'utf8')) as { d: string };
    const printed = await lukou(['gateway-key'], { LUKOU_DATA: at('gateway') });
    expect(Object.keys(JSON.parse(printed) as object).toSorted()).toEqual([
      'alg',
      'crv',
      'kid',
      'kty',
      'use',
      'x',
    ]);
    expect(printed).not.toContain(d);
  });

  it('gives nothing while the gateway holds another version of its agreements; other agencies answer', async () => {
    const file = join(at('all'), 'traffic-police-to-justice-bureau.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^version: \d+$/m, 'version: 99'));
    await apart.gateway.renew();
    const { body } = await apart.ask('transport', PASSAGES, FOR_ROADS);
    expect(body.data).toEqual({ checkpoint: null });
    expect(body.errors).toContainEqual(
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'POLICY_VERSION_SKEW' }) }),
    );
    const roads = await apart.ask('transport', '{ roadSegments(first: 1) { nodes { id } } }', FOR_ROADS);
    expect(roads.body.errors).toBeUndefined();

    await writeFile(file, text);
    await apart.gateway.renew();
    expect(contents(await apart.ask('transport', PASSAGES, FOR_ROADS))).toBe(
      contents(await whole.ask('transport', PASSAGES, FOR_ROADS)),
    );
  });

  it('ends its own fields only when it ends', async () => {
    expect(await endAgency()).toBe(0);
    expect(agency.said.at(-1)).toBe('stopped');
    const asked = '{ checkpoint(id: "CP-004") { name } roadSegments(first: 1) { nodes { id } } }';
    const { body } = await apart.ask('transport', asked, FOR_ROADS);
    expect(body.data).toMatchObject({
      checkpoint: null,
      roadSegments: { nodes: [{ id: expect.any(String) }] },
    });
    expect(body.errors).toEqual([
      expect.objectContaining({
        path: ['checkpoint'],
        extensions: { code: 'SUBGRAPH_FAULT', subgraph: 'checkpoint' },
      }),
    ]);
  });
});
