import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { KeptDrill } from '../../src/audit/index.ts';
import { holdsText } from '../../src/classification/index.ts';
import { findFilesHolding } from '../../src/wiring/index.ts';
import { checkpointAdapter } from '../rules/ingest/memory-intake.ts';
import { type Outcome, runLukou } from './run-lukou.ts';

const ADAPTER = checkpointAdapter({ name: 'name' });
const TOKEN = randomBytes(10).toString('hex');
const MARKED = `id,name\n1,桥头\n2,机密★10年 ${TOKEN}\n`;
const INNOCENT = 'id,name\n1,桥头\n2,密级：秘密\n';
const NOTE = ['--note', 'Seen on paper.'];

describe('Incidents at the command line', () => {
  let folder: string;
  let env: Record<string, string>;
  let gateway: ChildProcess;
  let url: string;
  let hook: Server;
  const notices: string[] = [];
  const said: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-incident-'));
    // As root the database server runs as another account, which must pass through.
    await chmod(folder, 0o711);
    hook = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => notices.push(text));
      request.on('end', () => response.writeHead(204).end());
    });
    await new Promise<void>((done) => hook.listen(0, '127.0.0.1', done));
    env = {
      PATH: process.env['PATH']!,
      PORT: '0',
      LUKOU_DATA: join(folder, 'data'),
      LUKOU_SAMPLE: 'none',
      LUKOU_INCIDENT_WEBHOOK: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`,
    };
    await mkdir(join(folder, 'in'));
    await writeFile(join(folder, 'in', 'adapter.yaml'), ADAPTER);
    await writeFile(join(folder, 'in', 'marked.csv'), MARKED);
    await writeFile(join(folder, 'in', 'innocent.csv'), INNOCENT);
    gateway = spawn(process.execPath, ['bin/lukou.cjs', 'start'], { env });
    createInterface(gateway.stderr!).on('line', (line) => said.push(line));
    for await (const line of createInterface(gateway.stdout!)) {
      url = /^lukou ready (\S+)$/.exec(line)?.[1] ?? '';
      if (url !== '') break;
    }
  }, 120_000);
  afterAll(async () => {
    const ended = once(gateway, 'close');
    gateway.kill('SIGTERM');
    await ended;
    hook.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function lukou(...args: string[]): Promise<Outcome> {
    const outcome = await runLukou(args, env);
    said.push(outcome.stdout, outcome.stderr);
    return outcome;
  }

  const ingest = (name: string): Promise<Outcome> =>
    lukou('ingest', '--adapter', join(folder, 'in', 'adapter.yaml'), join(folder, 'in', name));
  const judge = (id: string, who: string, state: string): Promise<Outcome> =>
    lukou('guard', 'incident', id, '--as', who, '--to', state, ...NOTE);

  async function askForDrills(): Promise<KeptDrill[]> {
    const { stdout: token } = await lukou('token', '--as', 'auditor');
    const query = `{ guardDrills(first: 5) { nodes {
      id actor agency passed gates { gate way isStopped by } controls { gate way isPassed by } kept log index
    } } }`;
    const reply = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token.trim()}`,
        'lukou-purpose': 'OVERSIGHT',
      },
      body: JSON.stringify({ query }),
    });
    const { data } = (await reply.json()) as { data: { guardDrills: { nodes: KeptDrill[] } } };
    return data.guardDrills.nodes;
  }

  async function refuse(name: string): Promise<string> {
    const { code, stderr } = await ingest(name);
    expect(code).toBe(1);
    const id = /incident ([0-9a-f-]{36})/.exec(stderr)?.[1];
    expect(id).toBeDefined();
    return id!;
  }

  it('stop a file, tell of it, and let it in once two persons have released it', async () => {
    const id = await refuse('innocent.csv');
    expect(notices.map((text) => JSON.parse(text) as unknown)).toEqual([
      {
        incident: id,
        gate: 'INGEST',
        rule: expect.any(String),
        state: 'BLOCKED',
        detectedAt: expect.any(String),
      },
    ]);
    expect((await judge(id, 'auditor', 'REPORTED')).stdout).toMatch(/: REPORTED, record \d+/);
    expect((await judge(id, 'auditor', 'FALSE_POSITIVE')).stdout).toMatch(
      /: REPORTED \(FALSE_POSITIVE waits for a second person\)/,
    );
    expect((await judge(id, 'justice-steward', 'FALSE_POSITIVE')).stderr).toMatch(/INCIDENT_UNKNOWN/);
    expect((await judge(id, 'auditor', 'FALSE_POSITIVE')).stderr).toMatch(/INCIDENT_STEP_REFUSED/);
    expect((await judge(id, 'steward', 'FALSE_POSITIVE')).stdout).toMatch(/: FALSE_POSITIVE, record \d+/);
    expect((await ingest('innocent.csv')).code).toBe(0);
  }, 180_000);

  it('leave nothing of a mark: in no file of the data folder, no export, no word', async () => {
    await refuse('marked.csv');
    const exported = join(folder, 'export.jsonl');
    await lukou('audit', 'export', '--log', 'gateway-operator', '--format', 'jsonl', '--out', exported);
    // Only where it was handed in: so the search would see it anywhere else.
    expect(await findFilesHolding(folder, TOKEN)).toEqual(['in/marked.csv']);
    expect([...said, ...notices].filter((text) => holdsText(text, TOKEN))).toEqual([]);
  }, 120_000);

  it('are not needed for a drill, which all four gates pass, and whose result is kept', async () => {
    const { code, stdout } = await lukou('guard', 'drill', '--as', 'auditor', '--json');
    const { gates, controls, kept, passed, record } = JSON.parse(stdout) as KeptDrill & {
      record: { log: string; index: number };
    };
    expect([code, kept, passed, record.log]).toEqual([0, [], true, 'gateway-operator']);
    expect([...new Set(gates.map(({ gate }) => gate))]).toEqual(['SCHEMA', 'INGEST', 'STORAGE', 'EGRESS']);
    const [found] = await askForDrills();
    expect(found).toMatchObject({ passed, gates, controls, kept, ...record, agency: 'AG-OVERSIGHT' });
    const { stdout: tail } = await lukou('audit', 'tail', '--no-follow', '--log', record.log);
    expect(tail).toContain(`guard drill ${found!.id}: passed`);
  }, 120_000);
});
