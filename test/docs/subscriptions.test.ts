import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ERRORS } from '../../src/base/index.ts';
import { type LiveWorld, openLiveWorld } from '../flows/stream/live-world.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const text = readFileSync(`${ROOT}/docs/subscriptions.md`, 'utf8');
const blockOf = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n([^]+?)^\`\`\``, 'm').exec(text)![1]!;

let world: LiveWorld;
beforeAll(async () => {
  world = await openLiveWorld();
  await world.raiseAlarm('AG-TRAFFIC-POLICE');
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

it('docs/subscriptions.md names codes that exist', () => {
  const codes = [...text.matchAll(/^\| `([A-Z_]+)` /gm)].map(([, code]) => code!);
  expect(codes).toContain('TOKEN_EXPIRED');
  expect(Object.keys(ERRORS)).toEqual(expect.arrayContaining(codes));
});
