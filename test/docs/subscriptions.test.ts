import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ERRORS } from '../../src/base/index.ts';
import { type LiveWorld, openLiveWorld } from '../flows/stream/live-world.ts';
import { insertRows } from '../storage/readers/insert-rows.ts';
import { until } from '../world/until.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const text = readFileSync(`${ROOT}/docs/subscriptions.md`, 'utf8');
const blockOf = (language: string, heading = '# Subscriptions'): string =>
  new RegExp(`^${heading}$[^]+?^\`\`\`${language}\\n([^]+?)^\`\`\``, 'm').exec(text)![1]!;

let world: LiveWorld;
beforeAll(async () => {
  world = await openLiveWorld({ LUKOU_DELIVERIES: 'gat1400-passages' });
  await world.raiseAlarm('AG-TRAFFIC-POLICE');
  const { ingest } = world.database;
  await insertRows(ingest, 'oversight.case_file', [
    {
      agency: 'AG-TRAFFIC-POLICE',
      case_no: 'A-2026-0107',
      purposes: ['PUBLIC_SAFETY'],
      opened_at: '2026-01-01',
    },
  ]);
  await insertRows(ingest, 'checkpoint.checkpoint', [
    {
      id: 'c1',
      name: '伊敏河桥',
      status: 'NORMAL',
      category: 'COUNTY',
      usage: 'TRAFFIC',
      is_enforcement: false,
    },
  ]);
}, 120_000);
afterAll(() => world.close());

/** What a command says until it has said what is waited for; it is ended then. */
function firstOf(command: string, args: readonly string[], token: string, awaited: RegExp): Promise<string> {
  const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, TOKEN: token } });
  return new Promise((resolve, reject) => {
    let said = '';
    let complained = '';
    child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (!awaited.test(said)) return;
      child.kill();
      resolve(said);
    });
    child.on('close', () => reject(new Error(`It said no more than ${said} ${complained}`)));
  });
}

const here = (example: string): string => example.replace('127.0.0.1:4000', new URL(world.url).host);

it('curl is told of an alarm as docs/subscriptions.md shows it', async () => {
  const command = here(blockOf('sh')).replace('$(npx lukou token --as steward)', '$TOKEN');
  const said = await firstOf('sh', ['-c', `exec ${command}`], await world.tokenFor('steward'), /\n\n/);
  expect(said).toMatch(
    /^event: next\ndata: \{"data":\{"alarmRaised":\{"kind":"BREAK_GLASS","owner":"AG-TRAFFIC-POLICE",/,
  );
  expect(said).toMatch(/"extensions":\{"disclosure":\[\],"event":\{"number":1\},"receipt":\{/);
});

it('the client of docs/subscriptions.md is told of it over WebSocket', async () => {
  const program = here(blockOf('js'));
  const node = [process.execPath, ['--input-type=module', '-e', program]] as const;
  const said = await firstOf(...node, await world.tokenFor('steward'), /\n/);
  expect(said).toBe('1 BREAK_GLASS\n');
});

it('curl is told of a passage of the plate that it watches for', async () => {
  const command = here(blockOf('sh', '## Watching for a plate')).replace(
    '$(npx lukou token --as analyst)',
    '$TOKEN',
  );
  const before = await world.countRecords('INTENT');
  const told = firstOf('sh', ['-c', `exec ${command}`], await world.tokenFor('analyst'), /\n\n/);
  await until(async () => (await world.countRecords('INTENT')) > before);
  await world.postPassages('c1', [
    ['p1', '蒙E54321'],
    ['p2', '蒙E12345'],
  ]);
  expect(await told).toMatch(
    /^event: next\ndata: \{"data":\{"passageRecorded":\{"id":"p2","passTime":"2026-03-01T08:30:15\+08:00","checkpoint":\{"name":"伊敏河桥"/,
  );
});

it('docs/subscriptions.md names codes that exist', () => {
  const codes = [...text.matchAll(/^\| `([A-Z_]+)` /gm)].map(([, code]) => code!);
  expect(codes).toContain('TOKEN_EXPIRED');
  expect(Object.keys(ERRORS)).toEqual(expect.arrayContaining(codes));
});

it('docs/subscriptions.md names every field of Subscription, and no other', () => {
  const fields = ['traffic', 'checkpoint', 'mediation', 'oversight'].flatMap((name) => {
    const schema = readFileSync(`${ROOT}/schema/${name}.graphql`, 'utf8');
    const type = /^type Subscription \{\n([^]*?)^\}/m.exec(schema)?.[1] ?? '';
    return [...type.matchAll(/^ {2}(\w+)\(/gm)].map(([, field]) => field!);
  });
  expect(fields.length).toBeGreaterThan(9);
  const named = [...text.matchAll(/^\| `(\w+)(?:`|\()/gm)].map(([, field]) => field!);
  const documented = named.filter((name) => /^[a-z]/.test(name));
  expect([...new Set(documented)].toSorted()).toEqual(fields.toSorted());
});
