import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import {
  createPlanner,
  startPlannerProcess,
  type PlannerProcess,
  type PlannerProcessOptions,
} from '../../src/federation/index.ts';
import { expectRejected } from '../flows/federation/expect-refused.ts';
import { composeAgencies, federate } from '../flows/federation/federate.ts';
import { CRASHING_AGENCIES, CRASHING_OPERATION, ENDLESS_OPERATION } from './crashing-agencies.ts';

const supergraphSdl = composeAgencies(CRASHING_AGENCIES);
const NO_OVERRIDES = { labels: [], percent: 0 };
const JOIN = '{road{id lengthKm lanes}}';

const open: PlannerProcess[] = [];
const faults: unknown[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((planner) => planner.close()));
  faults.length = 0;
});

async function start(options: Partial<PlannerProcessOptions> = {}): Promise<PlannerProcess> {
  const planner = await startPlannerProcess(supergraphSdl, {
    onFault: (error) => void faults.push(error),
    ...options,
  });
  open.push(planner);
  return planner;
}

const ask = (planner: PlannerProcess, text: string): Promise<unknown> => planner.plan(text, NO_OVERRIDES);
const signal = (planner: PlannerProcess, name: NodeJS.Signals): void => void process.kill(planner.pid!, name);
const program = (name: string): string => join(import.meta.dirname, 'programs', name);

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5);
}

/** Whether a process runs; one that ended and was not yet waited for does not. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('the planner process', () => {
  it('plans as the planner in this process does', async () => {
    const planner = await start();
    const here = createPlanner(supergraphSdl);
    for (const text of [JOIN, '{name}', '{road{next{lanes}}}'])
      expect(await ask(planner, text)).toEqual(await here.plan(text, NO_OVERRIDES));
  });

  it('refuses an operation that has no plan, and goes on', async () => {
    const planner = await start();
    const { pid } = planner;
    await expectRejected(ask(planner, '{nothing}'), 'OPERATION_UNPLANNABLE');
    await ask(planner, JOIN);
    expect([planner.pid, faults]).toEqual([pid, []]);
  });

  it.each([[''], ['type Query { x: Int }'], ['no schema {{{']])('does not start over %j', async (sdl) => {
    const onFault = () => undefined;
    await expectRejected(startPlannerProcess(sdl, { onFault }), 'SCHEMA_INVALID', /Compose it again/);
  });

  it('is told nothing of this process’s environment', async () => {
    const planner = await start();
    if (process.platform !== 'linux') return console.info('Not looked at: there is no /proc here.');
    const environment = readFileSync(`/proc/${planner.pid}/environ`, 'utf8').split('\0').filter(Boolean);
    expect(environment.filter((variable) => !variable.startsWith('NODE_CHANNEL_'))).toEqual([]);
    expect(process.env['PATH']).toBeDefined();
  });

  it('ends when it is closed, and refuses what is waiting', async () => {
    const planner = await start();
    const pid = planner.pid!;
    signal(planner, 'SIGSTOP');
    const waiting = [ask(planner, JOIN), ask(planner, '{name}')];
    const refused = Promise.all(waiting.map((plan) => expectRejected(plan, 'PLANNER_UNAVAILABLE')));
    await planner.close();
    await refused;
    await expectRejected(ask(planner, JOIN), 'PLANNER_UNAVAILABLE');
    expect([isRunning(pid), faults]).toEqual([false, []]);
  });
});

describe('an operation that crashes the planner', () => {
  it('would end the process that plans it (control)', () => {
    const { signal: ended } = spawnSync(process.execPath, [program('plan-here.ts'), CRASHING_OPERATION]);
    const { stdout } = spawnSync(process.execPath, [program('plan-here.ts'), JOIN], { encoding: 'utf8' });
    expect(ended).toBe('SIGABRT');
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'QueryPlan' });
  });

  it.each([
    ['what it may plan', CRASHING_OPERATION],
    ['a document with a cycle', '{road{...F}} fragment F on Road{id ...F}'],
  ])('is refused, and those behind it are planned: %s', async (_case, text) => {
    const planner = await start();
    const { pid } = planner;
    const crash = expectRejected(ask(planner, text), 'OPERATION_UNPLANNABLE');
    const others = [ask(planner, JOIN), ask(planner, '{name}')];
    await crash;
    await expect(Promise.all(others)).resolves.toHaveLength(2);
    expect(planner.pid).not.toBe(pid);
    expect(faults).toHaveLength(1);
    expect(String(faults[0])).toContain(text);
  });

  it.each([
    ['twice, then not asked', 60_000, 2],
    ['as often as it is asked, without the memory (control)', -1, 4],
  ])('ends the process %s', async (_case, rememberedMs, times) => {
    const planner = await start({ rememberedMs });
    for (let asked = 0; asked < 4; asked += 1)
      await expectRejected(ask(planner, CRASHING_OPERATION), 'OPERATION_UNPLANNABLE');
    await ask(planner, JOIN);
    expect(faults).toHaveLength(times);
  });

  it('costs a federation that operation only', async () => {
    const planner = await start();
    const { ask: query } = federate(CRASHING_AGENCIES, { planner });
    const asked = [query('{ road { toll } }'), query('{ road { lengthKm } }'), query('{ name }')];
    const [crashed, ...others] = await Promise.allSettled(asked);
    expect(crashed).toMatchObject({ reason: { code: 'OPERATION_UNPLANNABLE' } });
    expect(others).toMatchObject([
      { value: { data: { road: { lengthKm: 7 } } } },
      { value: { data: { name: 'roads' } } },
    ]);
  });
});

describe('a planner that hangs', () => {
  it.each([
    ['because it was stopped', JOIN, true],
    ['over an operation without end', ENDLESS_OPERATION, false],
  ])('is replaced at the deadline %s', async (_case, text, isStopped) => {
    const planner = await start({ deadlineMs: 100 });
    const pid = planner.pid!;
    if (isStopped) signal(planner, 'SIGSTOP');
    const hung = expectRejected(ask(planner, text), 'OPERATION_UNPLANNABLE');
    const behind = ask(planner, '{name}');
    await hung;
    await expect(behind).resolves.toMatchObject({ kind: 'QueryPlan' });
    expect([isRunning(pid), faults.length]).toEqual([false, 1]);
    expect(String(faults[0])).toContain('longer than 100 ms');
  });

  it('is waited for where the deadline allows it (control)', async () => {
    const planner = await start({ deadlineMs: 3_600_000 });
    signal(planner, 'SIGSTOP');
    const plan = ask(planner, JOIN);
    signal(planner, 'SIGCONT');
    await expect(plan).resolves.toMatchObject({ kind: 'QueryPlan' });
    expect(faults).toEqual([]);
  });

  it('costs operations that are planned already nothing', async () => {
    const planner = await start({ deadlineMs: 3_600_000 });
    const { ask: query } = federate(CRASHING_AGENCIES, { planner });
    await query('{ name }');
    signal(planner, 'SIGSTOP');
    const cold = query('{ road { id } }');
    await expect(query('{ name }')).resolves.toMatchObject({ data: { name: 'roads' } });
    signal(planner, 'SIGCONT');
    await expect(cold).resolves.toMatchObject({ errors: [] });
  });
});

describe('a planner that is killed', () => {
  it('over an operation costs that one', async () => {
    const planner = await start({ deadlineMs: 3_600_000 });
    const killed = expectRejected(ask(planner, ENDLESS_OPERATION), 'OPERATION_UNPLANNABLE');
    // It is handed over first: a process that is gone by then is another fault.
    await nextTurn();
    signal(planner, 'SIGKILL');
    await killed;
    await expect(ask(planner, JOIN)).resolves.toMatchObject({ kind: 'QueryPlan' });
    expect(String(faults)).toContain('SIGKILL');
  });

  it('while it waits costs none', async () => {
    const planner = await start();
    const { pid } = planner;
    signal(planner, 'SIGKILL');
    await until(() => planner.pid !== undefined && planner.pid !== pid);
    await expect(ask(planner, JOIN)).resolves.toMatchObject({ kind: 'QueryPlan' });
    expect(faults).toHaveLength(1);
  });

  it('once does not bar the operation that it was planning', async () => {
    const planner = await start({ deadlineMs: 100 });
    for (let round = 0; round < 3; round += 1) {
      signal(planner, 'SIGSTOP');
      await expectRejected(ask(planner, JOIN), 'OPERATION_UNPLANNABLE');
      await expect(ask(planner, JOIN)).resolves.toMatchObject({ kind: 'QueryPlan' });
    }
  });

  it('is not ended by what ends the gateway in order: SIGINT, SIGTERM and SIGHUP', async () => {
    const planner = await start();
    const { pid } = planner;
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) signal(planner, name);
    await ask(planner, JOIN);
    expect([planner.pid, faults]).toEqual([pid, []]);
  });
});

describe('more new operations than are planned', () => {
  it.each([
    ['are refused at once', 3, 'rejected'],
    ['wait where there is room (control)', 4, 'fulfilled'],
  ] as const)('%s', async (_case, maxWaiting, outcome) => {
    const planner = await start({ maxWaiting, deadlineMs: 3_600_000 });
    signal(planner, 'SIGSTOP');
    const asked = [JOIN, '{name}', '{road{id}}', '{road{lanes}}', '{road{lengthKm}}'].map((text) =>
      ask(planner, text),
    );
    if (outcome === 'rejected') await expectRejected(asked[4]!, 'PLANNER_UNAVAILABLE');
    signal(planner, 'SIGCONT');
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.map(({ status }) => status)).toEqual([...Array<string>(4).fill('fulfilled'), outcome]);
  });

  it('do not wait for longer than is said', async () => {
    const planner = await start({ deadlineMs: 200, maxWaitMs: 100 });
    signal(planner, 'SIGSTOP');
    const first = expectRejected(ask(planner, JOIN), 'OPERATION_UNPLANNABLE');
    await expectRejected(ask(planner, '{name}'), 'PLANNER_UNAVAILABLE');
    await first;
    await expect(ask(planner, '{name}')).resolves.toMatchObject({ kind: 'QueryPlan' });
  });
});

describe('a gateway that is killed', () => {
  it('leaves no planner behind, even one that hangs', async () => {
    const gateway = spawn(process.execPath, [program('leave-planner.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(gateway.stdout, 'data')) as [Buffer];
    const pid = Number(String(line));
    expect(isRunning(pid)).toBe(true);
    gateway.kill('SIGKILL');
    await until(() => !isRunning(pid));
  });
});
