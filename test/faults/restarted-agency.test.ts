import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { askWithPolice } from './ask-with-police.ts';
import { listErrors } from '../flows/federation/listed-errors.ts';

const PROGRAM = join(import.meta.dirname, 'programs', 'serve-police.mjs');
const QUERY = 'query ($plate: String!) { passage(plate: $plate) { plateNo } }';
const MIB = 2 ** 20;

/** An agency's process that is killed and started again on the same port. */
class MortalAgency {
  port = 0;
  deaths = 0;
  #process: ChildProcess | undefined;

  async start(): Promise<void> {
    const child = spawn(process.execPath, [PROGRAM, String(this.port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = child;
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    this.port = Number(line.toString());
  }

  async kill(): Promise<void> {
    const child = this.#process;
    if (child === undefined) return;
    this.deaths += 1;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

function usedHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let turn = 0; turn < 3; turn++) collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const openFiles = (): number => readdirSync('/proc/self/fd').length;
const onLinux = process.platform === 'linux';
if (!onLinux) console.log('Open files are not counted: this system has no /proc/self/fd.');

describe('an agency that is killed and started again, over and over', () => {
  const agency = new MortalAgency();
  beforeAll(() => agency.start());
  afterAll(() => agency.kill());

  it('costs its own fields while it is away, and nothing else in 1,000 requests', async () => {
    const filesBefore = onLinux ? openFiles() : 0;
    const { police, ask, faults } = askWithPolice({
      url: `http://127.0.0.1:${agency.port}/graphql`,
      timeoutMs: 2_000,
      breaker: { failures: 5, pauseMs: 30 },
    });
    const outcomes = { answered: 0, failed: 0, wrong: [] as unknown[] };

    async function askOnce(turn: number): Promise<boolean> {
      const plate = `蒙E${String(turn).padStart(5, '0')}`;
      const result = await ask(QUERY, { plate });
      const plateNo = (result.data as { passage: { plateNo: unknown } | null }).passage?.plateNo;
      const codes = listErrors(result);
      if (plateNo === plate && codes.length === 0) outcomes.answered += 1;
      else if (plateNo === undefined && codes.join() === 'passage: SUBGRAPH_FAULT') outcomes.failed += 1;
      else outcomes.wrong.push(result);
      return codes.length === 0;
    }

    let restart: Promise<void> | null = null;
    let answeredAtRestart = 0;

    async function restartNow(): Promise<void> {
      await agency.kill();
      await agency.start();
      answeredAtRestart = outcomes.answered;
      restart = null;
    }

    function restartSometimes(): void {
      if (restart === null && outcomes.answered - answeredAtRestart >= 25) restart = restartNow();
    }

    /** Requests side by side; after each 25 answers the agency dies, with some of them under way, and comes back. */
    async function ask500(from: number): Promise<number> {
      let next = from;
      const worker = async (): Promise<void> => {
        let failures = 0;
        while (next < from + 500) {
          failures = (await askOnce(next++)) ? 0 : failures + 1;
          restartSometimes();
          // However long a start takes on this machine, not all requests are spent on one absence.
          if (failures % 4 === 3) await restart;
          if (failures > 0) await wait(25);
        }
      };
      await Promise.all(Array.from({ length: 8 }, worker));
      await restart;
      faults.length = 0;
      return usedHeap();
    }

    const heapHalfway = await ask500(0);
    const heapAtEnd = await ask500(500);
    expect(outcomes.wrong).toEqual([]);
    expect(outcomes.answered + outcomes.failed).toBe(1_000);
    expect(outcomes.answered).toBeGreaterThan(200);
    expect(outcomes.failed).toBeGreaterThan(agency.deaths);
    expect(agency.deaths).toBeGreaterThan(5);
    expect(heapAtEnd - heapHalfway).toBeLessThan(8 * MIB);

    // Up again, it is asked again.
    await wait(50);
    expect(await askOnce(1_000)).toBe(true);
    await police.close();
    if (onLinux) expect(openFiles()).toBeLessThanOrEqual(filesBefore);
  }, 120_000);
});
